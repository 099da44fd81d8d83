import JSON
import Testing

@testable import CalendarModel

/// Changes as tests write them.
enum Changing {
  static let names = ["u1": "Jonas Berg", "u2": "Ana Silva", "g1": "Sales", "f1": "Intake form"]

  static func document(_ calendar: JSONValue = Calendars.full) -> CalendarDocument {
    var document = Calendars.document(calendar)
    document.names = names
    return document
  }

  static func set(_ arguments: String...) throws -> CalendarChanges {
    try CalendarChanges(setting: arguments, today: Calendars.today)
  }

  /// The document after changes.
  static func applied(
    _ arguments: [String], unsetting names: [String] = [],
    to document: CalendarDocument = document()
  ) throws -> CalendarDocument {
    var document = document
    try CalendarChanges(setting: arguments, today: Calendars.today).apply(to: &document)
    try CalendarChanges(unsetting: names, today: Calendars.today).apply(to: &document)
    return document
  }

  /// What is wrong with changes, before or in a calendar.
  static func mistake(
    _ argument: String, in document: CalendarDocument = document()
  ) -> String? {
    var document = document
    let before = document
    do {
      try CalendarChanges(setting: [argument], today: Calendars.today).apply(to: &document)
      return nil
    } catch {
      #expect(document.current == before.current)
      #expect(document.undoSteps.count == before.undoSteps.count)
      return error.message
    }
  }
}
