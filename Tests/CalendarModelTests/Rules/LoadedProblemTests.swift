import CalendarModel
import JSON
import Testing

@Suite("Values that were loaded broken")
struct LoadedProblemTests {
  static let broken = Calendars.full([
    "slotDuration": "30", "widgetType": "modern", "enableRecurring": true,
    "teamMembers": [
      Calendars.member("u1", isPrimary: true), Calendars.member("u2", isPrimary: true),
    ],
    "openHours": [Calendars.week([9], Calendars.hour(9, 12))],
  ])

  @Test func areWarningsUntilChanged() {
    let document = Calendars.document(Self.broken)
    let found = document.validation.problems(under: .root)
    #expect(
      Set(found.map(\.rule)) == [
        "value.type", "value.choice", "team.onePrimary", "recurring.oneMember", "value.days",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.allSatisfy { $0.message.contains("not sent until it is changed") })
    #expect(document.validation.counts.errors == 0)
    #expect(document.validation.counts.warnings == found.count)
    #expect(document.validation.worst(under: "slotDuration") == .warning)
    #expect(UpdateBody(document).isEmpty)
  }

  @Test func changingOneMakesErrorsOfThatOne() {
    var document = Calendars.document(Self.broken)
    document.set("slotDuration", to: "31")
    #expect(document.validation.counts("slotDuration").errors == 1)
    #expect(document.validation.counts("widgetType").errors == 0)
    #expect(document.validation.problems(at: "slotDuration").first?.severity == .error)
    document.undo()
    #expect(document.validation.counts.errors == 0)
  }

  /// What is unset is not sent: the service keeps what was loaded, broken as it is.
  @Test func unsettingMakesNoError() {
    var document = Calendars.document(
      Calendars.full([
        "calendarType": "collective", "teamMembers": [Calendars.member("u1")],
      ]))
    #expect(document.problems("team.collectivePrimary").map(\.severity) == [.warning])
    document.set("teamMembers", to: nil)
    #expect(document.problems("team.collectivePrimary").map(\.severity) == [.warning])
    #expect(document.validation.counts.errors == 0)
    document.set("teamMembers", to: [Calendars.member("u2")])
    #expect(document.problems("team.collectivePrimary").map(\.severity) == [.error])
  }

  /// A list is sent as a whole, so all that is wrong in it counts.
  @Test func changingARowMakesErrorsOfItsList() {
    var document = Calendars.document(Self.broken)
    document.set("teamMembers[0].priority", to: 1)
    #expect(document.problems("team.onePrimary").map(\.severity) == [.error])
    // This rule looks at the team as well.
    #expect(document.problems("recurring.oneMember").map(\.severity) == [.error])
    #expect(document.problems("value.days").map(\.severity) == [.warning])
    #expect(document.validation.counts("enableRecurring").errors == 1)
  }
}
