import JSON
import Testing

@testable import CalendarModel

@Suite("slots.intervalTooLong")
struct IntervalTooLongTests {
  static let cases: [RuleCase] = [
    .init("slotInterval", accepts: 480, rejects: 481),
    .init("slotIntervalUnit", at: "slotInterval", accepts: "mins", rejects: "hours"),
    .init("slotInterval", accepts: 150, rejects: 151, with: ["availabilityType": 1]),
    .init("slotInterval", accepts: .null, rejects: 10, with: ["slotIntervalUnit": "hours"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.intervalTooLong) }
}
