import JSON
import Testing

@Suite("Numbers")
struct NumberTests {
  static func number(_ text: String) throws -> JSONNumber {
    try #require(JSONNumber(text), "\(text) is no number")
  }

  @Test(arguments: [
    "0", "-0", "-0.0", "30", "30.0", "0.50", "1e1", "1E+05", "1e-7", "9007199254740993",
    "123456789012345678901234567890.123456789e-400",
  ])
  func spellingSurvives(_ text: String) throws {
    #expect(try JSONDocument(parsing: "[\(text)]").value.printed() == "[\(text)]")
  }

  @Test(arguments: [
    ("30", "30.0"), ("30", "3e1"), ("30", "0.3E2"), ("30", "300e-1"), ("0", "-0"),
    ("0", "0.000"), ("0", "0e999"), ("0", "-0e99999999999999999999"), ("1.5", "1.50"),
    ("1e400", "10e399"), ("1e400", "0.1e401"), ("1e5", "1e+5"), ("1e5", "1e0005"),
    ("1e99999999999999999999", "1e+099999999999999999999"),
    ("10e99999999999999999999", "1e100000000000000000000"),
    ("0.1e100000000000000000000", "1e99999999999999999999"),
    ("10e-100000000000000000001", "1e-100000000000000000000"),
    ("1e-9223372036854775808", "10e-9223372036854775809"),
    ("9007199254740993", "9007199254740993.0"),
  ])
  func sameNumber(_ a: String, _ b: String) throws {
    let (a, b) = (try Self.number(a), try Self.number(b))
    #expect(a.isEquivalent(to: b))
    #expect(b.isEquivalent(to: a))
    #expect(a != b)
  }

  @Test(arguments: [
    ("30", "31"), ("30", "-30"), ("30", "300"), ("9007199254740993", "9007199254740992"),
    ("0.1", "0.10000000000000000001"), ("1e400", "1e401"), ("1e400", "-1e400"),
    ("1e-400", "0"), ("1e99999999999999999999", "1e99999999999999999998"),
    ("1e99999999999999999999", "1e-99999999999999999999"),
    ("10e99999999999999999999", "1e99999999999999999999"),
    ("2e99999999999999999999", "1e99999999999999999999"),
  ])
  func differentNumbers(_ a: String, _ b: String) throws {
    let (a, b) = (try Self.number(a), try Self.number(b))
    #expect(!a.isEquivalent(to: b))
    #expect(!b.isEquivalent(to: a))
  }

  @Test(
    arguments: [
      ("30", 30), ("30.0", 30), ("3e1", 30), ("-0", 0), ("0.0e5", 0), ("-12", -12),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("1500e-2", 15),
      ("9223372036854775808", nil), ("0.5", nil), ("1e19", nil), ("1e400", nil), ("1e-1", nil),
      ("1e-9223372036854775808", nil), ("1e9223372036854775807", nil),
      ("1e99999999999999999999", nil),
    ] as [(String, Int?)])
  func wholeNumber(_ text: String, _ int: Int?) throws {
    #expect(try Self.number(text).int == int)
  }

  @Test func doubles() throws {
    #expect(try Self.number("0.5").double == 0.5)
    #expect(try Self.number("1e400").double == .infinity)
    #expect(try Self.number("-1e400").double == -.infinity)
    #expect(try Self.number("1e-400").double == 0)
  }

  @Test(arguments: [
    "", "-", "+1", "01", "-01", "1.", ".1", "1e", "1e+", "0x1", "1 ", " 1", "1,5", "NaN", "inf",
    "1e5.5", "--1", "٣", "1\u{301}",
  ])
  func typedTextThatIsNoNumber(_ text: String) {
    #expect(JSONNumber(text) == nil)
  }

  /// The grammar for typed numbers and that of the parser are two pieces of code.
  @Test func bothGrammarsAgree() {
    var texts = RandomJSON(seed: 7)
    let alphabet = Array("0123456789.eE+-")
    for _ in 0..<3_000 {
      var text = texts.number()
      if Bool.random(using: &texts.random) { text.removeLast() }
      if let place = text.indices.randomElement(using: &texts.random) {
        text.insert(alphabet.randomElement(using: &texts.random) ?? "0", at: place)
      }
      let parsed = try? JSONDocument(parsing: text).value.number
      #expect(JSONNumber(text) == parsed, "\(text)")
    }
  }
}
