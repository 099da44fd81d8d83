import CalendarAPI
import JSON
import TestSupport
import Testing

@Suite struct TokenTests {
  @Test(arguments: ["abc", "abc\n", "abc\r\n"])
  func oneLineBreakAtTheEndIsDropped(_ text: String) async throws {
    let transport = ScriptedTransport([.json(200, #"{"calendar":{"id":"x"}}"#)])
    _ = try await CalendarService(token: try Token(text), transport: transport)
      .loadCalendar(id: "x")
    #expect(transport.requests.first?.header("Authorization") == "Bearer abc")
  }

  @Test func textsThatAreNoTokenAreRefused() {
    #expect(throws: Token.Problem.lineBreak) { try Token("abc\n\n") }
    #expect(throws: Token.Problem.lineBreak) { try Token("a\nb") }
    #expect(throws: Token.Problem.empty) { try Token("") }
    #expect(throws: Token.Problem.empty) { try Token("\n") }
    #expect(throws: Token.Problem.character) { try Token("a b") }
    #expect(throws: Token.Problem.character) { try Token("tök") }
    #expect(throws: Token.Problem.character) { try Token("a\u{1B}") }
  }

  @Test func nothingThatPrintsShowsIt() async throws {
    let transport = ScriptedTransport([.json(200, #"{"calendar":{"id":"x"}}"#)])
    let service = try service(transport)
    _ = try await service.loadCalendar(id: "x")
    let request = try #require(transport.requests.first)
    #expect(request.header("authorization") == "Bearer \(secret)")
    let token = try Token(secret)
    let holders: [Any] = [token, service, request, request.headers, [token]]
    for holder in holders {
      var dumped = ""
      dump(holder, to: &dumped)
      for text in [dumped, String(describing: holder), String(reflecting: holder)] {
        #expect(!text.contains("SECRET"), "\(type(of: holder))")
      }
    }
  }

  @Test func echoesAreRedacted() async throws {
    let echo = #"{"message":["bad Bearer \#(secret)","x\#(secret)\#u{301}"],"h":"\#(secret)"}"#
    let redirect = HTTPField("Location", "https://x.example/?t=pit-5b1c-SECRET%2B%2F%3Dvalue")
    let long = String(repeating: "x", count: ServiceError.rawLimit - 10) + secret + "tail"
    // So many echoes that the text shrinks, with one cut in the middle wherever it is cut.
    let many = String(repeating: secret + ";", count: 4000)
    let answers: [ScriptedTransport.Answer] = [
      .json(401, echo), .json(302, echo, headers: [redirect]), .html(502, "<html>\(secret)"),
      .json(500, long), .json(500, many), .json(500, "x" + many), .json(500, "123456" + many),
      .json(200, "\(secret)"), .failure(.other("sent \(secret)")),
      .failure(.tls(reason: secret)),
    ]
    for answer in answers {
      let service = try service(ScriptedTransport([answer]))
      let error = try #require(
        await failure { () async throws(ServiceError) in try await service.loadCalendar(id: "x") })
      var dumped = ""
      dump(error, to: &dumped)
      for text in [dumped, "\(error)", error.title, error.advice, error.raw] {
        #expect(!text.contains("SECRET"))
        #expect(!text.contains("pit-5b1c"))
      }
      #expect(error.raw.utf8.count <= ServiceError.rawLimit)
    }
  }
  /// A server may still echo the token that was refused before, and one may be part of the other.
  @Test func tokensOfBeforeAreRedactedToo() async throws {
    let first = try Token("pit-first")
    let last = try Token("pit-first-and-longer").replacing(Token("pit-second").replacing(first))
    let echo = #"{"message":"pit-first-and-longer, pit-second, pit-first; fit-first"}"#
    let service = CalendarService(
      token: last, transport: ScriptedTransport([.json(401, echo)]))
    let error = try #require(
      await failure { () async throws(ServiceError) in try await service.loadCalendar(id: "x") })
    #expect(error.messages.map(\.text) == ["[token], [token], [token]; fit-first"])
    #expect(error.raw == #"{"message":"[token], [token], [token]; fit-first"}"#)
  }
}
