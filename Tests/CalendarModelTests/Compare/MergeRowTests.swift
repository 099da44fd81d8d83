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

  static func check(_ test: Case) {
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
}
