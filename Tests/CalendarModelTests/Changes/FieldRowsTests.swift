import JSON
import Testing

@testable import CalendarModel

/// The rows of a list that is asked for by name.
@Suite("Rows in words") struct FieldRowsTests {
  static let cases: [(name: String, value: JSONValue?, words: String, rows: [String])] = [
    (
      "teamMembers",
      [["userId": "u1", "priority": 1, "isPrimary": true], ["userId": "u9"]], "2 team members",
      ["Jonas Berg: priority High, primary yes", "u9"]
    ),
    ("teamMembers", [], "none", []), ("teamMembers", nil, "unset", []),
    (
      "dates",
      [
        ["date": "2026-12-24T00:00:00.000Z", "hours": []],
        ["date": "2026-12-28T00:00:00.000Z", "hours": [Calendars.hour(9, 12)], "deleted": true],
      ], "2 dates", ["2026-12-24 closed", "2026-12-28 09:00–12:00 (deleted)"]
    ),
    (
      "locationConfigurations",
      [["kind": "physical", "location": "Room 4"], ["kind": "zoom_conference"]], "2 locations",
      ["Address: Room 4", "Zoom"]
    ),
  ]

  @Test(arguments: cases.indices)
  func each(_ index: Int) throws {
    let (name, value, words, rows) = Self.cases[index]
    let key = try #require(ChangeNames.places(name).first?.keys[0])
    let document = Changing.document(Calendars.full([key: value]))
    let reading = try FieldReading.value(named: name, in: document, today: Calendars.today)
    #expect(reading.rows.count == rows.count)
    for (row, wanted) in zip(reading.rows, rows) { #expect(row.hasPrefix(wanted), "\(row)") }
    if value?.array?.isEmpty != false { #expect(reading.words == words) }
    #expect(reading.json == value)
  }

  /// What is no list, and the week whose days are said together, has none.
  @Test(arguments: [
    "slotDuration", "openHours", "openHours.mon", "lookBusyConfig", "teamMembers[1]",
  ])
  func noRows(_ name: String) throws {
    let reading = try FieldReading.value(
      named: name, in: Changing.document(), today: Calendars.today)
    #expect(reading.rows.isEmpty)
  }

  @Test func oddRowsAreSaidToo() throws {
    let odd: JSONValue = [5, .null, ["userId": "\u{1B}[2J"], []]
    let document = Changing.document(Calendars.full(["teamMembers": odd]))
    let reading = try FieldReading.value(
      named: "teamMembers", in: document, today: Calendars.today)
    #expect(reading.rows.count == 4 && reading.rows.allSatisfy { !$0.isEmpty })
  }
}
