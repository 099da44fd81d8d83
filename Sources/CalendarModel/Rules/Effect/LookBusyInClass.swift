import JSON

extension Rule {
  /// Look busy where the vendor's own screens do not offer it.
  static let lookBusyInClass = Rule("lookBusy.classCalendar", .warning) { calendar in
    guard calendar.type?.offersLookBusy == false,
      LookBusyEffect(config: calendar.held(.lookBusyConfig)).isOn
    else { return [] }
    return [
      Finding(
        "Look busy is not offered for class calendars; it may have no effect.",
        at: CalendarKey.lookBusyConfig.path.appending(LookBusyKey.enabled))
    ]
  }
}
