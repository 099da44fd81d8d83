import JSON

extension Rule {
  /// E-mail addresses with commas between them; API page, `notifications[].selectedUsers`.
  static let emailList = Rule("text.emailList", .warning, values: .emailList) { value, _ in
    guard let text = value.text, !text.isEmpty else { return nil }
    return EmailList(text).problems.lazy.compactMap { $0 }.first
  }
}
