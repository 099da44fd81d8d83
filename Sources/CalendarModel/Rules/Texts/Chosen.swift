import JSON

extension Rule {
  /// An id of blanks names nothing: `teamMembers[].userId`.
  static let chosen = Rule("text.chosen", .warning, values: .id) { value, field in
    guard field.isRequired, let text = value.text, !text.isEmpty, text.trimmed.isEmpty else {
      return nil
    }
    return "\(field.label) is blank; choose one."
  }
}
