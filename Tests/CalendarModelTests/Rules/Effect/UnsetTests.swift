import JSON
import Testing

@testable import CalendarModel

@Suite("field.unset")
struct UnsetTests {
  static let cases: [RuleCase] = [
    .init("slug", accepts: .null, rejects: nil),
    .init(
      "teamMembers", accepts: [Calendars.member("u9")], rejects: nil),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.unset) }

  @Test func whatWasNeverThereIsNotUnset() {
    var document = Calendars.document(Calendars.full(["slug": nil]))
    document.set("slug", to: "x")
    document.set("slug", to: nil)
    #expect(document.problems("field.unset") == [])
  }
}
