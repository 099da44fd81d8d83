import JSON

extension Rule {
  /// Numbers that no double can hold: `1e400`.
  static let valueFinite = Rule("value.finite", .error, values: .number) { value, _ in
    guard let number = value.number, !number.double.isFinite else { return nil }
    let spelling = Wording.quoted(number.spelling)
    return "\(spelling) is too large for the service."
  }
}
