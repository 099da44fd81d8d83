import JSON
import Testing

@testable import CalendarModel

@Suite("text.blankName")
struct BlankNameTests {
  static let cases: [RuleCase] = [
    .init("name", accepts: "x", rejects: ""), .init("name", accepts: " x ", rejects: "   "),
    .init("name", accepts: ".", rejects: "\n\t"),
    .init("name", accepts: "\u{1F986}", rejects: "\u{2003}"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.blankName) }

  @Test func otherTextsMayBeEmpty() {
    for key in ["description", "notes", "eventTitle", "slug"] {
      var document = Calendars.document(Calendars.full)
      document.set(JSONPath([.key(key)]), to: "")
      #expect(document.problems("text.blankName") == [], "\(key)")
    }
  }
}
