import JSON
import Testing

@testable import CalendarModel

@Suite("team.collectivePrimary")
struct CollectivePrimaryTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", accepts: [Calendars.member("u1"), Calendars.member("u2", isPrimary: true)],
      rejects: [Calendars.member("u1"), Calendars.member("u2", isPrimary: false)],
      with: ["calendarType": "collective"]),
    .init(
      "teamMembers[0].isPrimary", at: "teamMembers", accepts: true, rejects: .null,
      with: ["calendarType": "collective"]),
    .init(
      "teamMembers", accepts: nil, rejects: [Calendars.member("u2")],
      with: ["calendarType": "collective"], besides: ["field.unset"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.collectivePrimary) }
}
