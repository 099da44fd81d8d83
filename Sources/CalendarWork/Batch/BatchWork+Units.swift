import CalendarModel
import JSON

/// Numbers without a unit, whose meaning depends on the calendar.
extension BatchWork {
  /// The units that a calendar gives to numbers that were typed without one, by the key of the
  /// number; empty for work that was not typed.
  package func presentUnits(in calendar: JSONValue) -> [String: TimeUnit] {
    guard case .changes(let changes) = self else { return [:] }
    return changes.presentUnits(in: calendar)
  }
}
