import JSON

extension Rule {
  /// CSS colours in hexadecimal; API page, `eventColor`.
  static let color = Rule("text.color", .warning, values: .color) { value, _ in
    guard let text = value.text, !text.isEmpty, !TextCheck.isColor(text) else { return nil }
    return "This is not a colour; write # and six hexadecimal digits, such as #039be5."
  }
}
