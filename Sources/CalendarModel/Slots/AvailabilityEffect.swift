import JSON

/// What `availabilityType` means for one of the two sections with hours; API page,
/// `availabilityType`.
package struct AvailabilityEffect: Sendable, Hashable {
  /// In a sentence.
  package let text: String
  /// Whether the hours of the section count.
  package let isInForce: Bool

  /// Reads a calendar.
  ///
  /// - Parameter section: the weekly or the date-specific hours; nil for every other section.
  package init?(of section: Section, in calendar: JSONValue) {
    let type = AvailabilityType(in: calendar)
    switch (section, type) {
    case (.weeklyHours, .both?):
      text = "These hours count, except on dates that have hours of their own."
      isInForce = true
    case (.weeklyHours, .weekly?):
      text = "These hours count on every date; the date-specific hours have no effect."
      isInForce = true
    case (.weeklyHours, .dates?):
      text = "These hours have no effect: the availability is set to date-specific hours only."
      isInForce = false
    case (.dateHours, .both?):
      text = "A date with an entry has its hours; every other date has those of its weekday."
      isInForce = true
    case (.dateHours, .dates?):
      text = "Only these dates can be booked; the weekly hours have no effect."
      isInForce = true
    case (.dateHours, .weekly?):
      text = "These hours have no effect: the availability is set to weekly hours only."
      isInForce = false
    case (.weeklyHours, nil), (.dateHours, nil):
      text =
        "It is not known which hours count: the availability is "
        + Wording.value(
          calendar[.availabilityType], of: CalendarSchema.field(.availabilityType)) + "."
      isInForce = true
    default: return nil
    }
  }
}
