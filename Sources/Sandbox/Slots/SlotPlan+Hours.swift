import CalendarModel
import JSON

/// When a calendar is open.
extension SlotPlan {
  /// A time that the calendar is open at a stretch, in minutes after midnight.
  typealias Stretch = (open: Int, close: Int)

  /// The stretches of a date in order: ranges that overlap or touch are one.
  func stretches(on date: CalendarDate) -> [Stretch] {
    Self.joined(entries(on: date).flatMap(ranges))
  }

  /// Ranges in order, with those that overlap or touch put together.
  static func joined(_ ranges: [Stretch]) -> [Stretch] {
    ranges.sorted { $0 < $1 }.reduce(into: []) { stretches, range in
      if let last = stretches.last, range.open <= last.close {
        stretches[stretches.count - 1].close = max(last.close, range.close)
      } else {
        stretches.append(range)
      }
    }
  }

  /// The entries whose hours count on a date: its own, or those of its weekday put together.
  private func entries(on date: CalendarDate) -> [JSONValue] {
    // 0 counts open hours only, 1 dates only; with null a date overrules its weekday.
    let type = wholeNumber(calendar[key: "availabilityType"])
    if type != 0 {
      let own = (calendar[key: "availabilities"]?.array ?? []).first { entry in
        entry[key: "deleted"]?.bool != true && self.date(of: entry) == date
      }
      if let own { return [own] }
      if type == 1 { return [] }
    }
    return (calendar[key: "openHours"]?.array ?? []).filter { entry in
      entry[key: "daysOfTheWeek"]?.array?.contains { $0.int == date.weekday } == true
    }
  }

  /// The date that an entry's text begins with, whatever stands behind it.
  private func date(of entry: JSONValue) -> CalendarDate? {
    entry[key: "date"]?.text.flatMap { CalendarDate($0.prefix(10)) }
  }

  /// The ranges of an entry that count; one that is empty or closes before it opens does not.
  private func ranges(of entry: JSONValue) -> [Stretch] {
    (entry[key: "hours"]?.array ?? []).compactMap { hour in
      func part(_ name: String, _ limit: Int) -> Int? {
        hour[key: name]?.int.flatMap { (0...limit).contains($0) ? $0 : nil }
      }
      guard let openHour = part("openHour", 23), let openMinute = part("openMinute", 60),
        let closeHour = part("closeHour", 23), let closeMinute = part("closeMinute", 60)
      else { return nil }
      let range = (open: openHour * 60 + openMinute, close: closeHour * 60 + closeMinute)
      return range.open < range.close ? range : nil
    }
  }
}
