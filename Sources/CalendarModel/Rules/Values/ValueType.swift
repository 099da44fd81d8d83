import JSON

extension Rule {
  /// Types; API page, the type beside each property.
  ///
  /// What is wrong here is not judged by the other rules about values.
  static let valueType = Rule(
    "value.type", .error, .values(Set(FieldShape.allCases), ValueType.message))
}

/// The words of the rule about types.
enum ValueType {
  static func message(_ value: JSONValue, _ field: Field) -> String? {
    let wanted: String
    switch (field.type, value) {
    case (.text, .string), (.longText, .string), (.number, .number), (.toggle, .bool),
      (.choices, .array), (.list, .array), (.object, .object), (.choice, _):
      return nil
    case (.text, _), (.longText, _): wanted = "a text"
    case (.number, .string(let typed)): return message(typed.value)
    case (.number, _): wanted = "a number"
    case (.toggle, _): wanted = "yes or no"
    case (.choices, _), (.list, _): wanted = "a list"
    case (.object, _): wanted = "an object"
    }
    return "This must be \(wanted), but it is \(value.kindInWords)."
  }

  private static func message(_ typed: String) -> String {
    if typed.isEmpty { return "This must be a number, but it is an empty text." }
    return JSONNumber(typed.trimmed) == nil
      ? "\(Wording.quoted(typed)) is not a number."
      : "\(Wording.quoted(typed)) is a text; enter it again to make it a number."
  }

  static func message(row: JSONValue, _ type: ObjectType) -> String {
    "Each \(type.noun) must be an object, but this one is \(row.kindInWords)."
  }

  /// The number in a text that stands where a number belongs; nil where it is none.
  static func numberWritten(in value: JSONValue, _ field: Field) -> JSONNumber? {
    guard case .number = field.type else { return nil }
    return value.text.flatMap { JSONNumber($0.trimmed) }
  }
}
