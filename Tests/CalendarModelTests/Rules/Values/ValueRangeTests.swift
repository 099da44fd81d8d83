import JSON
import Testing

@testable import CalendarModel

@Suite("value.range")
struct ValueRangeTests {
  static let cases: [RuleCase] = [
    .init("openHours[0].hours[0].closeHour", accepts: 23, rejects: 24),
    .init("openHours[0].hours[0].closeMinute", accepts: 60, rejects: 61),
    .init("openHours[0].hours[0].openMinute", accepts: 0, rejects: -1),
    .init("availabilities[0].hours[0].openHour", accepts: 0, rejects: -1),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueRange) }
}
