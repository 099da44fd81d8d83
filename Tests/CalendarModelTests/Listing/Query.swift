import JSON

@testable import CalendarModel

/// A query as tests ask it, on the day that all tests go by.
struct Query {
  let query: CalendarQuery

  init(_ text: String, isFuzzy: Bool = true) {
    query = CalendarQuery(text, today: Calendars.today, isFuzzy: isFuzzy)
  }

  static let context = QueryContext(today: Calendars.today)

  func truth(_ calendar: ListedCalendar, _ context: QueryContext = Query.context) -> Truth {
    query.truth(of: calendar, context)
  }

  func finds(_ calendar: ListedCalendar) -> Bool { truth(calendar) == .yes }

  var isCondition: Bool { query.parts.allSatisfy { $0.kind == .condition } && !query.isEmpty }

  var kinds: [CalendarQuery.Part.Kind] { query.parts.map(\.kind) }
}

/// Five calendars of a small account; the first has an answer to everything.
enum Listed {
  static let names = [
    "u1": "Jonas Berg", "u2": "Ana Silva", "g1": "Studio", "g2": "Fitness & Care", "f1": "Intake",
  ]

  static let calendars: [ListedCalendar] = [
    listed([
      "id": "A1", "name": "Intro call", "teamMembers": [["userId": "u1", "priority": 1]],
      "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 30], "slotDuration": 1,
      "slotDurationUnit": "hours", "enableRecurring": true, "dateUpdated": "2026-11-20T10:00:00Z",
    ]),
    listed([
      "id": "B2", "name": "Group therapy", "slug": "therapy", "calendarType": "class_booking",
      "groupId": "g2", "isActive": false, "appoinmentPerSlot": 8, "allowBookingAfter": 2,
      "allowBookingAfterUnit": "hours", "allowBookingFor": 2, "allowBookingForUnit": "months",
      "teamMembers": [["userId": "u1"], ["userId": "u2", "isPrimary": true]],
      "openHours": [Calendars.week([6], Calendars.hour(10, 14))],
      "availabilities": [
        ["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "d1"],
        ["date": "2026-12-27T00:00:00.000Z", "hours": [Calendars.hour(9, 12)], "id": "d2"],
        ["date": "2026-12-28T00:00:00.000Z", "hours": [Calendars.hour(9, 12)], "deleted": true],
      ],
    ]),
    listed([
      "id": "C3", "name": "Visit \"x y\"", "slug": "visit", "calendarType": "event",
      "groupId": .null, "teamMembers": [], "slotDurationUnit": "days", "slotDuration": 15,
      "locationConfigurations": [["kind": "zoom_conference"]], "notes": "", "availabilityType": 1,
      "availabilities": [
        ["date": "2026-12-24T00:00:00.000Z", "hours": [Calendars.hour(9, 12)], "id": "d1"]
      ], "allowBookingAfter": .null, "allowBookingFor": .null, "appoinmentPerDay": "",
    ]),
    listed([
      "id": "D4", "name": "Café München", "slug": "cafe", "calendarType": "personal",
      "availabilityType": 0, "dateUpdated": "2026-10-01T10:00:00Z",
      "availabilities": [["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "d1"]],
    ]),
    // The answer leaves nearly all out.
    ListedCalendar(["id": "E5", "name": "Bare"], names: names)!,
  ]

  private static func listed(_ changes: [String: JSONValue]) -> ListedCalendar {
    ListedCalendar(Calendars.full(changes.mapValues { $0 }), names: names)!
  }

  /// The first letters of those that fit, in the order of the list.
  static func found(_ text: String, isFuzzy: Bool = true) -> String {
    let query = Query(text, isFuzzy: isFuzzy)
    return calendars.filter(query.finds).compactMap { $0.id?.prefix(1) }.joined()
  }

  static func unknown(_ text: String) -> String {
    let query = Query(text)
    return calendars.filter { query.truth($0) == .unknown }.compactMap { $0.id?.prefix(1) }.joined()
  }
}
