import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// What was sent against what the service holds afterwards.
@Suite("Whether an update was taken")
struct TakenTests {
  /// A body, a calendar, and what is said about them.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let sent: String
    let held: String
    var said: [String] = []
    /// Where each stands in what is held.
    var paths: [JSONPath]?
    var verdicts: [ReadBack.Verdict]?
    var testDescription: String { what }
  }

  private func check(_ test: Case) {
    let found = ReadBack(
      sent: Calendars.parse(test.sent), held: Calendars.parse(test.held), names: ["a": "Ana"])
    #expect(found.differences.map(\.text) == test.said)
    #expect(found.isExact == test.said.isEmpty)
    if let paths = test.paths { #expect(found.differences.map(\.path) == paths) }
    if let verdicts = test.verdicts {
      #expect(found.properties.map(\.verdict) == verdicts)
    } else if test.said.isEmpty {
      #expect(found.properties.allSatisfy { $0.verdict == .taken })
    }
  }

  @Test(arguments: [
    Case(what: "taken", sent: #"{"name":"x"}"#, held: #"{"name":"x","version":3,"notes":"y"}"#),
    Case(
      what: "changed", sent: #"{"slotInterval":15,"name":"x"}"#,
      held: #"{"slotInterval":10,"name":"x"}"#, said: ["Slot interval: kept 10 instead of 15"],
      paths: ["slotInterval"], verdicts: [.taken, .changed]),
    Case(
      what: "dropped", sent: #"{"notes":"x","slug":"y"}"#, held: #"{"slug":null}"#,
      said: [#"Slug: "y" was not stored"#, #"Notes: "x" was not stored"#],
      verdicts: [.dropped, .dropped]),
    Case(what: "another spelling", sent: #"{"slotDuration":30}"#, held: #"{"slotDuration":30.0}"#),
    Case(
      what: "a number as a text", sent: #"{"appoinmentPerDay":8}"#,
      held: #"{"appoinmentPerDay":"8"}"#),
    Case(
      what: "another number as a text", sent: #"{"appoinmentPerDay":8}"#,
      held: #"{"appoinmentPerDay":"9"}"#, said: ["Bookings per day: kept 9 (as text) instead of 8"]),
    Case(
      what: "another spelling of a key", sent: #"{"formSubmitRedirectURL":"https://a"}"#,
      held: #"{"formSubmitRedirectUrl":"https://a"}"#),
    Case(what: "null is nothing", sent: #"{"availabilityType":null}"#, held: "{}"),
    Case(
      what: "null is not a value", sent: #"{"availabilityType":null}"#,
      held: #"{"availabilityType":0}"#,
      said: ["Availability: kept Weekly hours only instead of Both"]),
    Case(what: "a default is not spelt out", sent: #"{"enableRecurring":false}"#, held: "{}"),
    Case(
      what: "what is no default is", sent: #"{"enableRecurring":true}"#, held: "{}",
      said: ["Recurring bookings: yes was not stored"]),
    Case(
      what: "empty is nothing", sent: #"{"notes":"","teamMembers":[]}"#, held: #"{"notes":null}"#),
    Case(
      what: "a choice", sent: #"{"widgetType":"default"}"#, held: #"{"widgetType":"classic"}"#,
      said: ["Widget layout: kept Classic instead of Neo"]),
    Case(
      what: "a long text was cut",
      sent: #"{"notes":"One long text that goes on and on, for ever"}"#,
      held: #"{"notes":"One long text that goes on and on, for e"}"#,
      said: [
        #"Notes: kept "One long text that goes on and on, for e" instead of "#
          + #""One long text that goes on and on, for …""#
      ]),
    Case(
      what: "members of an object",
      sent: #"{"lookBusyConfig":{"enabled":true,"LookBusyPercentage":20}}"#,
      held: #"{"lookBusyConfig":{"enabled":false,"lookBusyPercentage":20.0,"x":1}}"#,
      said: ["Look busy › Switched on: kept no instead of yes"], paths: ["lookBusyConfig.enabled"],
      verdicts: [.changed]),
    Case(
      what: "an object that is none", sent: #"{"recurring":{"count":2}}"#,
      held: #"{"recurring":"x"}"#, said: [#"Rule: kept "x" instead of 2"#]),
    Case(
      what: "undocumented members of rows that were sent",
      sent: #"{"teamMembers":[{"userId":"b","zoomOauthId":"1"},{"userId":"a","zoomOauthId":"2","#
        + #""x":{"y":[1]},"z":null,"locationConfigurations":[{"kind":"custom","position":0}]}]}"#,
      held: #"{"teamMembers":[{"userId":"b","zoomOauthId":"1"},{"userId":"a","x":{"y":[2]},"#
        + #""locationConfigurations":[{"kind":"custom"}]}]}"#,
      said: [
        "Team members › Ana › Meeting locations › Location 1 › position: 0 was not stored",
        #"Team members › Ana › zoomOauthId: "2" was not stored"#,
        ##"Team members › Ana › x: kept "{"y":[2]}" instead of "{"y":[1]}""##,
      ]),
    Case(
      what: "undocumented members that were sent", sent: #"{"recurring":{"count":2,"interval":3}}"#,
      held: #"{"recurring":{"count":2}}"#, said: ["Rule › interval: 3 was not stored"]),
    Case(what: "nothing was sent", sent: "{}", held: #"{"name":"x"}"#, verdicts: []),
    Case(
      what: "texts that look like numbers are texts", sent: #"{"slug":"1.0","notes":"1e3"}"#,
      held: #"{"slug":"1","notes":"1000"}"#,
      said: [#"Slug: kept "1" instead of "1.0""#, #"Notes: kept "1000" instead of "1e3""#]),
    Case(
      what: "numbers, however they are written",
      sent:
        #"{"slotDuration":30,"appoinmentPerDay":"8","teamMembers":[{"userId":"a","priority":0.5}]}"#,
      held:
        #"{"slotDuration":"30.0","appoinmentPerDay":8.0,"teamMembers":[{"userId":"a","priority":"0.5"}]}"#
    ),
    Case(
      what: "null is not the default",
      sent: #"{"slotDuration":30,"enableRecurring":false,"availabilityType":0}"#,
      held: #"{"slotDuration":null,"enableRecurring":null,"availabilityType":null}"#,
      said: [
        "Availability: kept Both instead of Weekly hours only",
        "Slot duration: 30 was not stored", "Recurring bookings: no was not stored",
      ]),
  ]) func values(_ test: Case) { check(test) }

  private static let hours = #"{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}"#
  private static let late = #"{"openHour":13,"openMinute":0,"closeHour":17,"closeMinute":0}"#

  @Test(arguments: [
    Case(
      what: "what the service adds", sent: #"{"teamMembers":[{"userId":"a","priority":0.5}]}"#,
      held:
        #"{"teamMembers":[{"_id":"1","userId":"a","priority":0.50,"selected":true,"isPrimary":false,"locationConfigurations":[{"kind":"custom","meetingId":"9"}]}]}"#
    ),
    Case(
      what: "the last date was deleted, and the list is gone",
      sent:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]}"#,
      held: "{}"),
    Case(
      what: "a list without rows, and none", sent: #"{"teamMembers":[],"availabilities":[]}"#,
      held: #"{"availabilities":null}"#),
    Case(
      what: "a date that stays when the list is gone",
      sent: #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      held: "{}", said: ["Date-specific hours: 1 date: 2027-01-04 closed was not stored"],
      verdicts: [.dropped]),
    Case(
      what: "a closed day is stored as a range of its own",
      sent: #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      held:
        #"{"availabilities":[{"id":"1","date":"2027-01-04","hours":[{"openHour":0,"openMinute":0,"closeHour":0,"closeMinute":0}]}]}"#
    ),
    Case(
      what: "a member was changed",
      sent: #"{"teamMembers":[{"userId":"b"},{"userId":"a","priority":1,"isPrimary":true}]}"#,
      held: #"{"teamMembers":[{"userId":"b"},{"userId":"a","priority":0.5}]}"#,
      said: [
        "Team members › Ana › Priority: kept Medium instead of High",
        "Team members › Ana › Primary: yes was not stored",
      ], paths: ["teamMembers[1].priority", "teamMembers[1].isPrimary"], verdicts: [.changed]),
    Case(
      what: "members came, went and moved",
      sent: #"{"teamMembers":[{"userId":"a"},{"userId":"b"},{"userId":"c"}]}"#,
      held: #"{"teamMembers":[{"userId":"c"},{"userId":"b"},{"userId":"d"}]}"#,
      said: [
        "Team members › Ana: was not stored", "Team members › d: there, though it was not sent",
        "Team members: kept in another order",
      ], paths: ["teamMembers", "teamMembers[2]", "teamMembers"]),
    Case(
      what: "a member twice",
      sent: #"{"teamMembers":[{"userId":"a"},{"userId":"a","priority":1}]}"#,
      held: #"{"teamMembers":[{"userId":"a"}]}"#,
      said: ["Team members: kept 1 team member: Ana instead of 2 team members: Ana; Ana"],
      paths: ["teamMembers"]),
    Case(
      what: "places of a member",
      sent:
        #"{"teamMembers":[{"userId":"a","locationConfigurations":[{"kind":"zoom_conference"}]}]}"#,
      held:
        #"{"teamMembers":[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"x"}]}]}"#,
      said: [
        "Team members › Ana › Meeting locations › Location 1 › Kind: kept Custom instead of Zoom"
      ],
      paths: ["teamMembers[0].locationConfigurations[0].kind"]),
    Case(
      what: "notifications",
      sent: #"{"notifications":[{"type":"email","selectedUsers":""},{"selectedUsers":"a@b.c"}]}"#,
      held: #"{"notifications":[{"selectedUsers":"x@b.c"},{}]}"#,
      said: [
        #"Notifications › Notification 1 › Selected users: kept "x@b.c" instead of """#,
        #"Notifications › Notification 2 › Selected users: "a@b.c" was not stored"#,
      ]),
    Case(
      what: "rows that are none", sent: #"{"teamMembers":[3]}"#, held: #"{"teamMembers":["x"]}"#,
      said: [#"Team members: kept 1 team member: "x" instead of 1 team member: 3"#]),
    Case(
      what: "new dates come back with ids",
      sent:
        #"{"availabilities":[{"date":"2027-01-04T00:00:00.000Z","hours":[\#(hours),\#(late)]}]}"#,
      held:
        #"{"availabilities":[{"_id":"9","date":"2027-01-04T00:00:00.000Z","hours":[\#(late),\#(hours)],"deleted":false}]}"#
    ),
    Case(
      what: "a date got other hours",
      sent:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[\#(hours)]}]}"#,
      held: #"{"availabilities":[{"_id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      said: ["Date-specific hours › Mon 2027-01-04 › Hours: kept closed instead of 09:00–12:00"],
      paths: ["availabilities[0].hours"]),
    Case(
      what: "closed and nothing said are two",
      sent: #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      held: #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z"}]}"#,
      said: ["Date-specific hours › Mon 2027-01-04 › Hours: closed was not stored"]),
    Case(
      what: "deleted dates are gone or marked",
      sent:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","deleted":true},{"id":"2","date":"2027-01-05T00:00:00.000Z","deleted":true}]}"#,
      held: #"{"availabilities":[{"id":"2","date":"2027-01-05T00:00:00.000Z","deleted":true}]}"#),
    Case(
      what: "dates that are there and dates that are not",
      sent:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","deleted":true},{"date":"2027-01-06T00:00:00.000Z","hours":[]}]}"#,
      held:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z"},{"id":"3","date":"2027-01-07T00:00:00.000Z"}]}"#,
      said: [
        "Date-specific hours › Wed 2027-01-06: was not stored",
        "Date-specific hours › Mon 2027-01-04: still there, though it was deleted",
        "Date-specific hours › Thu 2027-01-07: there, though it was not sent",
      ], paths: ["availabilities", "availabilities[0]", "availabilities[1]"]),
    Case(
      what: "a date was deleted and made anew",
      sent:
        #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","deleted":true},{"date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      held: #"{"availabilities":[{"id":"2","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#),
    Case(
      what: "a date was shifted",
      sent: #"{"availabilities":[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]}"#,
      held: #"{"availabilities":[{"id":"1","date":"2027-01-03T23:00:00.000Z","hours":[]}]}"#,
      said: [
        "Date-specific hours › Mon 2027-01-04 › Date: kept 2027-01-03 "
          + "(as 2027-01-03T23:00:00.000Z) instead of 2027-01-04"
      ]),
    Case(
      what: "the week in other entries",
      sent: #"{"openHours":[{"daysOfTheWeek":[1,2],"hours":[\#(hours),\#(late)]}]}"#,
      held:
        #"{"openHours":[{"_id":"x","daysOfTheWeek":[2],"hours":[\#(late),\#(hours)]},{"daysOfTheWeek":[1],"hours":[\#(hours)]},{"daysOfTheWeek":[1],"hours":[\#(late)]}]}"#
    ),
    Case(
      what: "days with other hours",
      sent: #"{"openHours":[{"daysOfTheWeek":[1,2,3,5],"hours":[\#(hours)]}]}"#,
      held:
        #"{"openHours":[{"daysOfTheWeek":[1,2,3],"hours":[\#(late)]},{"daysOfTheWeek":[5,6],"hours":[\#(hours)]}]}"#,
      said: [
        "Weekly hours › Mon–Wed: kept 13:00–17:00 instead of 09:00–12:00",
        "Weekly hours › Saturday: kept 09:00–12:00 instead of closed",
      ], paths: ["openHours", "openHours"]),
  ]) func rows(_ test: Case) { check(test) }

  /// Every property that can be sent: taken as it is, dropped, and kept as it was.
  @Test(arguments: MergeFieldTests.cases.filter { $0.path.count == 1 })
  func everyProperty(_ test: MergeFieldTests.Case) throws {
    let field = try #require(CalendarSchema.field(test.keys))
    for value in [test.mine, test.theirs] {
      let body = JSONValue.object(JSONObject([.init(key: test.keys, value: value)]))
      let taken = MergeFieldTests.calendar(test.path, value)
      #expect(ReadBack(sent: body, held: taken).isExact)
      let kept = ReadBack(sent: body, held: Calendars.full)
      #expect(!kept.isExact && kept.properties == [.init(key: test.keys, verdict: .changed)])
      #expect(kept.differences.allSatisfy { $0.path.topKey == test.keys })
      #expect(kept.differences.allSatisfy { $0.section == CalendarSchema.section(of: test.keys) })
      let isNothing =
        value == [] || value.isNull || field.defaultValue.map(value.isEquivalent) == true
      let dropped = ReadBack(sent: body, held: Calendars.full([test.keys: nil]))
      #expect(dropped.properties.map(\.verdict) == [isNothing ? .taken : .dropped])
    }
  }

  /// A body as it is made, sent to a service that takes it: nothing is said.
  @Test(arguments: 1...60 as ClosedRange<UInt64>) func whatIsTakenIsTaken(_ seed: UInt64) {
    var generator = MergeGenerator(seed: seed &+ 800)
    let base = generator.base()
    var document = Calendars.document(base)
    document.rebase(onto: base, current: generator.edited(base, count: 12))
    let sent = UpdateBody(document).json
    var held = base
    for member in sent.object?.members ?? [] { held = held.setting(member.key, member.value) }
    let found = ReadBack(sent: sent, held: held)
    #expect(found.isExact, "\(found.differences.map(\.text))")
    #expect(found.properties.count == sent.object?.count)
    let kept = ReadBack(sent: sent, held: base)
    #expect(SaveOutcome(before: base, sent: sent, after: held) == .saved)
    #expect(
      SaveOutcome(before: base, sent: sent, after: base) == (kept.isExact ? .saved : .notSaved))
  }

  /// A list that is walked through for each row would cost a hundred times as much.
  @Test func manyDatesCostAsMuchMoreAsThereAreMore() {
    let growth = Effort.growth(from: 500, to: 5000) { count in
      let rows = (0..<count).map { number -> JSONValue in
        ["date": .text(CalendarDate(daysSinceEpoch: 20_000 + number).wire), "hours": []]
      }
      let held = rows.enumerated().map { $1.setting("id", .text("s\($0)")) }
      let sent: JSONValue = ["availabilities": .array(rows)]
      return {
        #expect(ReadBack(sent: sent, held: ["availabilities": .array(held.reversed())]).isExact)
        let half = SaveOutcome(
          before: [:], sent: sent, after: ["availabilities": .array(Array(held.prefix(count / 2)))])
        guard case .partly(let found) = half else {
          Issue.record("\(half)")
          return
        }
        #expect(found.differences.count == count / 2)
      }
    }
    #expect(growth < 40)
  }
}

@Suite("What became of a save")
struct SaveOutcomeTests {
  static func name(_ outcome: SaveOutcome) -> String {
    switch outcome {
    case .saved: "saved"
    case .notSaved: "not saved"
    case .partly(let found): "partly: " + found.differences.map(\.text).joined(separator: "; ")
    case .changedOtherwise(let found):
      "otherwise: " + found.differences.map(\.text).joined(separator: "; ")
    }
  }

  /// Before, sent, after, and what became of it.
  @Test(arguments: [
    (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"b"}"#, "saved"),
    (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"b","slug":"else"}"#, "saved"),
    (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"a"}"#, "not saved"),
    (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"a","dateUpdated":"now"}"#, "not saved"),
    (
      #"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"a","slug":"else"}"#,
      #"otherwise: Name: kept "a" instead of "b""#
    ),
    (
      #"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"c"}"#,
      #"otherwise: Name: kept "c" instead of "b""#
    ),
    (
      #"{"name":"a","slug":"a"}"#, #"{"name":"b","slug":"b"}"#, #"{"name":"b","slug":"a"}"#,
      #"partly: Slug: kept "a" instead of "b""#
    ),
    (
      #"{"name":"a","slotInterval":30}"#, #"{"name":"b","slotInterval":15}"#,
      #"{"name":"b","slotInterval":10}"#, "partly: Slot interval: kept 10 instead of 15"
    ),
    (
      #"{"slotDuration":30}"#, #"{"slotDuration":15}"#, #"{}"#,
      "otherwise: Slot duration: 15 was not stored"
    ),
    (
      #"{"teamMembers":[{"userId":"a"}]}"#,
      #"{"teamMembers":[{"userId":"a","priority":1},{"userId":"b"}]}"#,
      #"{"teamMembers":[{"userId":"a"},{"userId":"b","selected":true}]}"#,
      "partly: Team members › a › Priority: High was not stored"
    ),
    (
      #"{"teamMembers":[{"userId":"a"}]}"#,
      #"{"teamMembers":[{"userId":"a"},{"userId":"b","priority":1}]}"#,
      #"{"teamMembers":[{"userId":"a"},{"userId":"b","priority":0}]}"#,
      "otherwise: Team members › b › Priority: kept Low instead of High"
    ),
    (
      #"{"teamMembers":[{"userId":"a"},{"userId":"b"}]}"#,
      #"{"name":"x","teamMembers":[{"userId":"b"},{"userId":"a"}]}"#,
      #"{"name":"x","teamMembers":[{"userId":"a"},{"userId":"b"}]}"#,
      "partly: Team members: kept in another order"
    ),
    (
      #"{"teamMembers":[{"userId":"a","selected":true}]}"#, #"{"teamMembers":[]}"#,
      #"{"teamMembers":[{"userId":"a","selected":false}]}"#, "not saved"
    ),
    (
      #"{"openHours":[]}"#,
      #"{"openHours":[{"daysOfTheWeek":[1,2,3],"hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]}"#,
      #"{"openHours":[{"daysOfTheWeek":[1],"hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]}"#,
      "partly: Weekly hours › Tue, Wed: kept closed instead of 09:00–12:00"
    ),
    (
      #"{"appoinmentPerDay":"8"}"#, #"{"appoinmentPerDay":8}"#, #"{"appoinmentPerDay":"8"}"#,
      "saved"
    ),
    (#"{"name":"a"}"#, "{}", #"{"name":"a"}"#, "saved"),
  ]) func outcomes(_ before: String, _ sent: String, _ after: String, _ expected: String) {
    let outcome = SaveOutcome(
      before: Calendars.parse(before), sent: Calendars.parse(sent), after: Calendars.parse(after))
    #expect(Self.name(outcome) == expected)
  }
}
