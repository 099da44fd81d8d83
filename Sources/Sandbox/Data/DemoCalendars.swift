import CalendarModel
import JSON

/// The calendars of the sandbox: one of each type, filled in as calendars in use are.
///
/// Each one has keys that the API page does not list, at the top and inside of lists, because loaded
/// calendars do.
enum DemoCalendars {
  static let roundRobinID = "ocQHyuzHvysMo5N5VsXc"
  static let ids = [
    roundRobinID, "Kd7WmTz3RbXq9LfYh2Pn", "vB5sJc8GiUe1AoNx6EwT", "Zr4yQk0DhMt7CpLg2SvJ",
    "nF9xHa6VuWj3BqEd8RiO", "Yt1gPl5KsNc4MwZo7XbU",
  ]

  /// All calendars, with dates counted from a day.
  static func all(today: CalendarDate) -> [JSONValue] {
    [salon, lawFirm, yogaClass, panel, coach, webinar].compactMap { text in
      (try? JSONDocument(parsing: dated(text, today)))?.value
    }
  }

  /// Puts dates where a text says `<+14>`: so many days from today.
  static func dated(_ text: String, _ today: CalendarDate) -> String {
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { out, part in
      guard let close = part.firstIndex(of: ">"), let days = Int(part[..<close]) else {
        return out += "<" + part
      }
      out += today.adding(days: days).description + part[part.index(after: close)...]
    }
  }
}
