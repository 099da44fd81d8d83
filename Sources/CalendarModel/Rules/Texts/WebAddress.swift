import JSON

extension Rule {
  /// Web addresses: the redirect and the cover image.
  static let webAddress = Rule("text.url", .warning, values: .url) { value, _ in
    guard let text = value.text, !text.isEmpty, !TextCheck.isWebAddress(text) else { return nil }
    return "This is not a web address; it should begin with https://."
  }
}
