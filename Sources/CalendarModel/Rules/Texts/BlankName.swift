import JSON

extension Rule {
  /// A name of blanks, or none: lists and bookers show nothing then.
  static let blankName = Rule("text.blankName", .warning, values: .plainText) { value, field in
    guard field.key == CalendarKey.name.rawValue, let text = value.text, text.trimmed.isEmpty else {
      return nil
    }
    return text.isEmpty
      ? "The name is empty; write what people call the calendar."
      : "The name is blank; write what people call the calendar."
  }
}
