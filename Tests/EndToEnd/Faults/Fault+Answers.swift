import Sandbox

/// Answers that are none, too long, too deep, compressed or of another kind.
extension Fault {
  private static let noHTTP = "The connection failed: the answer is not HTTP"
  private static let tooLong = "The answer is longer than 8 MiB"
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
  private static let chunkedHead = head + "Transfer-Encoding: chunked\r\n\r\n"
  private static let block = [UInt8](repeating: 0x20, count: 1 << 16)

  private static func flood(
    _ start: String, _ part: [UInt8], _ count: Int?
  ) -> @Sendable (Bool) -> SandboxFault {
    { .stream(SandboxStream(Array(start.utf8), part: part, count: count, carriesOut: $0)) }
  }

  static let answers: [Fault] = [
    success("empty", "", says: "it is empty"),
    success(
      "truncated JSON", #"{"calendar":{"id":"xK3"#,
      says: "it is not JSON (1:23: a text is not closed"),
    success("invalid JSON", #"{"calendar":{]}"#, says: "it is not JSON (1:14"),
    success("a list", "[]", says: "it is a list, not an object"),
    success("a text", #""calendar""#, says: "it is a text, not an object"),
    success("calendar a number", #"{"calendar":5}"#, says: "it has no \"calendar\""),
    success(
      "no calendar", #"{"traceId":"5"}"#,
      says: "it looks like an object without a key of a calendar"),
    success(
      "100,000 levels", String(repeating: "[", count: 100_000),
      says: "it is not JSON (1:513: values are nested more than 512 levels deep)"),
    success(
      "100,000 levels of objects", String(repeating: #"{"a":"#, count: 100_000),
      says: "it is not JSON ("),
    Fault(
      name: "a page", says: ["The answer cannot be read: it is a web page"],
      make: stream(http(200, "<html><body>Log in with \(token)</body></html>", type: "text/html"))),
    Fault(
      name: "gzip",
      says: [
        "The answer cannot be read: it is compressed, although the request asked for it plain"
      ],
      make: stream(Gzip.answer(Gzip.stored(Array(#"{"calendar":{"name":"\#(token)"}}"#.utf8))))),
    Fault(
      name: "gzip bomb",
      says: [
        "The answer cannot be read: it is compressed, although the request asked for it plain"
      ],
      make: stream(Gzip.answer(Gzip.bomb))),
    Fault(name: "no HTTP", says: [noHTTP], make: bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
    Fault(
      name: "broken chunk", says: [noHTTP], make: bytes(chunkedHead + "5\r\n{\"cal\r\nzz\r\n{")),
    Fault(
      name: "unfinished chunk", says: ["The connection closed before the answer was complete"],
      make: bytes(chunkedHead + "5\r\n{\"cal\r\n")),
    Fault(
      name: "endless chunks", says: [tooLong],
      make: flood(chunkedHead, Array("10000\r\n".utf8) + block + [0x0D, 0x0A], nil)),
    Fault(
      name: "50 MB with a length", says: [tooLong],
      make: flood(head + "Content-Length: 52428800\r\n\r\n", block, 800)),
    Fault(name: "50 MB without a length", says: [tooLong], make: flood(head + "\r\n", block, 800)),
    Fault(
      name: "a flood of headers", says: [noHTTP],
      make: flood(head, Array("X-Flood-abcdefgh: \(token)\r\n".utf8), 1_000_000)),
    Fault(
      name: "an endless header", says: [noHTTP],
      make: flood(head + "X-Long: ", [UInt8](repeating: 0x61, count: 1 << 16), nil)),
  ]
}
