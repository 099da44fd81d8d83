/// The hours of one user, for the calendars that it names; API notes, section 6.
///
/// A schedule has a week and rules for dates, by the clocks of a time zone of its own. A day without
/// a rule is closed. Several rules for the same day count together.
package struct Schedule: Sendable, Hashable {
  /// Nil where the service does not give one.
  package let id: String?
  package let name: String?
  /// Whose hours they are; nil where nobody is named.
  package let userID: String?
  package let locationID: String?
  /// The time zone of its hours, such as `Europe/Berlin`; nil where none is named.
  package let zone: String?
  /// The calendars that it governs.
  package let calendarIDs: [String]
  package let isDeleted: Bool
  /// The hours of each weekday, Sunday first.
  package let weekdays: [DayHours]
  /// The hours of the dates that have a rule; they replace those of the weekday.
  package let dates: [CalendarDate: DayHours]
  /// What is odd about the rules and counts for nothing, in words.
  package let oddities: [String]

  /// The hours of each weekday, as those of a calendar are read.
  package var week: WeekHours { WeekHours(weekdays) }

  /// The hours of a date by the schedule's own clocks.
  package func hours(on date: CalendarDate) -> DayHours { dates[date] ?? weekdays[date.weekday] }

  /// Whether the hours of a calendar are taken from it.
  package func governs(_ calendarID: String) -> Bool {
    !isDeleted && calendarIDs.contains(calendarID)
  }

  /// Whether two answers of the service are about the same schedule.
  package func isSame(as other: Schedule) -> Bool {
    if id != nil || other.id != nil { return id == other.id }
    return userID == other.userID && name == other.name
  }
}

/// What a schedule says of one day, for a line of its own.
package struct ScheduleDay: Sendable, Hashable {
  package enum Day: Sendable, Hashable {
    /// 0 is Sunday.
    case weekday(Int)
    case date(CalendarDate)
  }

  package let day: Day
  package let hours: DayHours
}

extension Schedule {
  /// Its week, in the order in which a calendar's week is shown.
  package func weekLines(in format: LocalFormat) -> [ScheduleDay] {
    format.weekdays.map { ScheduleDay(day: .weekday($0), hours: weekdays[$0]) }
  }

  /// Its dates from a day on, in order.
  package func dateLines(from first: CalendarDate) -> [ScheduleDay] {
    dates.filter { $0.key >= first }.sorted { $0.key < $1.key }.map {
      ScheduleDay(day: .date($0.key), hours: $0.value)
    }
  }
}
