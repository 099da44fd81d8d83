import JSON

/// How a value stands in a text field, and what typing into it means.
package enum FieldText {
  /// The value as it is edited; empty when it is absent or null.
  package static func text(of value: JSONValue?, field: Field) -> String {
    switch value {
    case nil, .null: ""
    case .string(let string):
      if case .text(.date) = field.type, let date = CalendarDate(wire: string.value) {
        date.description
      } else {
        string.value
      }
    case .number(let number): number.spelling
    case .some(let other): other.printed()
    }
  }

  /// The value that a typed text stands for; nil makes the property absent.
  ///
  /// What is no number stays the text that was typed, and a rule says what is wrong with it.
  package static func value(of text: String, field: Field) -> JSONValue? {
    switch field.type {
    case .number:
      if text.trimmed.isEmpty { return nil }
      let typed = NumberEnding.taken(from: text, of: field)
      return (try? TypedNumber(typed))?.json.map(JSONValue.number) ?? .text(text)
    case .text(.date):
      return .text(CalendarDate(text.trimmed)?.wire ?? text)
    default: return .text(text)
    }
  }
}
