import JSON
import Testing

@testable import CalendarModel

/// The date-specific hours on their way to the service, and the messages on their way back.
@Suite("Dates that are sent") struct SentDatesTests {
  private static func date(_ day: Int, id: String? = nil, _ more: JSONValue = [:]) -> JSONValue {
    var row = JSONObject([
      .init(key: "date", value: .text(Calendars.date(2027, 3, day).wire)),
      .init(key: "hours", value: []),
    ])
    row["id"] = id.map { .text($0) }
    for member in more.object?.members ?? [] { row[member.key] = member.value }
    return .object(row)
  }

  private static func document(_ rows: JSONValue...) -> CalendarDocument {
    Calendars.document(Calendars.full(["availabilities": .array(rows)]))
  }

  private static func sent(_ document: CalendarDocument) -> [JSONValue]? {
    UpdateBody(document).json[key: "availabilities"]?.array
  }

  @Test func aMessageReachesTheRowThatItIsAbout() {
    var document = Self.document(Self.date(1), Self.date(2, id: "b"), Self.date(3, id: "c"))
    document.set("availabilities[0].deleted", to: true)
    document.set("availabilities[2].hours", to: [Calendars.hour(9, 12)])
    let body = UpdateBody(document)
    #expect(body.json[key: "availabilities"]?.array?.count == 2, "a date without an id is left out")
    #expect(body.documentPath(of: "availabilities.1.hours") == "availabilities[2].hours")
    #expect(body.documentPath(of: "availabilities.0.date") == "availabilities[1].date")
    #expect(body.documentPath(of: "availabilities.7.date") == "availabilities")
    #expect(body.documentPath(of: "teamMembers.7.userId") == "teamMembers[7].userId")
    // A row that is sent for the service to delete, and is in the calendar no more.
    document.set("availabilities", to: [Self.date(3, id: "c")])
    #expect(UpdateBody(document).documentPath(of: "availabilities.1.date") == "availabilities")
  }

  /// Over generated edits: every sent row that the calendar has leads back to its own date.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func rowsLeadBack(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 300)
    let rows = (1...5).map { Self.date($0, id: edits.chance(3) ? nil : "x\($0)") }
    var document = Calendars.document(Calendars.full(["availabilities": .array(rows)]))
    for _ in 0..<12 {
      let day = Int.random(in: 1...8, using: &edits.random)
      let date = Calendars.date(2027, 3, day)
      switch Int.random(in: 0..<4, using: &edits.random) {
      case 0: document.deleteDates([date])
      case 1: document.setDateHours([.wholeDay], on: [date])
      case 2: document.removeRow(day % 5, of: "availabilities")
      default: document.undo()
      }
      let body = UpdateBody(document)
      let sent = body.json[key: "availabilities"]?.array ?? []
      // Each entry that the service knows is in the list once, and no other id is.
      if !sent.isEmpty {
        #expect(
          sent.compactMap(\.serviceID).sorted() == rows.compactMap(\.serviceID).sorted(),
          "seed \(seed)")
      }
      for (index, row) in sent.enumerated() {
        let path = body.documentPath(of: JSONPath([.key("availabilities"), .index(index)]))
        if path.count == 1 {
          #expect(ObjectType.availability.isDeleted(row))
        } else {
          #expect(document[path]?[key: "date"] == row[key: "date"], "seed \(seed)")
          #expect(document[path]?[key: "hours"] == row[key: "hours"], "seed \(seed)")
        }
      }
    }
  }

  @Test func whatTheServiceCannotDeleteIsLeftOut() {
    var document = Self.document(Self.date(1), Self.date(2))
    document.set("availabilities[0].deleted", to: true)
    #expect(Self.sent(document) == [Self.date(2)])
  }

  @Test func anEmptyIDIsNone() {
    var document = Self.document(Self.date(1, id: ""), Self.date(2, id: "b"))
    document.set("availabilities[1].hours", to: [Calendars.hour(9, 12)])
    #expect(Self.sent(document)?.map { $0[key: "id"] } == [nil, "b"])
  }

  @Test func anEditedIDChangesNothing() {
    var document = Self.document(Self.date(1, id: "a"), Self.date(2, id: "b"))
    document.set("availabilities[0].id", to: "z")
    #expect(UpdateBody(document).isEmpty)
    document.set("name", to: "x")
    #expect(UpdateBody(document).json == ["name": "x"])
  }

  @Test func aListOfOddDatesIsClearedInTheWireSpelling() {
    var document = Self.document(
      Self.date(1, id: "a", ["date": "2027-03-01T05:00:00.000Z", "hours": .null]),
      Self.date(2, id: "b", ["date": "2 March"]))
    document.set("availabilities", to: [])
    #expect(
      Self.sent(document) == [
        [
          "date": "2027-03-01T00:00:00.000Z", "hours": [], "deleted": true, "id": "a",
        ], ["date": "2 March", "hours": [], "deleted": true, "id": "b"],
      ])
    #expect(UpdateBody(document).doubts.count == 1)
    #expect(UpdateBody(document).doubts.first?.contains("2 March") == true)
  }

  // MARK: The other properties

  @Test func membersOfACollectiveCalendarSayWhetherTheyArePrimary() {
    let type: [String: JSONValue?] = [
      "calendarType": "collective", "teamMembers": [["userId": "u1", "isPrimary": true]],
    ]
    var document = Calendars.document(Calendars.full(type))
    document.insert(["userId": "u2"], into: "teamMembers", at: 1)
    #expect(
      UpdateBody(document).json[key: "teamMembers"]
        == [["userId": "u1", "isPrimary": true], ["userId": "u2", "isPrimary": false]])
    #expect(document["teamMembers[1].isPrimary"] == nil, "the calendar is what was typed")
    document.stateType(.roundRobin)
    var other = Calendars.document(Calendars.full(["teamMembers": []]))
    other.insert(["userId": "u2"], into: "teamMembers", at: 0)
    #expect(UpdateBody(other).json[key: "teamMembers"] == [["userId": "u2"]])
  }
}
