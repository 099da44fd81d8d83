import JSON
import Testing

@testable import CalendarModel

@Suite("team.required")
struct TeamRequiredTests {
  static let cases: [RuleCase] = [
    .init("teamMembers", accepts: [Calendars.member("u1")], rejects: []),
    .init("teamMembers", accepts: [Calendars.member("u1")], rejects: .null),
    // What is unset is not sent, and the service keeps the team.
    .init("teamMembers", accepts: nil, rejects: [], besides: ["field.unset"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.teamRequired) }
}
