import JSON
import Testing

@testable import CalendarModel

@Suite("text.chosen")
struct ChosenTests {
  static let cases: [RuleCase] = [
    .init("teamMembers[0].userId", accepts: "u1", rejects: " "),
    .init("teamMembers[0].userId", accepts: " u1", rejects: "\t\n"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.chosen) }
}
