import JSON
import Testing

@testable import CalendarModel

/// Values that came in another type or spelling than the API page names, where they have to go out.
@Suite("Values that were loaded oddly, sent") struct OddLoadedValueTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let key: String
    let loaded: JSONValue
    /// Nil where it is left out.
    let sent: JSONValue?
    var testDescription: String { "\(key): \(loaded.printed())" }
  }

  static let cases: [Case] = [
    Case(key: "slotDuration", loaded: "45", sent: 45),
    Case(key: "slotDuration", loaded: 45, sent: 45),
    Case(key: "appoinmentPerDay", loaded: "8", sent: 8),
    Case(key: "appoinmentPerDay", loaded: "", sent: nil),
    Case(key: "appoinmentPerDay", loaded: "many", sent: nil),
    Case(key: "appoinmentPerDay", loaded: [1], sent: nil),
    Case(key: "isActive", loaded: "true", sent: true),
    Case(key: "isActive", loaded: "perhaps", sent: nil),
    Case(key: "slotDurationUnit", loaded: "mins", sent: "mins"),
    Case(key: "allowBookingAfterUnit", loaded: "mins", sent: "mins"),
    Case(key: "notes", loaded: 5, sent: "5"),
    Case(key: "notes", loaded: true, sent: nil),
    Case(
      key: "lookBusyConfig", loaded: ["enabled": "true", "LookBusyPercentage": "20"],
      sent: ["enabled": true, "LookBusyPercentage": 20]),
    Case(
      key: "openHours",
      loaded: [
        [
          "daysOfTheWeek": [1],
          "hours": [["openHour": "9", "openMinute": 0, "closeHour": "17", "closeMinute": 0]],
        ]
      ],
      sent: [
        [
          "daysOfTheWeek": [1],
          "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
        ]
      ]),
    Case(key: "openHours", loaded: "none", sent: nil),
  ]

  private static func calendar(_ key: String, _ value: JSONValue) -> JSONValue {
    .object(
      JSONObject([
        .init(key: "id", value: "c1"), .init(key: "name", value: "n"),
        .init(key: key, value: value),
      ]))
  }

  /// An update of the whole calendar has what they mean, and says what it leaves out.
  @Test(arguments: cases) func withTheWholeCalendar(_ test: Case) {
    var document = Calendars.document(Self.calendar(test.key, test.loaded))
    document.set("name", to: "other")
    let body = UpdateBody(document, scope: .whole)
    #expect(body.json[key: test.key] == test.sent)
    #expect(body.doubts.count == (test.sent == nil ? 1 : 0), "\(body.doubts)")
    #expect(body.changedCount == 1 && body.json[key: "name"] == "other")
    #expect(UpdateBody(document).json[key: test.key] == nil, "alone it is not sent")
  }

  /// What is put back has what it meant, and one that meant nothing does not hold up the others.
  @Test(arguments: cases) func putBack(_ test: Case) {
    let before = Self.calendar(test.key, test.loaded)
    var after = before
    _ = after.update(at: JSONPath([.key("name")])) { $0 = "after" }
    _ = after.update(at: JSONPath([.key(test.key)])) { $0 = .null }
    var held = Calendars.document(after)
    held.restore(held.merge(restoring: before, savedAs: after))
    #expect(held.current[key: "name"] == "n")
    #expect(held.current[key: test.key] == (test.sent ?? .null))
  }

  /// The service may go on to show them as it did.
  @Test func whatWasSentIsTakenHoweverItIsShown() {
    let calendar: JSONValue = [
      "id": "c1", "name": "n", "isActive": "true", "slotDuration": "45",
    ]
    var document = Calendars.document(calendar)
    document.set("name", to: "other")
    let body = UpdateBody(document, scope: .whole)
    var held = calendar
    _ = held.update(at: JSONPath([.key("name")])) { $0 = "other" }
    let report = SaveReport(
      before: document.base, edited: document.current, body: body, held: held)
    #expect(report.isExact)
  }
}

/// Some accounts give every date a new id with each update.
@Suite("Ids that the service gives anew") struct RenewedIDTests {
  private static func dates(_ entries: [(id: String?, day: Int)]) -> JSONValue {
    .array(
      entries.map { entry in
        .object(
          JSONObject(
            [.init(key: "date", value: .text("2031-12-\(entry.day)T00:00:00.000Z"))]
              + (entry.id.map { [.init(key: "id", value: .text($0))] } ?? [])
              + [.init(key: "hours", value: [])]))
      })
  }

  private static func calendar(_ entries: [(id: String?, day: Int)]) -> JSONValue {
    .object(
      JSONObject([
        .init(key: "id", value: "c1"), .init(key: "availabilities", value: dates(entries)),
      ]))
  }

  @Test func theyAreNoDifferenceBehindASave() {
    let before = Self.calendar([("a", 24)])
    var document = Calendars.document(before)
    document.set("availabilities", to: Self.dates([("a", 24), (nil, 31)]))
    let held = Self.calendar([("x", 24), ("y", 31)])
    let report = SaveReport(
      before: before, edited: document.current, body: UpdateBody(document), held: held)
    #expect(report.isExact && report.unstoredKeys.isEmpty)
    // In what was not sent neither.
    document = Calendars.document(before)
    document.set("name", to: "n")
    var other = Self.calendar([("x", 24)])
    _ = other.update(at: JSONPath([])) { value in
      guard case .object(var object) = value else { return }
      object["name"] = "n"
      value = .object(object)
    }
    let unsent = SaveReport(
      before: before, edited: document.current, body: UpdateBody(document), held: other)
    #expect(unsent.isExact, "\(unsent.unsent)")
  }

  /// A save is put back though each update since has given other ids.
  @Test func theyAreNoConflictWhereASaveIsPutBack() {
    let before = Self.calendar([("a", 24)])
    let after = Self.calendar([("b", 24), ("c", 31)])
    var held = Calendars.document(Self.calendar([("x", 24), ("y", 31)]))
    let merge = held.merge(restoring: before, savedAs: after)
    #expect(merge.conflicts.isEmpty)
    held.restore(merge)
    #expect(held.current[key: "availabilities"] == Self.dates([("x", 24)]))
  }
}
