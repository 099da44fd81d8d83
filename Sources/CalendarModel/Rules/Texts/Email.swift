import JSON

extension Rule {
  /// E-mail addresses, as loosely as slips of the finger ask for.
  static let email = Rule("text.email", .warning, values: .email) { value, _ in
    guard let text = value.text, !text.isEmpty, !TextCheck.isEmail(text) else { return nil }
    return "This is not an e-mail address, such as name@example.com."
  }
}
