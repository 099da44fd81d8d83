import JSON

extension Rule {
  /// Enumerations; API page, "Allowed values".
  static let valueChoice = Rule("value.choice", .error, values: .choice) { value, field in
    guard case .choice(let choices) = field.type, choices.match(value) == nil, !field.isReadOnly
    else { return nil }
    return "\(Wording.value(value)) is not one of the allowed values: \(choices.listed)."
  }
}
