import JSON
import Testing

@testable import CalendarModel

@Suite("value.whole")
struct ValueWholeTests {
  static let cases: [RuleCase] = [
    .init("openHours[0].hours[0].openMinute", accepts: 30.0, rejects: 30.5),
    .init("recurring.count", accepts: 2, rejects: 2.5, with: ["enableRecurring": true]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueWhole) }
}
