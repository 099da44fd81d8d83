import JSON

extension Rule {
  /// Upper limits; API page, `recurring.count` <= 24.
  static let valueMost = Rule("value.most", .error, values: .number) { value, field in
    guard let most = field.numberLimits?.most, let number = value.finiteNumber,
      number > Double(most)
    else { return nil }
    return "This must be at most \(most)."
  }
}
