import CalendarModel
import JSON

extension FormLayout {
  /// Who is told of a booking; over what is deprecated stands what the service points to.
  mutating func addNotifications(_ document: CalendarDocument) {
    for field in CalendarSchema.fields(in: .notifications) {
      if field.isDeprecated { append(TextLine.note(field.help)) }
      add(field, under: .root, document)
    }
  }
}
