import JSON
import Testing

@testable import CalendarModel

@Suite("team.onePrimary")
struct OnePrimaryTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", at: "teamMembers[1].isPrimary",
      accepts: [Calendars.member("u1", isPrimary: true), Calendars.member("u2", isPrimary: false)],
      rejects: [Calendars.member("u1", isPrimary: true), Calendars.member("u2", isPrimary: true)]),
    .init(
      "teamMembers[2].isPrimary", accepts: false, rejects: true,
      with: [
        "teamMembers": [
          Calendars.member("u1", isPrimary: true), Calendars.member("u2"),
          Calendars.member("u3"),
        ]
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.onePrimary) }
}
