/// What is known besides the entries of a list when a query is asked.
package struct QueryContext: Sendable {
  /// The day for the rules about dates.
  package let today: CalendarDate
  /// What is known of the schedules, by the id of the calendar.
  package let schedules: [String: ScheduleAnswer]
  /// The time zone of the sub-account; nil where it is not known.
  package let zone: NamedZone?

  package init(
    today: CalendarDate, schedules: [String: ScheduleAnswer] = [:], zone: NamedZone? = nil
  ) {
    self.today = today
    self.schedules = schedules
    self.zone = zone
  }

  /// Whether a schedule governs a calendar; unknown where nobody was asked.
  func isGoverned(_ calendar: ListedCalendar) -> Truth {
    guard let id = calendar.id, case .listed? = schedules[id] else { return .unknown }
    return Truth(schedules[id]?.governs ?? false)
  }

  /// The schedules that govern a calendar; nil where none is known to.
  func governing(_ calendar: ListedCalendar) -> GoverningSchedules? {
    guard let id = calendar.id, let answer = schedules[id], answer.governs else { return nil }
    return GoverningSchedules(
      answer, for: calendar.calendar, type: calendar.type, zone: zone, names: calendar.names)
  }
}
