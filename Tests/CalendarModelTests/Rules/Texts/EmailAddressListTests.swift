import JSON
import Testing

@testable import CalendarModel

@Suite("text.emailList")
struct EmailAddressListTests {
  static let cases: [RuleCase] = [
    .init("notifications[0].selectedUsers", accepts: "a@b.c, d@e.f", rejects: "a@b.c,"),
    .init("notifications[0].selectedUsers", accepts: "a@b.c", rejects: "a@b.c;d@e.f"),
    .init("notifications[0].selectedUsers", accepts: "a@b.c,d@b.c", rejects: "a@b.c,a@b.c"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.emailList) }
}
