import JSON

extension Rule {
  /// Hours in which nothing can be booked: every weekday is closed, and no date to come is open.
  ///
  /// A calendar that says nothing of its hours is left alone, as a schedule may have them (API notes,
  /// section 6).
  static let neverOpen = Rule("hours.neverOpen", .warning) { calendar in
    let availability = calendar.availability
    let saysHours =
      availability == .dates || calendar.count(.openHours) > 0
      || GoverningSchedules.governedKeys.contains { calendar.isChanged($0.rawValue) }
    guard saysHours, !calendar.isGoverned, calendar.longestStretch == nil else { return [] }
    let (key, reason): (CalendarKey, String) =
      switch availability {
      case .weekly: (.openHours, "Every weekday is closed, and dates do not count.")
      case .dates: (.availabilities, "Only dates count, and no date to come is open.")
      case .both: (.openHours, "Every weekday is closed, and no date to come is open.")
      }
    return [Finding("\(reason) Nothing can be booked.", at: key.path)]
  }
}
