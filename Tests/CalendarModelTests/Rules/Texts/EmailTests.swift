import JSON
import Testing

@testable import CalendarModel

@Suite("text.email")
struct EmailTests {
  static let cases: [RuleCase] = [
    .init("alertEmail", accepts: "a@b.c", rejects: "a@b"),
    .init("alertEmail", accepts: "", rejects: "@b.c"),
    .init("alertEmail", accepts: "a.b+c@d.e.f", rejects: "a@b.c, d@e.f"),
    .init("alertEmail", accepts: "é@b.c", rejects: "a b@c.d"),
    .init("alertEmail", accepts: "a@b.c", rejects: "a@b.c."),
    .init("alertEmail", accepts: .null, rejects: "a@@b.c"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.email) }
}
