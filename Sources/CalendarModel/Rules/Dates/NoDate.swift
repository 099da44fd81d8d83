import JSON

extension Rule {
  /// A text that does not begin with a date; API page, `availabilities[].date`.
  static let noDate = Rule("text.date", .error, values: .date) { value, _ in
    guard let text = value.text, CalendarDate(beginning: text) == nil else { return nil }
    return text.trimmed.isEmpty
      ? "The date is missing; write it as YYYY-MM-DD."
      : "\(Wording.quoted(text, length: 30)) is not a date that exists; write it as YYYY-MM-DD."
  }
}
