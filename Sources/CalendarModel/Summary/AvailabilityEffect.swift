import JSON

/// What `availabilityType` means for one of the two sections with hours; API page,
/// `availabilityType`.
package struct AvailabilityEffect: Sendable, Hashable {
  /// In a sentence.
  package let text: String
  /// Whether the hours of the section count.
  package let isInForce: Bool

  /// Reads the property.
  ///
  /// - Parameter section: the weekly or the date-specific hours; nil for every other section.
  package init?(of section: Section, in calendar: JSONValue) {
    let value = calendar[key: CalendarSchema.availabilityType]
    let type = SlotPreview.Availability(value.flatMap { $0.isNull ? nil : $0 })
    switch (section, type) {
    case (.weeklyHours, .both?):
      text = "These hours count, except on dates that have hours of their own."
      isInForce = true
    case (.weeklyHours, .weekly?):
      text = "These hours count on every date; the date-specific hours have no effect."
      isInForce = true
    case (.weeklyHours, .dates?):
      text = "No effect: only date-specific hours count, as the availability is set."
      isInForce = false
    case (.dateHours, .both?):
      text = "A date with an entry has its hours; every other date has those of its weekday."
      isInForce = true
    case (.dateHours, .dates?):
      text = "Only these dates can be booked; the weekly hours have no effect."
      isInForce = true
    case (.dateHours, .weekly?):
      text = "No effect: only weekly hours count, as the availability is set."
      isInForce = false
    case (.weeklyHours, nil), (.dateHours, nil):
      text = "Which hours count is not known: \(Wording.value(value)) is no availability type."
      isInForce = true
    default: return nil
    }
  }
}

extension CalendarSchema {
  /// The key that decides which hours count, at the head of both sections with hours.
  package static let availabilityType = "availabilityType"
}
