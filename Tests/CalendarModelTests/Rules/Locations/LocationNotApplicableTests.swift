import JSON
import Testing

@testable import CalendarModel

@Suite("location.notApplicable")
struct LocationNotApplicableTests {
  static let cases: [RuleCase] = RuleCase.locations.flatMap { place -> [RuleCase] in
    ["zoom_conference", "google_conference", "ms_teams_conference"].flatMap { kind in
      [
        RuleCase(
          place, at: place.appending("location"), accepts: ["kind": .text(kind)],
          rejects: ["kind": .text(kind), "location": "x"]),
        RuleCase(
          place, at: place.appending("location"), accepts: ["kind": .text(kind), "location": ""],
          rejects: ["kind": .text(kind), "location": " "]),
      ]
    }
      + ["custom", "inbound_call", "outbound_call", "physical", "booker", "zoom_conference"].map {
        RuleCase(
          place, at: place.appending("location"),
          accepts: [
            "kind": .text($0), "location": $0 == "zoom_conference" ? .null : "+14455550132",
          ],
          rejects: ["kind": "zoom_conference", "location": "+14455550132"])
      }
  }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.locationNotApplicable) }
}
