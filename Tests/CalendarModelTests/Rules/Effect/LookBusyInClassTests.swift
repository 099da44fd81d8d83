import JSON
import Testing

@testable import CalendarModel

@Suite("lookBusy.classCalendar")
struct LookBusyInClassTests {
  static let cases: [RuleCase] = [
    .init(
      "lookBusyConfig.enabled", accepts: false, rejects: true,
      with: ["calendarType": "class_booking"])
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.lookBusyInClass) }
}
