import CalendarAPI
import Testing

@Suite struct PercentCodingTests {
  @Test func everyTextComesBack() {
    for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
      let text = "a\(scalar)%41 +/é"
      #expect(PercentCoding.decoded(PercentCoding.encoded(text)) == text)
    }
    #expect(PercentCoding.encoded("a-b._~/ é%+") == "a-b._~%2F%20%C3%A9%25%2B")
    #expect(PercentCoding.encoded("a.b/c") { $0 == UInt8(ascii: "/") } == "%61%2E%62/%63")
    #expect(PercentCoding.decoded("%c3%A9+") == "é+")
  }

  /// A number that a program would read elsewhere, such as `+5`, is no hexadecimal digit.
  @Test func onlyTwoHexadecimalDigitsAreRead() {
    for high in 0...0x7F as ClosedRange<UInt8> {
      for low in [0x2B, 0x2D, 0x30, 0x47, 0x66, 0x20] as [UInt8] {
        let text = String(decoding: [0x25, high, low], as: UTF8.self)
        let isRead =
          Character(Unicode.Scalar(high)).isHexDigit && high != 0x25
          && Character(Unicode.Scalar(low)).isHexDigit
        if !isRead { #expect(PercentCoding.decoded(text) == nil, "\(text)") }
      }
    }
    for text in ["%", "a%4", "%ff", "%C3", "%\u{FF11}1", "100%"] {
      #expect(PercentCoding.decoded(text) == nil, "\(text)")
    }
  }
}
