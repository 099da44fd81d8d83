import JSON
import Testing

@testable import CalendarModel

@Suite("location.conferenceInEvent")
struct ConferenceInEventTests {
  static let cases: [RuleCase] = RuleCase.locations.flatMap { place in
    zip(
      ["zoom_conference", "google_conference", "ms_teams_conference"],
      ["custom", "inbound_call", "booker"]
    ).map { conference, other in
      RuleCase(
        place, at: place.appending("kind"), accepts: ["kind": .text(other)],
        rejects: ["kind": .text(conference)], with: ["calendarType": "event"])
    }
  }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.conferenceInEvent) }

  @Test func otherCalendarsHaveConferences() {
    for type in CalendarType.allCases where type != .event {
      var document = Calendars.document(Calendars.full(["calendarType": .text(type.rawValue)]))
      document.set("teamMembers[0].locationConfigurations[0]", to: ["kind": "zoom_conference"])
      #expect(document.problems("location.conferenceInEvent") == [], "\(type)")
    }
  }
}
