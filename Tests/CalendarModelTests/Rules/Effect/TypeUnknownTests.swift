import JSON
import Testing

@testable import CalendarModel

@Suite("type.unknown")
struct TypeUnknownTests {
  static let cases: [RuleCase] = [
    .init("calendarType", accepts: "event", rejects: nil),
    .init("calendarType", accepts: "personal", rejects: "future_type"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.typeUnknown) }
}
