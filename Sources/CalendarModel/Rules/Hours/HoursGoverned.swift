import JSON

extension Rule {
  /// Hours that are changed although a schedule decides when the calendar is open; API notes,
  /// section 6.
  static let hoursGoverned = Rule("hours.governed", .warning) { calendar in
    guard calendar.isGoverned else { return [] }
    return GoverningSchedules.governedKeys.filter { calendar.isChanged($0.rawValue) }
      .map { Finding(ScheduleWording.governedChange, at: $0.path) }
  }
}
