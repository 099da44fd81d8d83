import JSON
import Testing

@testable import CalendarModel

@Suite("location.link")
struct LinkTests {
  static let cases: [RuleCase] = RuleCase.locations.flatMap { place in
    [
      ("custom", "Room 5", "www.example.com"), ("custom", "https://a", "https://a b"),
      ("booker", "www.example.com", nil), ("physical", "https:// 1", nil),
      ("zoom", "", "123 456"), ("google_meet", "HTTP://a/{{x}}", "meet.google.com/a"),
      ("ms_teams", "http://a", "http://"), ("unheard_of", "Room 4", "http: a"),
    ].map { (kind: String, good: String, bad: String?) in
      RuleCase(
        place, at: place.appending("location"),
        accepts: ["kind": .text(kind), "location": .text(good)],
        rejects: [
          "kind": bad == nil ? "custom" : .text(kind),
          "location": .text(bad ?? "www.example.com"),
        ])
    }
  }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.link) }
}
