import JSON
import Testing

@testable import CalendarModel

@Suite("value.sensible")
struct ValueSensibleTests {
  static let cases: [RuleCase] = [
    .init("recurring.count", accepts: 1, rejects: 0, with: ["enableRecurring": true]),
    .init("slotDuration", accepts: 1, rejects: 0),
    .init("slotDuration", accepts: 1, rejects: -0.5),
    .init("slotBuffer", accepts: 0, rejects: -1),
    .init("appoinmentPerSlot", accepts: 1, rejects: 0.5),
    .init("appoinmentPerDay", accepts: 1_000_000, rejects: 1_000_001),
    .init(
      "lookBusyConfig.LookBusyPercentage", accepts: 100, rejects: 101,
      with: ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 10]]),
    .init(
      "lookBusyConfig.LookBusyPercentage", accepts: 0, rejects: -1,
      with: ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 10]]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueSensible) }

  /// Half an hour is a length like any other.
  @Test func partsOfAUnitAreALength() {
    var document = Calendars.document()
    document.set("slotDurationUnit", to: "hours")
    document.set("slotDuration", to: 0.5)
    #expect(document.validation.problems(under: .root) == [])
  }
}
