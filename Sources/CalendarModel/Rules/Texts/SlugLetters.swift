import JSON

extension Rule {
  /// What stands in a link as it is: `slug`, and `widgetSlug`, which may have several parts.
  static let slugLetters = Rule("text.slug", .warning, values: .plainText) { value, field in
    guard let text = value.text, !text.isEmpty else { return nil }
    switch CalendarKey(rawValue: field.key) {
    case .slug where !TextCheck.isSlug(text):
      return "The end of a link has letters, digits, - and _ only, such as haircut-30."
    case .widgetSlug
    where !text.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy({ !$0.isEmpty && TextCheck.isSlug($0) }):
      return
        "The end of a link has letters, digits, - and _ only, and / between its parts, such as "
        + "studio/haircut-30."
    default: return nil
    }
  }
}
