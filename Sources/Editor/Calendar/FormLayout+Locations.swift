import CalendarModel
import JSON

extension FormLayout {
  /// Where the meetings take place: what the calendar's type supports, and the locations.
  mutating func addLocations(_ document: CalendarDocument) {
    append(TextLine.note(TypeRules.locations(document.calendarType)))
    for field in CalendarSchema.fields(in: .locations) { add(field, under: .root, document) }
  }

  /// One location: its kind with what that means, and its place where the kind has one.
  mutating func addLocation(_ path: JSONPath, _ document: CalendarDocument) {
    let kind = document[path.appending(LocationKey.kind)]?.text
    let known = kind.flatMap(LocationKind.init(rawValue:))
    for field in CalendarSchema.field(at: path)?.objectType?.fields ?? [] {
      if case .text(.meetingPlace) = field.type,
        MeetingPlace(kind: kind, location: nil) == .notApplicable,
        document[path.appending(field.key)] == nil
      {
        continue
      }
      add(field, under: path, document)
      guard case .choice = field.type else { continue }
      if let known { append(TextLine.note("\(known.label): \(known.meaning)")) }
      if let reason = LocationKind.reasonUnknown(for: document.calendarType),
        known?.isConference == true
      {
        append(TextLine.note(reason, .warning))
      }
    }
  }
}
