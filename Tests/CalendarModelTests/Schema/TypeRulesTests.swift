import JSON
import Testing

@testable import CalendarModel

@Suite("What a calendar's type asks, in words")
struct TypeRulesTests {
  @Test func theTeam() {
    #expect(
      CalendarType.allCases.map(TypeRules.team) == [
        "Round robin: at least one member; at most one primary; several locations only with a "
          + "single member.",
        "Event: needs no team members; the calendar has the locations, not the members; at most "
          + "one primary.",
        "Class: at least one member; at most one primary; one location each.",
        "Collective: at least one member; exactly one primary; one location each.",
        "Service: at least one member; at most one primary; several locations only with a single "
          + "member.",
        "Personal: exactly one member; with one location or several.",
      ])
    #expect(TypeRules.team(nil).hasPrefix("Type not known: at most one primary;"))
  }

  @Test func theLocations() {
    #expect(
      TypeRules.locations(.event)
        == "Event: the calendar's own locations; conferences are not supported.")
    #expect(
      TypeRules.locations(.collective)
        == "Collective: each team member has locations; these here are meant for event "
        + "calendars.")
    #expect(TypeRules.locations(nil).hasPrefix("Type not known: "))
  }

  @Test func recurring() {
    #expect(TypeRules.recurring(memberCount: 1) == nil)
    #expect(
      TypeRules.recurring(memberCount: 2)
        == "Recurring bookings need exactly one team member, and there are 2")
    #expect(TypeRules.recurring(memberCount: 0)?.hasSuffix("there is none") == true)
  }

  /// A sentence says of each number of members, primaries and locations what the rules do.
  @Test(arguments: CalendarType.allCases)
  func theSentenceSaysWhatTheRulesCheck(_ type: CalendarType) {
    func complaints(_ members: [JSONValue]) -> Set<String> {
      var document = Calendars.document(
        Calendars.full(["calendarType": .text(type.rawValue), "teamMembers": .null]))
      document.set("teamMembers", to: .array(members))
      return Set(document.validation.problems(under: "teamMembers").map(\.rule))
    }
    let text = TypeRules.team(type)
    let one = Calendars.member("u1", isPrimary: true)
    let other = Calendars.member("u2", isPrimary: false)
    #expect(complaints([]).isEmpty == text.contains("needs no team members"))
    #expect(complaints([one, other]).isEmpty != text.contains("exactly one member"))
    #expect(complaints([other]).isEmpty != text.contains("exactly one primary"))
    #expect(
      complaints([Calendars.member("u1", isPrimary: true, locations: 2)]).isEmpty
        != text.contains("one location each"))
    #expect(
      complaints([one, Calendars.member("u2", locations: 2)]).contains("team.severalLocations"))
    let primaries = complaints([one, Calendars.member("u2", isPrimary: true)])
    #expect(primaries.contains("team.onePrimary"))
  }
}
