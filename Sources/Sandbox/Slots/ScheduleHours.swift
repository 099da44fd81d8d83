import CalendarModel
import JSON

/// The hours of a schedule: a rule for a date counts before those of its weekday, and a day without
/// any is closed.
struct ScheduleHours {
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  private let rules: [JSONValue]
  private let zone: ZoneOffsets

  /// - Parameter home: the zone of a schedule whose own is none that the system knows.
  init(_ schedule: JSONValue, home: ZoneOffsets) {
    rules = schedule[key: "rules"]?.array ?? []
    zone = schedule[key: "timezone"]?.text.flatMap(ZoneOffsets.init(systemZone:)) ?? home
  }

  /// The stretches on days counted from 1970.
  func spans(on days: ClosedRange<Int>) -> [SlotPlan.Span] {
    days.flatMap { day in
      SlotPlan.joined(stretches(on: CalendarDate(daysSinceEpoch: day))).compactMap {
        zone.span(of: $0, on: day)
      }
    }
  }

  private func stretches(on date: CalendarDate) -> [SlotPlan.Stretch] {
    let ofDate = rules.filter {
      $0[key: "type"]?.text == "date" && $0[key: "date"]?.text == date.description
    }
    let ofDay = rules.filter {
      $0[key: "type"]?.text == "wday" && $0[key: "day"]?.text == Self.weekdays[date.weekday]
    }
    return (ofDate.isEmpty ? ofDay : ofDate).flatMap { $0[key: "intervals"]?.array ?? [] }
      .compactMap { interval in
        guard let open = Self.minutes(interval[key: "from"]),
          let close = Self.minutes(interval[key: "to"]), open < close
        else { return nil }
        return (open, close)
      }
  }

  /// The minutes after midnight of `HH:MM`; 24:00 is the end of the day.
  private static func minutes(_ value: JSONValue?) -> Int? {
    let parts = value?.text?.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let parts, parts.count == 2, let hour = parts[0], let minute = parts[1],
      (0...24).contains(hour), (0..<60).contains(minute), hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
