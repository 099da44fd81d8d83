extension CalendarDate {
  /// The weekday in full: "Monday".
  public var weekdayName: String { Choices.days[weekday].meaning }

  /// The weekday in short: "Mon".
  public var shortWeekdayName: String { Choices.days[weekday].label }

  /// The date so many days later, or earlier.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }
}
