import CalendarModel
import JSON

extension FormLayout {
  /// Who takes the bookings: what the calendar's type asks for, and a table of the members.
  mutating func addTeam(_ document: CalendarDocument) {
    append(TextLine.note(TypeRules.team(document.calendarType)))
    for field in CalendarSchema.fields(in: .team) { add(field, under: .root, document) }
  }
}
