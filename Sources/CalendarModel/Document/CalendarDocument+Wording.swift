import JSON

/// Values and places in words, with names where the calendar holds ids.
extension CalendarDocument {
  /// A value in few words.
  package func words(_ value: JSONValue?, of field: Field?) -> String {
    Wording.value(value, of: field, names: names)
  }

  /// Where a value stands: "Team members › Ana Silva › Priority".
  package func place(_ path: JSONPath) -> String {
    Wording.place(path, in: current, names: names)
  }

  /// A row of a list by what a person knows it by.
  package func summary(_ row: JSONValue, _ type: ObjectType) -> String {
    RowSummary.text(of: row, type, names: names)
  }
}
