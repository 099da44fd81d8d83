import JSON
import Testing

@testable import CalendarModel

/// What was there before, what was sent and what is there now, in sentences.
@Suite("The report of a save") struct SaveReportTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let before: String
    let after: String
    var said: [String] = []
    var testDescription: String { what }
  }

  @Test(arguments: [
    Case(what: "the same", before: #"{"notes":"a"}"#, after: #"{"notes":"a"}"#),
    Case(
      what: "a list is gone",
      before:
        #"{"openHours":[{"daysOfTheWeek":[1,2,3,4,5],"hours":[{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]}]}"#,
      after: "{}", said: ["Weekly hours: 5 days → none, not sent by you"]),
    Case(
      what: "a list is empty",
      before: #"{"teamMembers":[{"userId":"a"},{"userId":"b"}]}"#, after: #"{"teamMembers":[]}"#,
      said: ["Team members: 2 team members → none, not sent by you"]),
    Case(
      what: "a row is gone", before: #"{"teamMembers":[{"userId":"a"},{"userId":"b"}]}"#,
      after: #"{"teamMembers":[{"userId":"a"}]}"#,
      said: ["Team members › b: gone, not sent by you"]),
    Case(
      what: "a row came", before: #"{"teamMembers":[{"userId":"a"}]}"#,
      after: #"{"teamMembers":[{"userId":"a"},{"userId":"b"}]}"#,
      said: ["Team members › b: added, not sent by you"]),
    Case(
      what: "a value changed", before: #"{"slotInterval":30}"#, after: #"{"slotInterval":15}"#,
      said: ["Slot interval: 30 → 15, not sent by you"]),
    Case(
      what: "a default is gone", before: #"{"isActive":true}"#, after: "{}",
      said: ["Active: yes → none, not sent by you"]),
    Case(what: "a default came", before: "{}", after: #"{"isActive":true}"#),
    Case(
      what: "a value came", before: "{}", after: #"{"notes":"x"}"#,
      said: [#"Notes: not set → "x", not sent by you"#]),
    Case(what: "an empty value is gone", before: #"{"notes":""}"#, after: "{}"),
    Case(what: "null came", before: "{}", after: #"{"notes":null}"#),
    Case(
      what: "another spelling", before: #"{"slotInterval":30}"#, after: #"{"slotInterval":30.0}"#),
    Case(
      what: "another spelling of a key", before: #"{"formSubmitRedirectURL":"https://a"}"#,
      after: #"{"formSubmitRedirectUrl":"https://a"}"#),
    Case(
      what: "a member of an object",
      before: #"{"lookBusyConfig":{"enabled":true,"LookBusyPercentage":20}}"#,
      after: #"{"lookBusyConfig":{"enabled":true}}"#,
      said: ["Look busy › Percent hidden: 20 → none, not sent by you"]),
    Case(
      what: "what the service counts", before: #"{"version":1,"dateUpdated":"a"}"#,
      after: #"{"version":2,"dateUpdated":"b"}"#),
    Case(
      what: "a day closed",
      before:
        #"{"openHours":[{"daysOfTheWeek":[1,2],"hours":[{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]}]}"#,
      after:
        #"{"openHours":[{"daysOfTheWeek":[1],"hours":[{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]}]}"#,
      said: ["Weekly hours › Tuesday: 09:00–17:00 → closed, not sent by you"]),
  ])
  func whatWasNotSent(_ test: Case) {
    let found = UnsentChange.all(
      before: Calendars.parse(test.before), sent: ["name": "x"],
      after: LoadedSpellings.normalised(Calendars.parse(test.after)))
    #expect(found.map(\.text) == test.said)
    // The same change of a property that was sent is no news of what was not.
    let sent = UnsentChange.all(
      before: Calendars.parse(test.before), sent: Calendars.parse(test.before),
      after: LoadedSpellings.normalised(Calendars.parse(test.after)))
    #expect(sent.allSatisfy { Calendars.parse(test.before)[key: $0.key] == nil })
  }

  /// Whatever is changed of whatever was not sent is said, and nothing else is.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyPropertyIsLookedAt(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 40_000)
    let fields = CalendarSchema.all.filter { Calendars.full[key: $0.key] != nil }
    let field = edits.pick(fields)
    guard case .object(var object) = Calendars.full else { return }
    let before = object[field.key]
    object[field.key] = edits.chance(2) ? nil : edits.value(for: field)
    let found = UnsentChange.all(
      before: Calendars.full, sent: [:], after: .object(object))
    #expect(found.allSatisfy { $0.key == field.key }, "seed \(seed): \(found.map(\.text))")
    let isNothing = before?.isNull ?? true || before == "" || before == []
    if object[field.key] == nil, !isNothing {
      #expect(!found.isEmpty, "seed \(seed): \(field.key) is gone without a word")
    }
  }

  @Test func nestedKeysAreCountedOnceForAllRows() {
    let edited = Calendars.parse(
      #"{"teamMembers":[{"userId":"a","selected":true,"x":1},{"userId":"b","selected":false}]}"#)
    let after = Calendars.parse(#"{"teamMembers":[{"userId":"b"},{"userId":"a","x":1}]}"#)
    let found = LostMembers.all(of: edited, after: after)
    #expect(found.map(\.text) == ["Team members › selected: gone in 2 rows, not sent by you"])
    #expect(LostMembers.all(of: edited, after: edited).isEmpty)
    let kept = LostMembers.all(
      of: edited, after: after, except: ["teamMembers[0].selected", "teamMembers[1].selected"])
    #expect(kept.isEmpty, "what was sent is told by the comparison with what was sent")
  }

  @Test(arguments: [
    Case(
      what: "the same", before: #"{"linkedCalendars":["a"]}"#,
      after: #"{"linkedCalendars":[]}"#),
    Case(
      what: "gone", before: #"{"linkedCalendars":["a"],"name":"x","version":3,"zone":false}"#,
      after: "{}", said: ["Gone, not documented: linkedCalendars, version, zone"]),
    Case(
      what: "what the service counts", before: #"{"version":1,"dateUpdated":"a"}"#,
      after: #"{"version":2,"dateUpdated":"b","x":1}"#),
    Case(what: "nothing", before: #"{"a":null,"b":"","c":[],"d":{}}"#, after: "{}"),
    Case(what: "the other id", before: #"{"_id":"c1"}"#, after: #"{"id":"c1"}"#),
    Case(
      what: "another spelling of a key", before: #"{"formSubmitRedirectUrl":"https://a"}"#,
      after: #"{"formSubmitRedirectURL":"https://a"}"#),
    Case(what: "no calendar", before: #"{"a":1}"#, after: "[]"),
  ])
  func undocumentedProperties(_ test: Case) {
    let found = LostKeys(
      before: LoadedSpellings.normalised(Calendars.parse(test.before)),
      after: LoadedSpellings.normalised(Calendars.parse(test.after)))
    #expect([found.text].compactMap { $0 } == test.said)
  }

  @Test func manyAndLongNamesStayALine() {
    let members = (0..<200).map {
      JSONObject.Member(key: String(repeating: "key", count: 4000) + "\($0)", value: 1)
    }
    let found = LostKeys(before: .object(JSONObject(members)), after: [:])
    #expect(found.keys.count == 200)
    #expect(found.text?.hasSuffix(" and 192 more") == true && found.text?.count ?? 0 < 700)
  }

  @Test func whatTheServiceRefusesCannotBeSentBack() {
    let edited = Calendars.parse(
      #"{"locationConfigurations":[{"kind":"custom","location":"x","meetingId":"m"}]}"#)
    let after = Calendars.parse(#"{"locationConfigurations":[{"kind":"custom","location":"x"}]}"#)
    #expect(LostMembers.all(of: edited, after: after).map(\.canBeSentBack) == [false])
  }
}
