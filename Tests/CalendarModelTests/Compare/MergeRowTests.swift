import JSON
import Testing

@testable import CalendarModel

@Suite("Merging rows, days and pairs")
struct MergeRowTests {
  /// Three values of a property, what comes of them, and what is said.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let key: String
    let base: String
    let theirs: String
    let mine: String
    /// The value with every conflict decided for mine, and for theirs where that is another.
    let merged: String
    var mergedTheirs: String?
    /// "label: loaded | theirs | mine".
    var conflicts: [String] = []
    var takenOver: [String] = []
    var testDescription: String { what }
  }

  private static func check(_ test: Case) {
    func calendar(_ value: String) -> JSONValue {
      value.isEmpty ? ["name": "x"] : Calendars.parse(#"{"name":"x","\#(test.key)":\#(value)}"#)
    }
    let merge = CalendarMerge(
      base: calendar(test.base), theirs: calendar(test.theirs), mine: calendar(test.mine),
      names: ["a": "Ana"])
    #expect(
      merge.conflicts.map { "\($0.label): \($0.baseText) | \($0.theirsText) | \($0.mineText)" }
        == test.conflicts)
    #expect(merge.takenOver.map(\.text) == test.takenOver)
    let merged = Calendars.parse(test.merged)
    #expect(merge.resolved()[key: test.key] ?? "nothing" == merged)
    #expect(
      merge.resolved(otherwise: .theirs)[key: test.key] ?? "nothing"
        == test.mergedTheirs.map { Calendars.parse($0) } ?? merged)
  }

  /// Entries of the weekly hours that no day shows: an edit of one is not lost where they changed a
  /// day.
  @Test(arguments: [
    (#"{"daysOfTheWeek":[],"hours":[]}"#, #"{"daysOfTheWeek":[],"hours":[{"openHour":9}]}"#),
    (#"{"hours":[]}"#, #"{"hours":[{"openHour":9}]}"#),
    (#"{"daysOfTheWeek":[9],"hours":[]}"#, #"{"daysOfTheWeek":[8],"hours":[]}"#),
    (#""x""#, #""y""#), ("3", ""),
  ])
  func whatNoDayShowsIsNotLost(_ before: String, _ after: String) {
    func calendar(_ hour: Int, _ odd: String) -> JSONValue {
      let entry = Calendars.week([1], Calendars.hour(hour, 12))
      return [
        "openHours": .array([entry] + (odd.isEmpty ? [] : [Calendars.parse(odd)])), "name": "x",
      ]
    }
    let (theirs, mine) = (calendar(10, before), calendar(9, after))
    let merge = CalendarMerge(base: calendar(9, before), theirs: theirs, mine: mine)
    #expect(merge.conflicts.map(\.id.steps) == [["openHours"]])
    #expect(merge.takenOver.isEmpty)
    #expect(merge.resolved() == mine)
    #expect(merge.resolved(otherwise: .theirs) == theirs)
  }

  /// Dates with other ids are paired by their day where one of each has it, and never by a guess.
  @Test(arguments: 0...3, 0...3) func datesOfOneDayAreNotGuessed(_ olds: Int, _ news: Int) {
    func rows(_ prefix: String, _ count: Int) -> [JSONValue] {
      let date = JSONValue.text(Calendars.date(2027, 1, 4).wire)
      let other: JSONValue = [
        "id": "same", "date": .text(Calendars.date(2027, 1, 5).wire), "hours": [],
      ]
      return [other]
        + (0..<count).map { number in
          [
            "id": .text("\(prefix)\(number)"), "date": date,
            "hours": [Calendars.hour(9 + number, 20)],
          ]
        }
    }
    let pairing = RowPairing.strict(
      old: rows("a", olds), new: rows("b", news), type: .availability)
    if olds == 1, news == 1 {
      #expect(pairing?.oldIndex == [0, 1] && pairing?.removed == [])
    } else if olds == 0 || news == 0 {
      #expect(pairing?.oldIndex == [0] + Array(repeating: nil, count: news))
      #expect(pairing?.removed == Array(1..<1 + olds))
    } else {
      #expect(pairing == nil)
    }
  }

  @Test(arguments: [
    Case(
      what: "each side edits another member", key: "teamMembers",
      base: #"[{"userId":"a","priority":0.5},{"userId":"b","priority":0.50}]"#,
      theirs: #"[{"userId":"a","priority":1},{"userId":"b","priority":0.50}]"#,
      mine: #"[{"userId":"a","priority":0.5},{"userId":"b","priority":0}]"#,
      merged: #"[{"userId":"a","priority":1},{"userId":"b","priority":0}]"#,
      takenOver: ["Team members › Ana › Priority: Medium → High"]),
    Case(
      what: "each side edits something else of one member", key: "teamMembers",
      base: #"[{"userId":"a","priority":0.5}]"#,
      theirs: #"[{"userId":"a","priority":0.5,"selected":true,"isPrimary":true}]"#,
      mine: #"[{"userId":"a","priority":1}]"#,
      merged: #"[{"userId":"a","priority":1,"selected":true,"isPrimary":true}]"#,
      takenOver: ["Team members › Ana › Primary: unset → yes"]),
    Case(
      what: "both set one thing of one member", key: "teamMembers",
      base: #"[{"userId":"a","priority":0.5}]"#, theirs: #"[{"userId":"a","priority":1}]"#,
      mine: #"[{"userId":"a","priority":0}]"#, merged: #"[{"userId":"a","priority":0}]"#,
      mergedTheirs: #"[{"userId":"a","priority":1}]"#,
      conflicts: ["Team members › Ana › Priority: Medium | High | Low"]),
    Case(
      what: "both add members, each behind another", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"}]"#,
      theirs: #"[{"userId":"a"},{"userId":"t"},{"userId":"b"}]"#,
      mine: #"[{"userId":"a"},{"userId":"b"},{"userId":"m"}]"#,
      merged: #"[{"userId":"a"},{"userId":"t"},{"userId":"b"},{"userId":"m"}]"#,
      takenOver: ["Team members › t: added"]),
    Case(
      what: "both add members at the end", key: "teamMembers", base: #"[{"userId":"a"}]"#,
      theirs: #"[{"userId":"a"},{"userId":"t","priority":1}]"#,
      mine: #"[{"userId":"a"},{"userId":"m"}]"#,
      merged: #"[{"userId":"a"},{"userId":"t","priority":1},{"userId":"m"}]"#,
      takenOver: ["Team members › t: added, priority High"]),
    Case(
      what: "both add the same member otherwise", key: "teamMembers", base: "[]",
      theirs: #"[{"userId":"a","priority":1,"selected":true}]"#,
      mine: #"[{"userId":"a","priority":0,"isPrimary":true}]"#,
      merged: #"[{"userId":"a","priority":0,"selected":true,"isPrimary":true}]"#,
      mergedTheirs: #"[{"userId":"a","priority":1,"selected":true,"isPrimary":true}]"#,
      conflicts: ["Team members › Ana › Priority: unset | High | Low"]),
    Case(
      what: "both take the same member out", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"},{"userId":"c"}]"#,
      theirs: #"[{"userId":"b"},{"userId":"c","priority":1}]"#,
      mine: #"[{"userId":"b","isPrimary":true},{"userId":"c"}]"#,
      merged: #"[{"userId":"b","isPrimary":true},{"userId":"c","priority":1}]"#,
      takenOver: ["Team members › c › Priority: unset → High"]),
    Case(
      what: "they take out what mine edits", key: "teamMembers",
      base: #"[{"userId":"a","priority":0.5},{"userId":"b"}]"#, theirs: #"[{"userId":"b"}]"#,
      mine: #"[{"userId":"a","priority":1},{"userId":"b"}]"#,
      merged: #"[{"userId":"a","priority":1},{"userId":"b"}]"#,
      mergedTheirs: #"[{"userId":"b"}]"#,
      conflicts: ["Team members › Ana: priority Medium | deleted | priority High"]),
    Case(
      what: "mine takes out what they edit", key: "teamMembers",
      base: #"[{"userId":"a","priority":0.5},{"userId":"b"}]"#,
      theirs: #"[{"userId":"a","priority":1},{"userId":"b"}]"#, mine: #"[{"userId":"b"}]"#,
      merged: #"[{"userId":"b"}]"#, mergedTheirs: #"[{"userId":"a","priority":1},{"userId":"b"}]"#,
      conflicts: ["Team members › Ana: priority Medium | priority High | deleted"]),
    Case(
      what: "mine takes out what the service marks", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"}]"#,
      theirs: #"[{"userId":"a","selected":true},{"userId":"b"},{"userId":"c"}]"#,
      mine: #"[{"userId":"b"}]"#, merged: #"[{"userId":"b"},{"userId":"c"}]"#,
      takenOver: ["Team members › c: added"]),
    Case(
      what: "they take out what mine leaves alone", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"}]"#, theirs: #"[{"userId":"b"}]"#,
      mine: #"[{"userId":"a"},{"userId":"b","priority":1}]"#,
      merged: #"[{"userId":"b","priority":1}]"#, takenOver: ["Team members › Ana: deleted"]),
    Case(
      what: "they move members", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"},{"userId":"c"}]"#,
      theirs: #"[{"userId":"c"},{"userId":"a"},{"userId":"b"}]"#,
      mine: #"[{"userId":"a"},{"userId":"b","priority":1},{"userId":"m"},{"userId":"c"}]"#,
      merged: #"[{"userId":"c"},{"userId":"a"},{"userId":"b","priority":1},{"userId":"m"}]"#,
      takenOver: ["Team members: in another order"]),
    Case(
      what: "mine moves members", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"b"},{"userId":"c"}]"#,
      theirs: #"[{"userId":"t"},{"userId":"b"},{"userId":"c"},{"userId":"a"}]"#,
      mine: #"[{"userId":"c"},{"userId":"b"},{"userId":"a"}]"#,
      merged: #"[{"userId":"t"},{"userId":"c"},{"userId":"b"},{"userId":"a"}]"#,
      takenOver: ["Team members › t: added"]),
    Case(
      what: "a user who stands there twice", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"a","priority":1}]"#,
      theirs: #"[{"userId":"a"},{"userId":"a","priority":0}]"#,
      mine: #"[{"userId":"a"},{"userId":"a","priority":0.5}]"#,
      merged: #"[{"userId":"a"},{"userId":"a","priority":0.5}]"#,
      mergedTheirs: #"[{"userId":"a"},{"userId":"a","priority":0}]"#,
      conflicts: [
        #"Team members: 2 team members: Ana; Ana | "…"priority":0}]" | "…"priority":0.5}]""#
      ]),
    Case(
      what: "a user who stands there twice and is left alone", key: "teamMembers",
      base: #"[{"userId":"a"},{"userId":"a","priority":1},{"userId":"b"}]"#,
      theirs: #"[{"userId":"a"},{"userId":"a","priority":1},{"userId":"b","priority":1}]"#,
      mine: #"[{"userId":"a"},{"userId":"a","priority":1},{"userId":"b","isPrimary":true}]"#,
      merged:
        #"[{"userId":"a"},{"userId":"a","priority":1},{"userId":"b","priority":1,"isPrimary":true}]"#,
      takenOver: ["Team members › b › Priority: unset → High"]),
    Case(
      what: "a member without a user is new", key: "teamMembers", base: #"[{"userId":"a"}]"#,
      theirs: #"[{"userId":"a","priority":1}]"#, mine: #"[{"userId":"a"},{"userId":""}]"#,
      merged: #"[{"userId":"a","priority":1},{"userId":""}]"#,
      takenOver: ["Team members › Ana › Priority: unset → High"]),
    Case(
      what: "rows that are none", key: "teamMembers", base: #"[3,{"userId":"a"}]"#,
      theirs: #"[3,{"userId":"a","priority":1}]"#, mine: #"[3,{"userId":"a"},"x"]"#,
      merged: #"[3,{"userId":"a","priority":1},"x"]"#,
      takenOver: ["Team members › Ana › Priority: unset → High"]),
    Case(
      what: "a list that is none", key: "teamMembers", base: #"[{"userId":"a"}]"#, theirs: "null",
      mine: #"[{"userId":"a","priority":1}]"#, merged: #"[{"userId":"a","priority":1}]"#,
      mergedTheirs: "null",
      conflicts: ["Team members: 1 team member: Ana | null | 1 team member: Ana"]),
    Case(
      what: "two answers where nothing was", key: "teamMembers", base: "",
      theirs: #"[{"userId":"a"}]"#, mine: #"[{"userId":"b"}]"#,
      merged: #"[{"userId":"a"},{"userId":"b"}]"#, takenOver: ["Team members › Ana: added"]),
  ]) func members(_ test: Case) { Self.check(test) }

  @Test(arguments: [
    Case(
      what: "each side another kind", key: "locationConfigurations",
      base: #"[{"kind":"custom","location":"1"},{"kind":"physical","location":"2"}]"#,
      theirs: #"[{"kind":"custom","location":"1"},{"kind":"physical","location":"T"}]"#,
      mine: #"[{"kind":"custom","location":"M"},{"kind":"physical","location":"2"}]"#,
      merged: #"[{"kind":"custom","location":"M"},{"kind":"physical","location":"T"}]"#,
      takenOver: ["Meeting locations › Location 2: Address: 2 → Address: T"]),
    Case(
      what: "a place is one thing", key: "locationConfigurations",
      base: #"[{"kind":"custom","location":"1"}]"#, theirs: #"[{"kind":"custom","location":"T"}]"#,
      mine: #"[{"kind":"physical","location":"1"}]"#,
      merged: #"[{"kind":"physical","location":"1"}]"#,
      mergedTheirs: #"[{"kind":"custom","location":"T"}]"#,
      conflicts: ["Meeting locations › Location 1: Custom: 1 | Custom: T | Address: 1"]),
    Case(
      what: "the service adds a meeting", key: "locationConfigurations",
      base: #"[{"kind":"zoom_conference"}]"#,
      theirs: #"[{"kind":"zoom_conference","meetingId":"9","position":0}]"#,
      mine: #"[{"kind":"zoom_conference","location":""}]"#,
      merged: #"[{"kind":"zoom_conference","meetingId":"9","position":0,"location":""}]"#),
    Case(
      what: "two of a kind, one edited on each side", key: "locationConfigurations",
      base: #"[{"kind":"custom","location":"1"},{"kind":"custom","location":"2"}]"#,
      theirs: #"[{"kind":"custom","location":"1"},{"kind":"custom","location":"T"}]"#,
      mine: #"[{"kind":"custom","location":"M"},{"kind":"custom","location":"2"}]"#,
      merged: #"[{"kind":"custom","location":"M"},{"kind":"custom","location":"T"}]"#,
      takenOver: ["Meeting locations › Location 2: Custom: 2 → Custom: T"]),
    Case(
      what: "two of a kind that cannot be told apart", key: "locationConfigurations",
      base: #"[{"kind":"custom","location":"1"},{"kind":"custom","location":"2"}]"#,
      theirs: #"[{"kind":"custom","location":"T"}]"#,
      mine: #"[{"kind":"custom","location":"M"},{"kind":"custom","location":"2"}]"#,
      merged: #"[{"kind":"custom","location":"M"},{"kind":"custom","location":"2"}]"#,
      mergedTheirs: #"[{"kind":"custom","location":"T"}]"#,
      conflicts: [
        "Meeting locations: 2 locations: Custom: 1; Custom: 2 | 1 location: Custom: T | "
          + "2 locations: Custom: M; Custom: 2"
      ]),
    Case(
      what: "both add one", key: "locationConfigurations", base: #"[{"kind":"booker"}]"#,
      theirs: #"[{"kind":"booker"},{"kind":"custom","location":"T"}]"#,
      mine: #"[{"kind":"booker"},{"kind":"physical","location":"M"}]"#,
      merged:
        #"[{"kind":"booker"},{"kind":"custom","location":"T"},{"kind":"physical","location":"M"}]"#,
      takenOver: ["Meeting locations › Location 2: added, Custom: T"]),
    Case(
      what: "two answers where nothing was", key: "locationConfigurations", base: "[]",
      theirs: #"[{"kind":"booker"}]"#, mine: #"[{"kind":"custom"}]"#,
      merged: #"[{"kind":"custom"}]"#, mergedTheirs: #"[{"kind":"booker"}]"#,
      conflicts: [
        "Meeting locations: none | 1 location: Ask the booker | 1 location: Custom"
      ]),
    Case(
      what: "inside a member", key: "teamMembers",
      base: #"[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"1"}]}]"#,
      theirs: #"[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"T"}]}]"#,
      mine: #"[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"M"}]}]"#,
      merged: #"[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"M"}]}]"#,
      mergedTheirs:
        #"[{"userId":"a","locationConfigurations":[{"kind":"custom","location":"T"}]}]"#,
      conflicts: [
        "Team members › Ana › Meeting locations › Location 1: Custom: 1 | Custom: T | Custom: M"
      ]),
    Case(
      what: "notifications stand in order", key: "notifications",
      base: #"[{"shouldSendToUser":true,"selectedUsers":""},{"selectedUsers":"b@c.d"}]"#,
      theirs: #"[{"shouldSendToUser":false,"selectedUsers":""},{"selectedUsers":"t@c.d"}]"#,
      mine: #"[{"shouldSendToUser":true,"selectedUsers":"m"},{"selectedUsers":"m@c.d"}]"#,
      merged: #"[{"shouldSendToUser":false,"selectedUsers":"m"},{"selectedUsers":"m@c.d"}]"#,
      mergedTheirs: #"[{"shouldSendToUser":false,"selectedUsers":"m"},{"selectedUsers":"t@c.d"}]"#,
      conflicts: [
        #"Notifications › Notification 2 › Selected users: "b@c.d" | "t@c.d" | "m@c.d""#
      ],
      takenOver: ["Notifications › Notification 1 › To the user: yes → no"]),
  ]) func places(_ test: Case) { Self.check(test) }

  @Test(arguments: [
    Case(
      what: "each side another date", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]},{"id":"2","date":"2027-01-05T00:00:00.000Z","hours":[]}]"#,
      mine:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true},{"date":"2027-01-06T00:00:00.000Z","hours":[]}]"#,
      merged:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true},{"id":"2","date":"2027-01-05T00:00:00.000Z","hours":[]},{"date":"2027-01-06T00:00:00.000Z","hours":[]}]"#,
      takenOver: ["Date-specific hours › Tue 2027-01-05: added, closed"]),
    Case(
      what: "both set the hours of one date", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]"#,
      mine:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"closeHour":23,"closeMinute":60}]}]"#,
      merged:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"closeHour":23,"closeMinute":60}]}]"#,
      mergedTheirs:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]"#,
      conflicts: [
        "Date-specific hours › Mon 2027-01-04 › Hours: closed | 09:00–12:00 | 09:00–24:00"
      ]),
    Case(
      what: "both add the same date", key: "availabilities", base: "[]",
      theirs: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":false}]"#,
      mine: #"[{"date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      merged: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":false}]"#),
    Case(
      what: "both add the same date otherwise", key: "availabilities", base: "null",
      theirs: #"[{"_id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      mine:
        #"[{"date":"2027-01-04","hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]"#,
      merged:
        #"[{"_id":"1","date":"2027-01-04T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]}]"#,
      mergedTheirs: #"[{"_id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      conflicts: ["Date-specific hours › Mon 2027-01-04 › Hours: unset | closed | 09:00–12:00"]),
    Case(
      what: "the service gives the date another id", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs: #"[{"id":"7","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":null}]"#,
      merged: #"[{"id":"7","date":"2027-01-04T00:00:00.000Z","hours":null}]"#),
    Case(
      what: "mine deletes what they change", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":null}]"#,
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]"#,
      merged: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]"#,
      mergedTheirs: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":null}]"#,
      conflicts: ["Date-specific hours › Mon 2027-01-04: closed | no hours | deleted"]),
    Case(
      what: "mine deletes, and the service says that it is not", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":false}]"#,
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]"#,
      merged: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]"#),
    Case(
      what: "they delete what mine changes", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#, theirs: "[]",
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":null}]"#,
      merged: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":null}]"#,
      mergedTheirs: "[]",
      conflicts: ["Date-specific hours › Mon 2027-01-04: closed | deleted | no hours"]),
    Case(
      what: "both delete, by a mark and altogether", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#, theirs: "[]",
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true}]"#,
      merged: "[]"),
    Case(
      what: "they delete by a mark", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]},{"id":"2"}]"#,
      theirs:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true},{"id":"2"}]"#,
      mine: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]},{"id":"2","hours":[]}]"#,
      merged:
        #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[],"deleted":true},{"id":"2","hours":[]}]"#,
      takenOver: ["Date-specific hours › Mon 2027-01-04: deleted"]),
    Case(
      what: "both move one entry to other days", key: "availabilities",
      base: #"[{"id":"1","date":"2027-01-04T00:00:00.000Z","hours":[]}]"#,
      theirs: #"[{"id":"1","date":"2027-01-05T00:00:00.000Z","hours":[]}]"#,
      mine: #"[{"id":"1","date":"2027-01-06T00:00:00.000Z","hours":[]}]"#,
      merged: #"[{"id":"1","date":"2027-01-06T00:00:00.000Z","hours":[]}]"#,
      mergedTheirs: #"[{"id":"1","date":"2027-01-05T00:00:00.000Z","hours":[]}]"#,
      conflicts: [
        "Date-specific hours › Wed 2027-01-06 › Date: 2027-01-04 | 2027-01-05 | 2027-01-06"
      ]),
  ]) func dates(_ test: Case) { Self.check(test) }

  // MARK: Days of the week

  private static let hours9to17 = #"[{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]"#
  private static let hours9to12 = #"[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]"#

  @Test(arguments: [
    Case(
      what: "each side another day", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2,3,4,5],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[1,2,3,4],"hours":\#(hours9to17),"_id":"w"}]"#,
      mine:
        #"[{"daysOfTheWeek":[2,3,4,5],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[2,3,4],"hours":\#(hours9to17),"_id":"w"},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      takenOver: ["Weekly hours › Friday: 09:00–17:00 → closed"]),
    Case(
      what: "both one day", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      mine:
        #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      mergedTheirs: #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      conflicts: ["Weekly hours › Monday: 09:00–17:00 | closed | 09:00–12:00"]),
    Case(
      what: "the same hours in other entries", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs:
        #"[{"daysOfTheWeek":[1],"hours":\#(hours9to12)},{"daysOfTheWeek":[2],"hours":\#(hours9to12)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[1],"hours":\#(hours9to12)},{"daysOfTheWeek":[2],"hours":\#(hours9to12)}]"#
    ),
    Case(
      what: "several days at once", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2,3,6],"hours":\#(hours9to17)}]"#,
      theirs:
        #"[{"daysOfTheWeek":[6],"hours":\#(hours9to17)},{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to12)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to17)}]"#,
      merged: #"[{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to12)}]"#,
      takenOver: ["Weekly hours › Mon–Wed: 09:00–17:00 → 09:00–12:00"]),
    Case(
      what: "hours of mine that cannot be read", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2],"hours":[{"openHour":9}]}]"#,
      merged: #"[{"daysOfTheWeek":[1,2],"hours":[{"openHour":9}]}]"#,
      mergedTheirs: #"[{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      conflicts: [
        "Weekly hours: 1 entry: Mon, Tue 09:00–17:00 | 1 entry: Mon 09:00–17:00 | "
          + "1 entry: Mon, Tue unreadable range (ignored)"
      ]),
    Case(
      what: "an entry for no day", key: "openHours",
      base: #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      mine:
        #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[1,3],"hours":\#(hours9to17)}]"#,
      merged:
        #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[2,3],"hours":\#(hours9to17)}]"#,
      takenOver: [
        "Weekly hours › Monday: 09:00–17:00 → closed",
        "Weekly hours › Tuesday: closed → 09:00–17:00",
      ]),
  ]) func days(_ test: Case) { Self.check(test) }

  // MARK: Objects

  @Test(arguments: [
    Case(
      what: "each side another member", key: "recurring",
      base: #"{"freq":"DAILY","count":4,"interval":1}"#,
      theirs: #"{"freq":"WEEKLY","count":4.0,"interval":2}"#,
      mine: #"{"freq":"DAILY","count":5,"interval":1}"#,
      merged: #"{"freq":"WEEKLY","count":5,"interval":2}"#,
      takenOver: ["Rule › Frequency: Daily → Weekly"]),
    Case(
      what: "one member on both", key: "lookBusyConfig",
      base: #"{"enabled":true,"LookBusyPercentage":20}"#,
      theirs: #"{"enabled":false,"LookBusyPercentage":30}"#,
      mine: #"{"enabled":true,"LookBusyPercentage":40}"#,
      merged: #"{"enabled":false,"LookBusyPercentage":40}"#,
      mergedTheirs: #"{"enabled":false,"LookBusyPercentage":30}"#,
      conflicts: ["Look busy › Percent hidden: 20 | 30 | 40"],
      takenOver: ["Look busy › Switched on: yes → no"]),
    Case(
      what: "an object that came on both sides", key: "recurring", base: "",
      theirs: #"{"freq":"DAILY"}"#, mine: #"{"freq":"DAILY","count":3}"#,
      merged: #"{"freq":"DAILY","count":3}"#),
    Case(
      what: "a key that stands twice", key: "recurring", base: #"{"count":1,"count":2}"#,
      theirs: #"{"count":3}"#, mine: #"{"count":2,"freq":"DAILY"}"#,
      merged: #"{"count":2,"freq":"DAILY"}"#, mergedTheirs: #"{"count":3}"#,
      conflicts: ["Rule: 2 | 3 | Daily × 2"]),
    Case(
      what: "undocumented members are edited in the JSON", key: "recurring",
      base: #"{"count":1,"interval":1,"weekDays":[]}"#,
      theirs: #"{"count":2,"interval":2,"weekDays":["MO"]}"#,
      mine: #"{"count":1,"interval":3,"weekDays":[]}"#,
      merged: #"{"count":2,"interval":3,"weekDays":["MO"]}"#,
      mergedTheirs: #"{"count":2,"interval":2,"weekDays":["MO"]}"#,
      conflicts: ["Rule › interval: 1 | 2 | 3"], takenOver: ["Rule › Recurrences: 1 → 2"]),
    Case(
      what: "long texts that begin alike", key: "notes",
      base: #""a""#, theirs: #""One and the same long beginning of both texts, theirs""#,
      mine: #""One and the same long beginning of both texts, mine""#,
      merged: #""One and the same long beginning of both texts, mine""#,
      mergedTheirs: #""One and the same long beginning of both texts, theirs""#,
      conflicts: [#"Notes: "a" | "…both texts, theirs" | "…both texts, mine""#]),
  ]) func objects(_ test: Case) { Self.check(test) }

  // MARK: Numbers with units

  /// By number and unit: loaded, theirs, mine, and what comes of it.
  @Test(
    arguments: [
      ("30 mins", "30 mins", "45 mins", "45 mins", nil),
      ("30 mins", "1 hours", "30 mins", "1 hours", nil),
      ("30 mins", "1 hours", "1 hours", "1 hours", nil),
      ("30 mins", "1 hours", "45 mins", "45 mins", "1 hours"),
      ("30 mins", "30 hours", "45 mins", "45 mins", "30 hours"),
      ("30 mins", "45 mins", "30 hours", "30 hours", "45 mins"),
      ("30 mins", "45 mins", "45.0 mins", "45 mins", nil),
      ("30 mins", "45 mins", "45 hours", "45 hours", "45 mins"),
    ] as [(String, String, String, String, String?)])
  func numbersStayWithTheirUnits(
    _ base: String, _ theirs: String, _ mine: String, _ merged: String, _ mergedTheirs: String?
  ) {
    func calendar(_ text: String) -> JSONValue {
      let words = text.split(separator: " ").map(String.init)
      return [
        "slotDuration": .number(JSONNumber(words[0])!), "slotDurationUnit": .text(words[1]),
      ]
    }
    let merge = CalendarMerge(
      base: calendar(base), theirs: calendar(theirs), mine: calendar(mine))
    #expect(merge.conflicts.count == (mergedTheirs == nil ? 0 : 1))
    #expect(merge.conflicts.allSatisfy { $0.path == "slotDuration" })
    #expect(merge.resolved() == calendar(merged))
    #expect(merge.resolved(otherwise: .theirs) == calendar(mergedTheirs ?? merged))
  }

  /// The unit of the buffer is theirs whatever happens, so a number typed for another one is asked.
  @Test func aFixedUnitIsAskedAbout() throws {
    let base: JSONValue = ["slotBuffer": 10, "slotBufferUnit": "mins"]
    let merge = CalendarMerge(
      base: base, theirs: ["slotBuffer": 10, "slotBufferUnit": "hours"],
      mine: ["slotBuffer": 15, "slotBufferUnit": "mins"])
    let conflict = try #require(merge.conflicts.first)
    #expect(conflict.baseText == "10 min")
    #expect(conflict.theirsText == "10 h")
    #expect(conflict.mineText == "15 min")
    #expect(merge.resolved() == ["slotBuffer": 15, "slotBufferUnit": "hours"])
  }

  // MARK: Places and choices

  @Test func conflictsStandInTheOrderOfTheScreen() {
    func calendar(_ mark: String, _ number: Int) -> JSONValue {
      Calendars.full([
        "name": .text(mark), "alertEmail": .text(mark), "slotDuration": .integer(number),
        "notes": .text(mark), "teamMembers": [["userId": "u1", "priority": .integer(number)]],
        "availabilities": [["id": "a1", "date": "2027-01-04T00:00:00.000Z", "hours": .text(mark)]],
      ])
    }
    let merge = CalendarMerge(
      base: calendar("b", 9), theirs: calendar("t", 8), mine: calendar("m", 7))
    #expect(
      merge.conflicts.map(\.path) == [
        "name", "teamMembers[0].priority", "availabilities[0].hours", "slotDuration", "notes",
        "alertEmail",
      ])
    #expect(
      merge.conflicts.map(\.section) == [
        .general, .team, .dateHours, .slots, .contacts, .notifications,
      ])
    #expect(merge.conflicts[1].id.steps == ["teamMembers", "u1", "priority"])
  }

  @Test func eachConflictIsChosenAlone() {
    let merge = CalendarMerge(
      base: Calendars.full, theirs: Calendars.full(["name": "T", "slug": "t", "pixelId": "t"]),
      mine: Calendars.full(["name": "M", "slug": "m", "notes": "m"]))
    let id = merge.conflicts.first { $0.path == "slug" }?.id
    #expect(merge.conflicts.count == 2)
    let merged = merge.resolved(id.map { [$0: .theirs] } ?? [:])
    #expect(
      merged == Calendars.full(["name": "M", "slug": "t", "pixelId": "t", "notes": "m"]))
  }

  /// A path leads to where the row stands in mine, or to the list when it is gone there.
  @Test func pathsLeadToMine() {
    func team(_ members: JSONValue...) -> JSONValue { ["teamMembers": .array(members)] }
    let merge = CalendarMerge(
      base: team(["userId": "a"], ["userId": "b", "priority": 0]),
      theirs: team(["userId": "a", "priority": 1], ["userId": "b", "priority": 1]),
      mine: team(["userId": "n"], ["userId": "b", "priority": 0.5]))
    #expect(merge.conflicts.map(\.path) == ["teamMembers", "teamMembers[1].priority"])
    #expect(
      merge.conflicts.map(\.id.steps) == [["teamMembers", "a"], ["teamMembers", "b", "priority"]])
  }

  @Test func whatIsNoObjectIsAnEmptyOne() {
    let merge = CalendarMerge(base: 3, theirs: ["name": "T"], mine: [])
    #expect(merge.resolved() == ["name": "T"])
    #expect(
      CalendarMerge(base: [:], theirs: .null, mine: ["name": "M"]).resolved() == ["name": "M"])
  }

  /// Keys keep the order of mine; what they added stands behind what it follows there.
  @Test func keysKeepTheirPlaces() {
    let merge = CalendarMerge(
      base: Calendars.parse(#"{"a":1,"name":"x","b":2}"#),
      theirs: Calendars.parse(#"{"z":0,"a":2,"name":"x","pixelId":"t","b":2,"c":3}"#),
      mine: Calendars.parse(#"{"a":1,"name":"m","notes":"m","b":2}"#))
    #expect(
      merge.resolved().printed()
        == #"{"z":0,"a":2,"name":"m","pixelId":"t","notes":"m","b":2,"c":3}"#)
  }
}
