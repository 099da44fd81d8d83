import JSON

/// Puts values and paths into words, with names instead of ids.
extension CalendarDocument {
  /// A value in a few words.
  package func words(_ value: JSONValue?, of field: Field?) -> String {
    Wording.value(value, of: field, names: names, in: format)
  }

  /// The name of a path: "Team members › Ana Silva › Priority".
  package func place(_ path: JSONPath) -> String {
    Wording.place(path, in: current, names: names, format: format)
  }

  /// The name by which the user knows a row: a person, a date, days and hours.
  package func summary(_ row: JSONValue, _ type: ObjectType) -> String {
    RowSummary.text(of: row, type, names: names, in: format)
  }
}
