import JSON
import Testing

@Suite("Where and why a text is not JSON")
struct SyntaxErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let reason: JSONSyntaxError.Reason
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ place: String, _ reason: JSONSyntaxError.Reason) {
      (self.text, self.place, self.reason) = (text, place, reason)
    }
  }

  @Test(arguments: [
    Case("", "1:1", .valueMissing),
    Case("\n\n  ", "3:3", .valueMissing),
    Case("[1,\n 2,\n x]", "3:2", .valueMissing),
    Case("[1,\r\n 2,\r\n x]", "3:2", .valueMissing),
    Case("[\"é日🙂\", x]", "1:9", .valueMissing),
    Case("{\"é\":\n\"🙂🙂\" 1}", "2:6", .separatorMissing(close: "}")),
    Case("\u{FEFF}x", "1:1", .valueMissing),
    Case("\u{FEFF}\n[1}", "2:3", .separatorMissing(close: "]")),
    Case("[1 2]", "1:4", .separatorMissing(close: "]")),
    Case("{\"a\" 1}", "1:6", .colonMissing),
    Case("{\"a\":1,\n}", "2:1", .nameMissing),
    Case("{1:2}", "1:2", .nameMissing),
    Case("[] []", "1:4", .trailingText),
    Case("01", "1:2", .trailingText),
    Case("[-]", "1:3", .digitMissing),
    Case("[1.]", "1:4", .digitMissing),
    Case("[1e+]", "1:5", .digitMissing),
    Case("[\"abc", "1:6", .stringNotClosed),
    Case("\"a\\", "1:4", .stringNotClosed),
    Case("\"a\tb\"", "1:3", .controlCharacter),
    Case("\"a\nb\"", "1:3", .controlCharacter),
    Case("\"é\\q\"", "1:4", .unknownEscape),
    Case("\"\\u12x4\"", "1:3", .incompleteUnicodeEscape),
  ])
  func isLocated(_ test: Case) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: test.text) }
    #expect(error?.position.description == test.place)
    #expect(error?.reason == test.reason)
  }

  @Test func invalidUTF8IsLocatedWhereItStands() {
    let bytes = Array("{\n\"é\": \"日本".utf8) + [0xFF] + Array("\"}".utf8)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.reason == .invalidUTF8)
    #expect(error?.position.description == "2:9")
  }

  @Test func saysPlaceAndReason() {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: "[\n1 2]") }
    #expect(error?.description == "2:3: ',' or ']' is missing")
  }

  @Test func everyReasonHasItsOwnWords() {
    let reasons: [JSONSyntaxError.Reason] = [
      .valueMissing, .trailingText, .nameMissing, .colonMissing, .separatorMissing(close: "]"),
      .digitMissing, .stringNotClosed, .controlCharacter, .unknownEscape,
      .incompleteUnicodeEscape, .invalidUTF8, .tooDeep(limit: 512),
    ]
    let texts = [
      "", "1 1", "{1", "{\"a\"", "[1", "-", "\"", "\"\u{1}", "\"\\x", "\"\\u1\"", nil,
      String(repeating: "[", count: 513),
    ]
    var messages: Set<String> = []
    for (reason, text) in zip(reasons, texts) {
      let bytes = text.map { Array($0.utf8) } ?? [0x22, 0xFF, 0x22]
      let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
      #expect(error?.reason == reason)
      if let error { messages.insert(error.message) }
    }
    #expect(messages.count == reasons.count)
  }
}
