import JSON

/// What `availabilityType` means for one of the two sections with hours; API page,
/// `availabilityType`.
package struct AvailabilityEffect: Sendable, Hashable {
  /// In a sentence.
  package let text: String
  /// Whether the section has hours that do not count.
  package let isWasted: Bool

  /// Reads a calendar.
  ///
  /// - Parameter section: the weekly or the date-specific hours; nil for every other section.
  package init?(of section: Section, in calendar: JSONValue) {
    let hasWeek = Self.hasWeek(calendar)
    let hasDates = Self.hasDates(calendar)
    var isWasted = false
    switch (section, AvailabilityType(in: calendar)) {
    case (.weeklyHours, .both?):
      text = "These hours count, except on dates that have hours of their own."
    case (.weeklyHours, .weekly?):
      text =
        "These hours count on every date"
        + (hasDates ? "; the date-specific hours have no effect." : ".")
    case (.weeklyHours, .dates?):
      isWasted = hasWeek
      text = Self.unused(hasWeek, "date-specific hours")
    case (.dateHours, .both?):
      text = "A date with an entry has its hours; every other date has those of its weekday."
    case (.dateHours, .dates?):
      text =
        "Only these dates can be booked" + (hasWeek ? "; the weekly hours have no effect." : ".")
    case (.dateHours, .weekly?):
      isWasted = hasDates
      text = Self.unused(hasDates, "weekly hours")
    case (.weeklyHours, nil), (.dateHours, nil):
      text =
        "It is not known which hours count: the availability is "
        + Wording.value(
          calendar[.availabilityType], of: CalendarSchema.field(.availabilityType)) + "."
    default: return nil
    }
    self.isWasted = isWasted
  }

  /// Says that the hours of a section do not count, or would not if there were any.
  private static func unused(_ hasHours: Bool, _ others: String) -> String {
    (hasHours ? "These hours have no effect" : "Hours here would have no effect")
      + ": the availability is set to \(others) only."
  }

  /// Whether any day of the week is open; where that cannot be read there may be one.
  private static func hasWeek(_ calendar: JSONValue) -> Bool {
    guard let value = calendar[.openHours], !value.isNull else { return false }
    guard let entries = value.array else { return true }
    return entries.contains { $0[key: WeekEntryKey.hours.rawValue]?.array?.isEmpty != true }
  }

  /// Whether any date has an entry that is not deleted.
  private static func hasDates(_ calendar: JSONValue) -> Bool {
    guard let value = calendar[.availabilities], !value.isNull else { return false }
    guard let entries = value.array else { return true }
    return entries.contains { $0[key: DateEntryKey.deleted.rawValue]?.looseBool != true }
  }
}
