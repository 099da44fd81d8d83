import CalendarModel

/// Which dates are chosen in the section of the date-specific hours.
struct DateChooser: Sendable {
  var cursor: DateCursor
  /// Whether the entries of days that have passed are listed.
  var showsPast = false

  init(_ today: CalendarDate) { cursor = DateCursor(today) }
}
