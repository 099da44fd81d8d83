/// A minute of the calendar's own wall clock, without a time zone.
package struct CalendarMoment: Sendable, Hashable {
  package let date: CalendarDate
  /// Minutes after midnight, 0 to 1439.
  package let minute: Int

  /// Makes a moment; minutes outside the day carry into the days before or after it.
  package init(_ date: CalendarDate, minute: Int) {
    let days = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440
    self.date = days == 0 ? date : CalendarDate(daysSinceEpoch: date.daysSinceEpoch + days)
    self.minute = minute - days * 1440
  }

  /// So many minutes later.
  package func adding(minutes: Int) -> CalendarMoment {
    CalendarMoment(date, minute: minute + minutes)
  }

  /// The same day of a later month, or its last day where it is shorter: a month after 31 January
  /// is 28 or 29 February.
  package func adding(months: Int) -> CalendarMoment {
    let count = date.year * 12 + date.month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    let day = (0...3).lazy.compactMap {
      CalendarDate(year: year, month: month, day: date.day - $0)
    }.first
    return CalendarMoment(day ?? CalendarDate(daysSinceEpoch: .max), minute: minute)
  }
}

extension CalendarMoment: Comparable {
  package static func < (a: CalendarMoment, b: CalendarMoment) -> Bool {
    (a.date, a.minute) < (b.date, b.minute)
  }
}

extension CalendarMoment: CustomStringConvertible {
  /// `2026-12-24 09:00`.
  package var description: String { "\(date) \(HourRange.clock(minute))" }
}
