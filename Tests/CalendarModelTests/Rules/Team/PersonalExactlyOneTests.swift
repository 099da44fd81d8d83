import JSON
import Testing

@testable import CalendarModel

@Suite("team.personalExactlyOne")
struct PersonalExactlyOneTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", accepts: [Calendars.member("u1")],
      rejects: [Calendars.member("u1"), Calendars.member("u2")], with: ["calendarType": "personal"]),
    .init(
      "teamMembers", accepts: [Calendars.member("u1")], rejects: [],
      with: ["calendarType": "personal"]),
    .init(
      "teamMembers", accepts: nil, rejects: [], with: ["calendarType": "personal"],
      besides: ["field.unset"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.personalExactlyOne) }
}
