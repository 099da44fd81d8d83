/// Months by their names.
extension CalendarDate {
  /// In full, "December".
  package var monthName: String { Self.monthNames[month - 1] }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
