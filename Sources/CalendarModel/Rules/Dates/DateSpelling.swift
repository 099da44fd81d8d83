import JSON

extension Rule {
  /// A date that is not spelt as the service wants it; API page, `availabilities[].date`.
  ///
  /// It is read as the date that it begins with, and kept as it is until it is edited.
  static let dateSpelling = Rule("date.spelling", .warning, values: .date) { value, _ in
    guard let text = value.text, CalendarDate(wire: text) == nil,
      let date = CalendarDate(beginning: text)
    else { return nil }
    return "This is read as \(date), but the service wants \(date.wire); enter the date again."
  }
}
