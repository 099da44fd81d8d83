import JSON
import Testing

@testable import CalendarModel

@Suite("text.color")
struct ColorTests {
  static let cases: [RuleCase] = [
    .init("eventColor", accepts: "#fff", rejects: "#ff"),
    .init("eventColor", accepts: "#039BE5", rejects: "039be5"),
    .init("eventColor", accepts: "#039be580", rejects: "#039beg"),
    .init("eventColor", accepts: "", rejects: "red"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.color) }
}
