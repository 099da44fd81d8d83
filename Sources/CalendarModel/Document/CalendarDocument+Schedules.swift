extension CalendarDocument {
  /// Whose schedules decide on the hours of the calendar as it is edited.
  package var governing: GoverningSchedules {
    GoverningSchedules(
      schedules, for: current, type: calendarType, zone: zone, names: names, format: format)
  }

  /// Whose schedules decide on the hours of the calendar as it was loaded.
  package var governingLoaded: GoverningSchedules {
    GoverningSchedules(
      schedules, for: base, type: calendarType, zone: zone, names: names, format: format)
  }
}
