import CalendarModel
import JSON

/// The schedules of the users of the demo account.
///
/// - The coach's calendar is governed for its only member, in London's time.
/// - The panel's is governed for two of its three members, one of them in Kolkata's time; the third
///   one has a schedule for the coach's calendar only.
/// - No other calendar is governed: what names one is deleted, or is of somebody who is no member.
enum DemoSchedules {
  /// All schedules, with dates counted from a day.
  static func all(today: CalendarDate) -> [JSONValue] {
    (try? JSONDocument(parsing: DemoCalendars.dated(text, today)))?.value.array ?? []
  }

  /// Some answers of the service spell a schedule's id `_id`; some of these do too.
  private static let text = #"""
    [
      {
        "_id": "sW4kTq9LmZc2RvXe7BnA", "name": "Coaching hours",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "c7NxTzB2kIuE8rWaPl1j",
        "timezone": "Europe/London", "calendarIds": ["nF9xHa6VuWj3BqEd8RiO"], "deleted": false,
        "rules": [
          {"type": "wday", "day": "monday", "intervals": [{"from": "08:00", "to": "12:00"}]},
          {"type": "wday", "day": "tuesday", "intervals": [{"from": "08:00", "to": "12:00"}, {"from": "15:00", "to": "20:00"}]},
          {"type": "wday", "day": "thursday", "intervals": [{"from": "15:00", "to": "20:30"}]},
          {"type": "wday", "day": "saturday", "intervals": []},
          {"type": "date", "date": "<+8>", "intervals": []},
          {"type": "date", "date": "<+9>", "intervals": [{"from": "10:00", "to": "12:00"}, {"from": "13:30", "to": "16:00"}]}
        ],
        "dateAdded": "2026-02-03T10:00:00.000Z", "dateUpdated": "<-12>T08:15:00.000Z"
      },
      {
        "id": "hE8rYd1PoGu5KxCj3MwS", "name": "Interviews",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "Xq2mC7Rk9LbTzW4nYdPa",
        "timezone": "Europe/Berlin", "calendarIds": ["Zr4yQk0DhMt7CpLg2SvJ"], "deleted": false,
        "rules": [
          {"type": "wday", "day": "monday", "intervals": [{"from": "09:00", "to": "12:00"}]},
          {"type": "wday", "day": "tuesday", "intervals": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "17:30"}]},
          {"type": "wday", "day": "wednesday", "intervals": [{"from": "13:00", "to": "17:30"}]},
          {"type": "wday", "day": "thursday", "intervals": [{"from": "09:00", "to": "17:30"}]},
          {"type": "date", "date": "<+10>", "intervals": []}
        ],
        "dateAdded": "2026-01-19T10:00:00.000Z", "dateUpdated": "<-30>T16:40:00.000Z"
      },
      {
        "id": "vN2bJf6TzQa9LeHs0UiD", "name": "Evenings",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "Lw5QeJ0pVfS4oHgD9ymR",
        "timezone": "Asia/Kolkata",
        "calendarIds": ["oldCalendarThatIsGone", "Zr4yQk0DhMt7CpLg2SvJ"], "deleted": false,
        "rules": [
          {"type": "wday", "day": "tuesday", "intervals": [{"from": "16:00", "to": "21:00"}]},
          {"type": "wday", "day": "thursday", "intervals": [{"from": "16:00", "to": "21:00"}]},
          {"type": "date", "date": "<+12>", "intervals": [{"from": "17:30", "to": "20:30"}]}
        ],
        "dateAdded": "2026-01-20T07:30:00.000Z", "dateUpdated": "<-4>T11:05:00.000Z"
      },
      {
        "id": "qG7mXo3WcRk1VtBp8ZyF", "name": "Interviews, last year",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "c7NxTzB2kIuE8rWaPl1j",
        "timezone": "Europe/Berlin", "calendarIds": ["Zr4yQk0DhMt7CpLg2SvJ"], "deleted": true,
        "rules": [
          {"type": "wday", "day": "friday", "intervals": [{"from": "06:00", "to": "08:00"}]}
        ],
        "dateAdded": "2025-03-01T09:00:00.000Z", "dateUpdated": "<-200>T09:00:00.000Z"
      },
      {
        "_id": "uK5aPz0SnHd4IyMl6CeV", "name": "Office hours",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "h3UaYv7GdKzM1iXtN6Cb",
        "timezone": "Europe/Dublin", "calendarIds": ["Kd7WmTz3RbXq9LfYh2Pn"], "deleted": true,
        "rules": [
          {"type": "wday", "day": "monday", "intervals": [{"from": "09:00", "to": "17:00"}]}
        ],
        "dateAdded": "2025-05-11T09:00:00.000Z", "dateUpdated": "<-90>T09:00:00.000Z"
      },
      {
        "id": "jB9wEs2FxUq6OgTn4RhL", "name": "Yoga stand-in",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "T9kBnFxO2cPjR8qLsE5w",
        "timezone": "Europe/Berlin", "calendarIds": ["vB5sJc8GiUe1AoNx6EwT"], "deleted": false,
        "rules": [
          {"type": "wday", "day": "sunday", "intervals": [{"from": "10:00", "to": "24:00"}]}
        ],
        "dateAdded": "2026-04-02T09:00:00.000Z", "dateUpdated": "<-60>T09:00:00.000Z"
      },
      {
        "id": "yC1tLi8KvMo3DaWf5PxJ", "name": "Default",
        "locationId": "ve9EPM428h8vShlRW1KT", "userId": "b8GvJtE1sNoQ5hUxKf3c",
        "timezone": "Europe/Berlin", "calendarIds": [], "deleted": false,
        "rules": [
          {"type": "wday", "day": "monday", "intervals": [{"from": "08:00", "to": "17:00"}]}
        ],
        "dateAdded": "2025-12-01T09:00:00.000Z", "dateUpdated": "<-300>T09:00:00.000Z"
      }
    ]
    """#
}
