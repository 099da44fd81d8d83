import JSON
import Testing

@testable import CalendarModel

/// What is opened as a calendar, and what is refused with what it looks like.
@Suite struct CalendarContentTests {
  private func content(_ text: String) throws -> CalendarContent {
    CalendarContent(try JSONDocument(parsing: text).value)
  }

  @Test(arguments: [
    (#"{"name": "A", "slotDuration": 30}"#, JSONPath.root), (#"{"openHours": []}"#, .root),
    (#"{"name": "A"}"#, .root), (#"{"description": null}"#, .root),
    (#"{"autoConfirm": true}"#, .root),
    (#"{"availabilityType": null, "zebra": 1}"#, .root),
    (#"{"notes": "x", "isActive": false}"#, .root),
    (#"{"calendar": {"name": "A"}, "note": "kept"}"#, "calendar"),
    (#"{"calendar": {"id": "c1", "locationId": "l1"}}"#, "calendar"),
    (#"{"calendar": {}, "calendarType": "event"}"#, .root),
    // Keys of other things beside one that only a calendar has.
    (#"{"name": "A", "email": "e", "firstName": "f", "slotDuration": 5}"#, .root),
    (#"{"statusCode": 200, "message": "ok", "calendarType": "event"}"#, .root),
  ])
  func isACalendar(text: String, path: JSONPath) throws {
    guard case .calendar(let entry) = try content(text) else {
      Issue.record("\(text): \(try content(text))")
      return
    }
    #expect(entry.path == path)
  }

  /// Every documented key makes a calendar, alone and among unknown ones, but for the ids.
  @Test func everyKeyOfAnUpdateCounts() {
    for field in CalendarSchema.all where !["id", "locationId"].contains(field.key) {
      for value: JSONValue in [.null, 1, "x", [], [:]] {
        let object = JSONObject([
          .init(key: "zebra", value: 1), .init(key: field.key, value: value),
        ])
        guard case .calendar(let entry) = CalendarContent(.object(object)) else {
          Issue.record("\(field.key)")
          continue
        }
        #expect(entry.path == .root)
      }
    }
  }

  @Test(arguments: [
    ("{}", "an empty object"), ("[]", "an empty list"), ("3", "a number"), ("\"x\"", "a text"),
    ("null", "null"), (#"{"calendars": []}"#, "an empty list of calendars"),
    ("[1, 2]", "a list, and its first element is a number"),
    (#"{"calendar": null}"#, "an object whose \"calendar\" is null"),
    (#"{"calendar": {}}"#, "an object whose \"calendar\" has no key of a calendar"),
    (#"{"a": 1, "b": 2}"#, "an object without a key of a calendar: it has \"a\", \"b\""),
    (#"{"id": "x"}"#, "an object without a key of a calendar: it has \"id\""),
    (
      #"{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}"#,
      "an object without a key of a calendar: it has \"a\", \"b\", \"c\" and 2 more"
    ),
    (#"{"users": [{"id": "u", "name": "Ana"}]}"#, "a list of users"),
    (#"{"users": []}"#, "a list of users"),
    (#"[{"id": "u", "name": "Ana", "email": "a@b.c", "firstName": "A"}]"#, "a list of users"),
    (#"{"id": "u", "name": "Ana", "email": "a@b.c", "lastName": "B"}"#, "a user"),
    (
      #"{"groups": [{"id": "g", "name": "G", "slug": "g", "isActive": true}]}"#,
      "a list of calendar groups"
    ),
    (#"{"forms": [], "total": 0}"#, "a list of forms"),
    (#"{"schedules": []}"#, "a list of schedules"),
    (
      #"{"id": "s", "name": "Week", "locationId": "l", "userId": "u", "timezone": "UTC", "rules": []}"#,
      "a schedule"
    ),
    (#"{"schedule": {"rules": []}}"#, "a schedule"),
    (#"{"location": {"id": "l", "name": "L", "timezone": "UTC"}}"#, "a sub-account"),
    (#"{"2026-12-24": {"slots": []}, "traceId": "t"}"#, "an answer with free slots"),
    (#"{"_dates_": {}}"#, "an answer with free slots"),
    (
      #"{"caledit": "draft", "version": 1, "calendarName": "A"}"#,
      "a draft of caledit; caledit drafts lists those that can be recovered"
    ),
  ])
  func isSomethingElse(text: String, kind: String) throws {
    #expect(try content(text) == .other(kind))
  }

  @Test(arguments: [
    (#"{"statusCode": 400, "message": "Calendar not found"}"#, 400, "Calendar not found"),
    (#"{"statusCode": 422, "message": ["a", "b"], "error": "Unprocessable Entity"}"#, 422, "a, b"),
    (#"{"status": 401, "message": "No", "name": "HttpException", "traceId": "t"}"#, 401, "No"),
    (#"{"statusCode": 400, "message": {"message": ["x"]}}"#, 400, "x"),
    (#"{"message": "Unauthorized"}"#, nil, "Unauthorized"),
  ])
  func isAnError(text: String, status: Int?, message: String) throws {
    #expect(try content(text) == .errorAnswer(status: status, message: message))
  }

  // MARK: Lists

  private static let list = """
    {"calendars": [{"id": "c1", "name": "Intro"}, {"foreign": 1}, {"name": "No id"},
      {"calendar": {"id": "c3", "name": "Wrapped"}}, {"id": "3", "name": "Three"}]}
    """

  private func choice(_ text: String, _ choice: String?) -> String {
    do {
      return try content(text).entry(chosenBy: choice).path.description
    } catch {
      return (error as? CalendarContent.Refusal)?.message ?? "\(error)"
    }
  }

  @Test func aListOffersItsCalendars() throws {
    guard case .list(let entries) = try content(Self.list) else {
      Issue.record("\(try content(Self.list))")
      return
    }
    #expect(
      entries.map(\.path) == [
        "calendars[0]", "calendars[2]", "calendars[3].calendar", "calendars[4]",
      ])
    #expect(entries.map(\.id) == ["c1", nil, "c3", "3"])
    #expect(throws: CalendarContent.Refusal.several(entries)) {
      try content(Self.list).entry(chosenBy: nil)
    }
    let refusal = CalendarContent.Refusal.several(entries)
    #expect(
      refusal.message == "it holds 4 calendars; name one by its id, or by its number in the list:")
    #expect(
      refusal.choices == ["  1  c1  Intro", "  2  -   No id", "  3  c3  Wrapped", "  4  3   Three"])
    #expect(choice(Self.list, "c1") == "calendars[0]")
    #expect(choice(Self.list, "2") == "calendars[2]")
    #expect(choice(Self.list, "3") == "calendars[4]", "an id comes before a number")
    #expect(choice(Self.list, "4") == "calendars[4]")
    for unknown in ["0", "5", "c2", "-1", "calendar"] {
      #expect(choice(Self.list, unknown) == "none of its 4 calendars is \(unknown):")
    }
  }

  @Test func onlyOneNeedsNoChoice() {
    #expect(choice(#"[{"id": "c1", "name": "A"}]"#, nil) == "[0]")
    #expect(choice(#"[{"id": "c1", "name": "A"}]"#, "c1") == "[0]")
    #expect(choice(#"{"id": "c1", "name": "A"}"#, "c1") == "")
    #expect(choice(#"{"id": "c1", "name": "A"}"#, "c2") == "it holds the calendar c1, not c2")
    #expect(choice(#"{"name": "A"}"#, "c2") == "it holds a calendar without an id, not c2")
    #expect(
      choice(#"[{"id": "c1", "name": "A"}, {"id": "c1", "name": "B"}]"#, "c1")
        == "it holds the calendar c1 more than once; give its number:")
    #expect(
      choice(#"{"statusCode": 401, "message": "No"}"#, nil)
        == "it does not hold a calendar but an error of the service (401): No")
    #expect(choice("{}", nil) == "it holds no calendar; it looks like an empty object")
  }

  /// Somebody else has written the file meanwhile.
  @Test func theSameCalendarIsFoundAgain() throws {
    let before = #"[{"id": "c1", "name": "A"}, {"id": "c2", "name": "B"}, {"name": "C"}]"#
    guard case .list(let entries) = try content(before) else { return }
    let moved = try content(
      #"{"calendars": [{"id": "c2", "name": "B!"}, {"id": "c1", "name": "A"}]}"#)
    #expect(try moved.entry(again: entries[1]).path == "calendars[0]")
    #expect(throws: CalendarContent.Refusal.self) { try moved.entry(again: entries[2]) }
    #expect(try content(before).entry(again: entries[2]).path == "[2]")
    let gone = try content(#"[{"id": "c2", "name": "B"}, {"id": "c3", "name": "B"}]"#)
    #expect(throws: CalendarContent.Refusal.self) { try gone.entry(again: entries[0]) }
  }
}
