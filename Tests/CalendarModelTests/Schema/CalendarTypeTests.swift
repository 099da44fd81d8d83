import JSON
import Testing

@testable import CalendarModel

@Suite("Rules by the type of the calendar")
struct CalendarTypeTests {
  /// Two members without a primary one, each with what some type or other refuses.
  static let suspicious: [String: JSONValue?] = [
    "teamMembers": [
      [
        "userId": "u1", "isPrimary": false,
        "locationConfigurations": [["kind": "zoom_conference"], ["kind": "booker"]],
      ]
    ],
    "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 10],
  ]

  static let expected: [CalendarType: Set<String>] = [
    .roundRobin: [], .serviceBooking: [], .personal: [],
    .event: ["location.conferenceInEvent"],
    .classBooking: ["member.oneLocation", "lookBusy.classCalendar"],
    .collective: ["member.oneLocation", "team.collectivePrimary"],
  ]

  @Test(arguments: CalendarType.allCases)
  func oneMember(_ type: CalendarType) throws {
    var calendar = Self.suspicious
    calendar["calendarType"] = .text(type.rawValue)
    let document = Calendars.document(Calendars.full(calendar))
    let found = Set(document.validation.problems(under: .root).map(\.rule))
    #expect(found == (try #require(Self.expected[type])))
    #expect(document.calendarType == type)
  }

  /// Errors of the team for 0, 1 and 2 members, none of them primary.
  @Test(arguments: CalendarType.allCases)
  func numberOfMembers(_ type: CalendarType) {
    let wrong: [[String]] =
      switch type {
      case .roundRobin, .classBooking, .serviceBooking: [["team.required"], [], []]
      case .collective:
        [["team.required"], ["team.collectivePrimary"], ["team.collectivePrimary"]]
      case .personal: [["team.personalExactlyOne"], [], ["team.personalExactlyOne"]]
      case .event: [[], [], []]
      }
    for count in 0...2 {
      var document = Calendars.document(
        Calendars.full(["calendarType": .text(type.rawValue), "teamMembers": .null]))
      document.set("teamMembers", to: .array((0..<count).map { Calendars.member("u\($0)") }))
      let found = document.validation.problems(under: .root)
      #expect(found.map(\.rule) == wrong[count], "\(count) members")
      #expect(found.allSatisfy { $0.severity == .error && $0.path == "teamMembers" })
    }
  }

  @Test(arguments: CalendarType.allCases)
  func primaryMembers(_ type: CalendarType) {
    for count in 0...3 {
      var document = Calendars.document(
        Calendars.full(["calendarType": .text(type.rawValue), "teamMembers": nil]))
      document.set(
        "teamMembers",
        to: .array((0..<3).map { Calendars.member("u\($0)", isPrimary: $0 < count) }))
      #expect(document.problems("team.onePrimary").count == max(0, count - 1))
      #expect(
        document.problems("team.collectivePrimary").count
          == (type == .collective && count == 0 ? 1 : 0))
    }
  }

  @Test(arguments: [nil, "future_type", "", "Event", .null, 3] as [JSONValue?])
  func unknownTypeSilencesItsRulesAndSaysSo(_ value: JSONValue?) throws {
    var calendar = Self.suspicious
    calendar["calendarType"] = .some(value)
    var document = Calendars.document(Calendars.full(calendar))
    document.set("teamMembers", to: [])
    #expect(document.calendarType == nil)
    let found = document.validation.problems(under: .root)
    #expect(found.map(\.rule) == ["type.unknown"])
    #expect(found.first?.severity == .note)
    #expect(document.validation.counts.isEmpty)
  }

  @Test func statingTheTypeChecksItsRules() {
    var document = Calendars.document(Calendars.full(["calendarType": nil, "teamMembers": nil]))
    document.set("teamMembers", to: [])
    document.stateType(.collective)
    #expect(document.calendarType == .collective)
    #expect(document.problems("team.required").map(\.severity) == [.error])
    #expect(document.problems("type.unknown") == [])
    document.set("teamMembers", to: [Calendars.member("u1", locations: 2)])
    #expect(document.problems("team.collectivePrimary").count == 1)
    #expect(document.problems("member.oneLocation").count == 1)
    document.stateType(nil)
    #expect(document.validation.problems(under: .root).map(\.rule) == ["type.unknown"])
    // What is stated is never part of the calendar.
    #expect(document["calendarType"] == nil)
    #expect(document.undoSteps.count == 2)
  }

  @Test func theCalendarsOwnTypeWins() {
    var document = Calendars.document()
    document.stateType(.personal)
    #expect(document.calendarType == .roundRobin)
  }
}
