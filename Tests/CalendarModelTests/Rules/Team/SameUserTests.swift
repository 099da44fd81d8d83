import JSON
import Testing

@testable import CalendarModel

@Suite("team.sameUser")
struct SameUserTests {
  static let cases: [RuleCase] = [
    .init(
      "teamMembers", at: "teamMembers[2].userId",
      accepts: [Calendars.member("u1"), Calendars.member("u2"), Calendars.member("U1")],
      rejects: [Calendars.member("u1"), Calendars.member("u2"), Calendars.member("u1")])
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.sameUser) }

  /// Members for whom nobody was chosen yet are not the same one.
  @Test func nobodyIsNotSomebody() {
    var document = Calendars.document()
    document.set("teamMembers", to: [Calendars.member(""), Calendars.member(""), [:], [:]])
    #expect(document.problems("team.sameUser") == [])
  }
}
