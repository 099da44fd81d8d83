import JSON
import Testing

@testable import CalendarModel

@Suite("openHours.noDay")
struct NoDayTests {
  static let cases: [RuleCase] = [
    .init("openHours[0].daysOfTheWeek", accepts: [0], rejects: [])
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.noDay) }
}
