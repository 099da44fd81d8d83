import CalendarModel
import JSON

/// Hours of the demo, written shortly in its tables.
///
/// A week is `Mon-Thu 8-12 13-17:30; Sat 9-13`; days are `Mon-Fri` or `Mon,Wed`. Dates are
/// `2026-12-24 8-12; 2026-12-25; +6 9-12`: a date without hours is closed, and `+6` is six days from
/// today. A time is `8` or `17:30`; `24` is the end of the day. What cannot be read is left out.
enum DemoHours {
  /// A stretch in minutes after midnight.
  struct Stretch: Equatable {
    let open: Int
    let close: Int
  }

  struct Days: Equatable {
    /// 0 is Sunday.
    let weekdays: [Int]
    let stretches: [Stretch]
  }

  struct Date: Equatable {
    let date: CalendarDate
    let stretches: [Stretch]
  }

  /// The names of the days as schedules have them; the tables have their first three letters.
  static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  static func week(_ text: String) -> [Days] {
    entries(text).map { Days(weekdays: days($0), stretches: $1) }
  }

  /// The dates in the order they are written; of two entries for a date the first one counts.
  static func dates(_ text: String, today: CalendarDate) -> [Date] {
    var seen: Set<CalendarDate> = []
    return entries(text).compactMap { name, stretches in
      let date = name.hasPrefix("+") ? Int(name).map { today.adding(days: $0) } : CalendarDate(name)
      guard let date, seen.insert(date).inserted else { return nil }
      return Date(date: date, stretches: stretches)
    }
  }

  private static func entries(_ text: String) -> [(name: Substring, stretches: [Stretch])] {
    text.split(separator: ";").compactMap { entry in
      let words = entry.split(separator: " ")
      return words.first.map { ($0, words.dropFirst().compactMap(stretch)) }
    }
  }

  private static func days(_ text: Substring) -> [Int] {
    func day(_ name: Substring) -> Int? {
      weekdays.firstIndex { $0.hasPrefix(name.lowercased()) }
    }
    return text.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap(day)
      guard let first = ends.first, let last = ends.last else { return [] }
      return first <= last ? Array(first...last) : Array(first...6) + Array(0...last)
    }
  }

  private static func stretch(_ text: Substring) -> Stretch? {
    let ends = text.split(separator: "-").compactMap(minutes)
    return ends.count == 2 && ends[0] < ends[1] ? Stretch(open: ends[0], close: ends[1]) : nil
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard let hour = parts.first ?? nil, (0...24).contains(hour) else { return nil }
    return parts.count == 2 ? parts[1].map { hour * 60 + $0 } : hour * 60
  }
}

extension DemoHours.Stretch {
  /// The stretch as calendars have it; the end of the day is 23:60.
  var hour: JSONValue {
    let (closeHour, closeMinute) = close == 1440 ? (23, 60) : (close / 60, close % 60)
    return [
      "openHour": .integer(open / 60), "openMinute": .integer(open % 60),
      "closeHour": .integer(closeHour), "closeMinute": .integer(closeMinute),
    ]
  }

  /// The stretch as schedules have it.
  var interval: JSONValue { ["from": .text(Self.time(open)), "to": .text(Self.time(close))] }

  private static func time(_ minutes: Int) -> String {
    "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}
