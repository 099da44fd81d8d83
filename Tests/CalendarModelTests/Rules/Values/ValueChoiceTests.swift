import JSON
import Testing

@testable import CalendarModel

@Suite("value.choice")
struct ValueChoiceTests {
  static let cases: [RuleCase] = [
    .init("preBufferUnit", accepts: "hours", rejects: "days"),
    .init("allowBookingForUnit", accepts: "days", rejects: "hours"),
    .init("availabilityType", accepts: .null, rejects: 2),
    .init("teamMembers[0].priority", accepts: 1, rejects: 0.75),
    .init("widgetType", accepts: "default", rejects: ""),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueChoice) }

  @Test func aReadOnlyChoiceIsNotJudged() {
    let document = Calendars.document(Calendars.full(["slotBufferUnit": "days"]))
    #expect(document.validation.problems(under: .root) == [])
  }
}
