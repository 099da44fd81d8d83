import JSON
import Testing

@testable import CalendarModel

/// Rows that are elsewhere now are still compared with what they were.
@Suite("Loaded rows") struct LoadedRowsTests {
  private static let calendar: JSONValue = [
    "calendarType": "round_robin",
    "teamMembers": [
      ["userId": "a", "priority": 0], ["userId": "b", "priority": 0.5],
      ["userId": "c", "priority": 1],
    ],
    "availabilities": [
      ["date": "2027-02-01T00:00:00.000Z", "hours": [], "id": "x1"],
      ["date": "2027-02-02T00:00:00.000Z", "hours": [], "id": "x2"],
    ],
  ]

  private var document: CalendarDocument {
    CalendarDocument(calendar: Self.calendar, today: Calendars.today)
  }

  @Test func aMovedMemberGoesBackToItsOwnValues() {
    var document = document
    document.moveRow(2, of: "teamMembers", to: 0)
    #expect(document.loaded("teamMembers[0].priority") == 1)
    #expect(document.loaded("teamMembers[1].priority") == 0)
    document.set("teamMembers[0].priority", to: 0.5)
    document.reset("teamMembers[0].priority")
    #expect(document["teamMembers[0]"] == ["userId": "c", "priority": 1])
  }

  @Test func anotherUserInARowIsThatRow() {
    var document = document
    document.set("teamMembers[1].userId", to: "z")
    #expect(document.loaded("teamMembers[1].userId") == "b")
    document.reset("teamMembers[1].userId")
    #expect(document.current == Self.calendar)
  }

  @Test func aNewRowHasNothingToGoBackTo() {
    var document = document
    document.insert(["userId": "n", "priority": 1], into: "teamMembers", at: 0)
    #expect(document.isInNewRow("teamMembers[0].priority"))
    #expect(!document.isInNewRow("teamMembers[1].priority"))
    #expect(document.loaded("teamMembers[0].priority") == nil)
    document.reset("teamMembers[0].priority")
    #expect(document["teamMembers[0].priority"] == 1)
  }

  @Test func rowsWithoutAnIdentityHaveTheirPlace() {
    var document = CalendarDocument(
      calendar: ["openHours": [["daysOfTheWeek": [1], "hours": []]]], today: Calendars.today)
    document.set("openHours[0].daysOfTheWeek", to: [2])
    #expect(document.loaded("openHours[0].daysOfTheWeek") == [1])
  }

  /// A save gave the new date an id and took the deleted one away; undo leads back behind it.
  @Test func undoBehindASaveSendsIdsThatExist() {
    var document = document
    document.removeRow(0, of: "availabilities")
    document.insert(
      ["date": "2027-03-01T00:00:00.000Z", "hours": []], into: "availabilities", at: 2)
    document.adopt(saved: [
      "calendarType": "round_robin", "teamMembers": Self.calendar[key: "teamMembers"] ?? [],
      "availabilities": [
        ["date": "2027-02-02T00:00:00.000Z", "hours": [], "id": "x2"],
        ["date": "2027-03-01T00:00:00.000Z", "hours": [], "id": "x3"],
      ],
    ])
    while document.undo() != nil {}
    #expect(document.current == Self.calendar)
    #expect(
      UpdateBody(document).json == [
        "availabilities": [
          ["date": "2027-02-01T00:00:00.000Z", "hours": []],
          ["date": "2027-02-02T00:00:00.000Z", "hours": [], "id": "x2"],
          [
            "date": "2027-03-01T00:00:00.000Z", "hours": [], "deleted": true, "id": "x3",
          ],
        ]
      ])
  }
}
