import JSON
import Testing

@testable import CalendarModel

@Suite("member.oneLocation")
struct OneLocationPerMemberTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", at: "teamMembers[0].locationConfigurations",
      accepts: [Calendars.member("u1", isPrimary: true, locations: 1)],
      rejects: [Calendars.member("u1", isPrimary: true, locations: 2)],
      with: ["calendarType": "class_booking"]),
    .init(
      "teamMembers", at: "teamMembers[0].locationConfigurations",
      accepts: [Calendars.member("u1", isPrimary: true, locations: 1)],
      rejects: [Calendars.member("u1", isPrimary: true, locations: 2)],
      with: ["calendarType": "collective"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.oneLocationPerMember) }
}
