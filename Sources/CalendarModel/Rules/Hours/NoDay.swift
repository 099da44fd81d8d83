import JSON

extension Rule {
  /// An entry of the weekly hours that is for no day.
  static let noDay = Rule("openHours.noDay", .warning, objects: .openHours) { entry, _ in
    guard entry[member: WeekEntryKey.daysOfTheWeek]?.array?.isEmpty == true else { return [] }
    return [
      Finding(
        "No day is chosen, so these hours have no effect; choose one.",
        at: WeekEntryKey.daysOfTheWeek.path)
    ]
  }
}
