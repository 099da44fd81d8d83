import CalendarModel
import UserConfiguration

extension Profile {
  /// How times and weeks are shown: as the settings say, or else as the system does.
  var format: LocalFormat {
    let clock = self[.clock].flatMap { ClockStyle(rawValue: $0.value) }
    let weekStart = self[.weekStarts].flatMap { WeekStart(rawValue: $0.value) }
    // Asking the system opens files.
    let region =
      clock == nil || weekStart == nil ? RegionalFormat.ofSystem : RegionalFormat(localeName: nil)
    return LocalFormat(
      clock: (clock ?? region.clock) == .twelve ? .twelve : .twentyFour,
      weekStart: (weekStart ?? region.weekStart) == .monday ? .monday : .sunday)
  }
}
