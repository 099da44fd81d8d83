import CalendarModel
import JSON

extension FormLayout {
  /// The dates with hours of their own.
  mutating func addDateHours(_ document: CalendarDocument) {
    addAvailability(.dateHours, document)
    for field in CalendarSchema.fields(in: .dateHours) { add(field, under: .root, document) }
  }
}
