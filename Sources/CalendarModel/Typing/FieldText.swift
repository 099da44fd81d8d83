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
  /// What is no number stays the text that was typed, for the rules to complain of.
  package static func value(of text: String, field: Field) -> JSONValue? {
    switch field.type {
    case .number:
      let typed = text.trimmed
      if typed.isEmpty { return nil }
      return (JSONNumber(typed) ?? JSONNumber(withoutZeros(typed))).map(JSONValue.number)
        ?? .text(text)
    case .text(.date):
      return .text(CalendarDate(text.trimmed)?.wire ?? text)
    default: return .text(text)
    }
  }

  /// A number without the zeros that were left standing in front of it: `040` is 40.
  private static func withoutZeros(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(sign.count).drop { $0 == "0" }
    guard sign.count + digits.count < text.count else { return text }
    return sign + (digits.first?.isNumber == true ? "" : "0") + digits
  }
}
