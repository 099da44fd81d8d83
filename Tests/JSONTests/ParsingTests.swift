import JSON
import Testing

@Suite("What is JSON and what is not")
struct ParsingTests {
  @Test(arguments: [
    "null", "true", " false ", "0", "-0", "-1", "1.5", "1e5", "1E+5", "1e-05", "\"\"", "[]", "{}",
    "[1, 2 , 3]", "\t\r\n[ ]\n", "{\"a\":{}}", "{\"\":null}", "\"\u{7F}\u{2028}\"",
    "\"\\u0000\\/\"", "\u{FEFF}{}", "[[],[[]]]", "12345678901234567890123456789",
    "1e99999999999999999999", "\"\\ud800\"",
  ])
  func accepts(_ text: String) throws {
    _ = try JSONDocument(parsing: text)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "NaN", "Infinity", "+1", "01", "-", "-a", "1.", ".5", "1.e3",
    "1e", "1e+", "0x10", "1_000", "1 2", "[1,]", "[,1]", "[1 2]", "[1", "]", "{", "{\"a\"}",
    "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "\"",
    "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\", "\"\n\"", "\"\t\"", "\"\u{0}\"",
    "[1]//", "/**/1", "\u{FEFF}\u{FEFF}1", "[1}", "{\"a\":1]", "\u{A0}1", "\u{2028}1", "1,",
  ])
  func rejects(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22],  // no UTF-8 at all
      [0x22, 0xC3, 0x22],  // cut short
      [0x22, 0xC0, 0x80, 0x22],  // overlong
      [0x22, 0xED, 0xA0, 0x80, 0x22],  // a surrogate
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],  // above U+10FFFF
      [0x22, 0x80, 0x22],  // a continuation alone
    ] as [[UInt8]])
  func rejectsInvalidUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.reason == .invalidUTF8)
    #expect(error?.position.column == 2)
  }

  @Test func readsEveryKindOfValue() throws {
    let value = try JSONDocument(
      parsing: #"{"a":null,"b":[true,false],"c":1.50,"d":"x\ny","e":{"f":{}}}"#
    ).value
    #expect(value[key: "a"] == .null)
    #expect(value["b[0]"] == true)
    #expect(value["b[1]"] == false)
    #expect(value[key: "c"]?.number?.spelling == "1.50")
    #expect(value[key: "d"]?.text == "x\ny")
    #expect(value["e.f"] == [:])
    #expect(value.object?.keys == ["a", "b", "c", "d", "e"])
  }
}
