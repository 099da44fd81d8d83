import JSON
import Testing

@testable import CalendarModel

@Suite("recurring.oneMember")
struct RecurringOneMemberTests {
  static let cases: [RuleCase] = [
    .init("enableRecurring", accepts: true, rejects: true, besides: ["team.required"])
      .loading(
        accepted: ["teamMembers": [Calendars.member("u1")]], rejected: ["teamMembers": []]),
    .init("enableRecurring", accepts: true, rejects: true)
      .loading(
        accepted: ["teamMembers": [Calendars.member("u1")]],
        rejected: ["teamMembers": [Calendars.member("u1"), Calendars.member("u2")]]),
    .init("enableRecurring", accepts: false, rejects: true, with: ["teamMembers": nil]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.recurringOneMember) }

  /// Unset, the team stays as it was, and so does the switch.
  @Test func whatIsUnsetStaysWithTheService() {
    var document = Calendars.document(Calendars.full(["enableRecurring": true]))
    document.set("teamMembers", to: nil)
    #expect(document.problems("recurring.oneMember") == [])
    document = Calendars.document(Calendars.full(["enableRecurring": true]))
    document.set("enableRecurring", to: nil)
    document.set("teamMembers", to: [Calendars.member("u1"), Calendars.member("u2")])
    #expect(document.problems("recurring.oneMember").map(\.severity) == [.error])
  }
}
