import JSON
import Testing

@testable import CalendarModel

@Suite("location.phone")
struct PhoneNumberTests {
  static let cases: [RuleCase] = RuleCase.locations.flatMap { place in
    [
      ("inbound_call", "+14455550132", "call me"), ("inbound_call", "+1 (445) 555-0132", "123"),
      ("inbound_call", "12345", "1234"), ("inbound_call", "", "+1+445550132"),
      ("outbound_call", "{{contact.phone}}", "{contact.phone}"),
      ("outbound_call", "+14455550132", "https://a"),
    ].map { kind, good, bad in
      RuleCase(
        place, at: place.appending("location"),
        accepts: ["kind": .text(kind), "location": .text(good)],
        rejects: ["kind": .text(kind), "location": .text(bad)])
    }
  }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.phoneNumber) }
}
