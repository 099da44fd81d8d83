import Sandbox

/// Connections that end, stall or never begin to answer, and redirects.
extension Fault {
  private static let ended = "The connection closed before the answer was complete"
  private static let late = "No answer within 5 seconds"
  private static let impatient = ["--timeout", "5"]

  static let connections: [Fault] = [
    Fault(name: "closed", says: [ended]) { $0 ? .closeAfterwards : .close },
    Fault(name: "closed in the head", says: [ended]) {
      $0 ? .cutHead : .raw("HTTP/1.1 200 OK\r\nContent-Le")
    },
    Fault(name: "closed in the body", says: [ended]) {
      $0 ? .cutBody : .raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"calendar\":")
    },
    Fault(name: "never answers", says: [late], options: impatient) {
      $0
        ? .stream(SandboxStream([], count: nil, milliseconds: 60_000, carriesOut: true))
        : .delay(milliseconds: 60_000)
    },
    Fault(name: "stalls in the body", says: [late], options: impatient) {
      $0
        ? .stallBody
        : .stream(
          SandboxStream(
            Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".utf8), count: nil,
            milliseconds: 60_000))
    },
    Fault(name: "trickles", says: [late], options: impatient) {
      $0
        ? .trickle(milliseconds: 50)
        : .stream(
          SandboxStream(
            Array("HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n".utf8), part: [0x20],
            count: nil, milliseconds: 50))
    },
    Fault(name: "trickles in the head", says: [late], options: impatient) {
      .stream(
        SandboxStream(
          Array("HTTP/1.1 200 OK\r\nX-Long: ".utf8), part: [0x61], count: nil, milliseconds: 50,
          carriesOut: $0))
    },
    Fault(name: "endless 1xx", says: [late], options: impatient) {
      .stream(
        SandboxStream(
          [], part: Array("HTTP/1.1 103 Early Hints\r\nLink: <\(token)>\r\n\r\n".utf8),
          count: nil, milliseconds: 5, carriesOut: $0))
    },
  ]

  /// Where a redirect leads is a server that notes every request.
  static func redirect(_ status: Int, to address: String) -> Fault {
    let says = ["The server redirects to \(address)", "(\(status))"]
    // 303 may be the answer to a save that was carried out.
    return Fault(
      name: "\(status) to \(address)", meaning: status == 303 ? .lost : .refused,
      says: says + ["caledit follows no redirects"], saysOfSave: status == 303 ? says : nil,
      make: stream(http(status, "", type: "text/plain", headers: ["Location: \(address)"])))
  }
}
