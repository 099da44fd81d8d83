import CalendarModel
import JSON
import Testing

@Suite("Words for values, rows and places")
struct WordingTests {
  @Test(
    arguments: [
      ("name", nil, "unset"), ("name", .null, "null"), ("name", "x", #""x""#),
      ("notes", "one\ntwo\r\nthree", #""one␊two␊three""#), ("isActive", true, "yes"),
      ("isActive", false, "no"), ("slotDuration", 30.5, "30.5"),
      ("slotDurationUnit", "mins", "minutes"),
      ("slotDurationUnit", "days", "days"),
      ("allowBookingAfterUnit", "mins", "minutes"),
      ("slotDurationUnit", "years", #""years" (unknown)"#), ("availabilityType", .null, "Both"),
      ("availabilityType", 0, "Weekly hours only"), ("availabilityType", nil, "unset"),
      ("teamMembers", [], "none"), ("teamMembers", [[:]], "1 team member"),
      ("teamMembers", [[:], [:]], "2 team members"), ("openHours", [[:], [:]], "2 entries"),
      ("openHours[0].hours", [[:], [:]], "2 ranges of hours"),
      ("availabilities", [[:], [:]], "2 dates"), ("openHours[0].daysOfTheWeek", [], "none"),
      ("openHours[0].daysOfTheWeek", [1, 2, 3, 4, 5], "Mon–Fri"),
      ("openHours[0].daysOfTheWeek", [6, 0], "Sun, Sat"),
      ("openHours[0].daysOfTheWeek", [1, 2, 4], "Mon, Tue, Thu"),
      ("openHours[0].daysOfTheWeek", [0, 1, 2, 5, 6], "Sun–Tue, Fri, Sat"),
      ("openHours[0].daysOfTheWeek", [1, 9], "Mon, 9"),
      ("openHours[0].daysOfTheWeek", ["x"], #""x""#),
      ("availabilities[0].date", "2027-01-04T00:00:00.000Z", "2027-01-04"),
      ("lookBusyConfig", ["enabled": true, "LookBusyPercentage": 20], "on, 20 %"),
      ("lookBusyConfig", ["enabled": true], "on, no percentage"),
      ("lookBusyConfig", ["enabled": false], "off"),
      ("recurring", ["freq": "WEEKLY", "count": 5], "Weekly × 5"),
      ("recurring", ["freq": "YEARLY"], #""YEARLY" (unknown)"#), ("recurring", [:], "empty"),
    ] as [(JSONPath, JSONValue?, String)])
  func value(_ path: JSONPath, _ value: JSONValue?, _ words: String) {
    #expect(Wording.value(value, of: CalendarSchema.field(at: path)) == words)
  }

  @Test func valuesWithoutAField() {
    #expect(Wording.value([1, 2]) == "2 items")
    #expect(Wording.value(["a": 1]) == "1 member")
    #expect(Wording.value("mins") == #""mins""#)
  }

  @Test func longTextsAreCut() {
    #expect(Wording.quoted(String(repeating: "a", count: 40)).count == 42)
    #expect(
      Wording.quoted(String(repeating: "a", count: 41)) == "\"" + String(repeating: "a", count: 39)
        + "…\"")
    #expect(Wording.quoted("abcdef", length: 3) == "\"ab…\"")
    #expect(Wording.quoted("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", length: 2) == "\"👩‍👩‍👧‍👦…\"")
  }

  @Test(arguments: [
    (1, "entry", "1 entry"), (0, "entry", "0 entries"), (2, "entry", "2 entries"),
    (2, "day", "2 days"), (2, "key", "2 keys"), (2, "date", "2 dates"),
    (1, "range of hours", "1 range of hours"), (3, "range of hours", "3 ranges of hours"),
  ])
  func counted(_ count: Int, _ noun: String, _ words: String) {
    #expect(Wording.counted(count, noun) == words)
  }

  static let titles: [(title: String, edit: @Sendable (inout CalendarDocument) -> Void)] = [
    ("Slot duration: 30 min → 45 min", { $0.set("slotDuration", to: 45) }),
    ("Slot duration: 30 min → unset", { $0.set("slotDuration", to: nil) }),
    ("Availability: Both → Weekly hours only", { $0.set("availabilityType", to: 0) }),
    ("Active: yes → no", { $0.set("isActive", to: false) }),
    ("Look busy › Switched on: no → yes", { $0.set("lookBusyConfig.enabled", to: true) }),
    ("Team members › u1 › Priority: Medium → High", { $0.set("teamMembers[0].priority", to: 1) }),
    (
      "Date-specific hours › 2027-01-04 10:00–12:30 › Hours › 10:00–12:30 › Opens, hour: 10 → 11",
      { $0.set("availabilities[0].hours[0].openHour", to: 11) }
    ),
    ("Add team member u9", { $0.insert(["userId": "u9"], into: "teamMembers", at: 1) }),
    ("Delete team member u1", { $0.removeRow(0, of: "teamMembers") }),
    ("Duplicate entry Mon–Fri 09:00–17:00", { $0.duplicateRow(0, of: "openHours") }),
    ("Delete date 2027-01-04 10:00–12:30", { $0.removeRow(0, of: "availabilities") }),
    ("version: unset → 3", { $0.set("version", to: 3) }),
  ]

  @Test(arguments: titles.indices)
  func titlesOfSteps(_ index: Int) {
    var document = Calendars.document()
    Self.titles[index].edit(&document)
    #expect(document.undoSteps.map(\.title) == [Self.titles[index].title])
  }

  @Test(
    arguments: [
      ("", ""), ("name", "Name"), ("teamMembers[0]", "Team members › u1"),
      ("teamMembers[7].userId", "Team members › 8 › User"), ("version", "version"),
      (
        "teamMembers[0].locationConfigurations[0].kind",
        "Team members › u1 › Meeting locations › Address: \"Main Street 1\" › Kind"
      ),
    ] as [(JSONPath, String)])
  func places(_ path: JSONPath, _ words: String) {
    let found = Wording.place(path, in: Calendars.full)
    #expect(found == words.replacing("\"", with: ""))
  }
}
