import JSON
import Testing

@testable import CalendarModel

@Suite("value.days")
struct WeekdaysTests {
  static let cases: [RuleCase] = [
    .init("openHours[0].daysOfTheWeek", accepts: [0, 6], rejects: [7]),
    .init("openHours[0].daysOfTheWeek", accepts: [0], rejects: [0, -1]),
    .init("openHours[0].daysOfTheWeek", accepts: [1], rejects: ["1"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.weekdays) }
}
