import JSON
import Testing

@Suite("Strings")
struct StringTests {
  static func string(_ literal: String) throws -> JSONString {
    let value = try JSONDocument(parsing: literal).value
    let string: JSONString? = if case .string(let string) = value { string } else { nil }
    return try #require(string)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"b""#, "a\"b"), (#""\\""#, "\\"), (#""\/""#, "/"), (#""/""#, "/"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u0041""#, "A"), (#""\u00e9""#, "é"),
    (#""\u00E9""#, "é"), (#""\ud83d\ude42""#, "🙂"), (#""\uD83D\uDE42x""#, "🙂x"),
    (#""\u0000""#, "\u{0}"), (#""\u001f""#, "\u{1F}"), (#""\\u0041""#, #"\u0041"#),
    (#""é日🙂""#, "é日🙂"), (#""\u2028""#, "\u{2028}"), (#""\ufeff""#, "\u{FEFF}"),
    (#""\ufffd""#, "\u{FFFD}"),
  ])
  func escapeIsReadAndKept(_ literal: String, _ text: String) throws {
    let string = try Self.string(literal)
    #expect(string.value.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(string.spelling == literal)
    #expect(string.isEquivalent(to: JSONString(text)))
  }

  @Test(arguments: [
    (#""\ud800""#, "\u{FFFD}"), (#""\udc00""#, "\u{FFFD}"), (#""a\ud800b""#, "a\u{FFFD}b"),
    (#""\ude42\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\ud83d\ude42""#, "\u{FFFD}🙂"),
    (#""\ud83d\n""#, "\u{FFFD}\n"),
  ])
  func loneSurrogateIsKept(_ literal: String, _ text: String) throws {
    let string = try Self.string(literal)
    #expect(string.value == text)
    #expect(string.spelling == literal)
    #expect(!string.isEquivalent(to: JSONString(text)))
    #expect(!JSONString(text).isEquivalent(to: string))
    #expect(string.isEquivalent(to: try Self.string(literal)))
  }

  @Test func loneSurrogatesAreToldApart() throws {
    let a = try Self.string(#""\ud800""#)
    #expect(!a.isEquivalent(to: try Self.string(#""\ud801""#)))
    #expect(a.isEquivalent(to: try Self.string(#""\uD800""#)))
    #expect(a != (try Self.string(#""\uD800""#)))
  }

  @Test func replacementCharactersAreNoSurrogates() throws {
    let raw = try Self.string("\"\u{FFFD}\"")
    let escaped = try Self.string(#""\ufffd""#)
    #expect(raw.isEquivalent(to: escaped))
    #expect(raw != escaped)
  }

  @Test func spellingTellsWhatWasWritten() throws {
    #expect(try Self.string(#""\u0041""#) != JSONString("A"))
    #expect(try Self.string(#""A""#) == JSONString("A"))
    #expect(try Self.string(#""a\nb""#) == JSONString("a\nb"))
  }

  /// Swift's `==` takes these for equal; a server does not.
  @Test func composedAndDecomposedLettersDiffer() {
    let (composed, decomposed) = (JSONString("\u{E9}"), JSONString("e\u{301}"))
    #expect(composed != decomposed)
    #expect(!composed.isEquivalent(to: decomposed))
    #expect(JSONString("a\u{0323}\u{0307}") != JSONString("a\u{0307}\u{0323}"))
  }

  @Test func everyControlCharacterIsEscaped() throws {
    for code in UInt32(0)..<0x20 {
      let text = String(try #require(Unicode.Scalar(code)))
      let literal = JSONString.quoted(text)
      #expect(literal.utf8.allSatisfy { $0 >= 0x20 })
      let error = #expect(throws: JSONSyntaxError.self) {
        try JSONDocument(parsing: "\"" + text + "\"")
      }
      #expect(error?.reason == .controlCharacter)
      #expect(try Self.string(literal).value == text)
    }
    #expect(JSONString.quoted("\u{1}\u{1F}\u{7F}") == "\"\\u0001\\u001f\u{7F}\"")
  }
}
