extension CalendarDate {
  /// The weekday in full: "Monday".
  package var weekdayName: String { Choices.days[weekday].meaning }

  /// The weekday in short: "Mon".
  package var shortWeekdayName: String { Choices.days[weekday].label }

  /// The date so many days later, or earlier.
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }
}
