import JSON
import Testing

@testable import CalendarModel

@Suite("team.severalLocations")
struct SeveralLocationsTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", at: "teamMembers[1].locationConfigurations",
      accepts: [Calendars.member("u1", locations: 2)],
      rejects: [Calendars.member("u1", locations: 1), Calendars.member("u2", locations: 2)]),
    .init(
      "teamMembers", at: "teamMembers[0].locationConfigurations",
      accepts: [Calendars.member("u1", locations: 1), Calendars.member("u2", locations: 1)],
      rejects: [Calendars.member("u1", locations: 2), Calendars.member("u2")]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.severalLocations) }
}
