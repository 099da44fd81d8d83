import JSON

extension Rule {
  /// Numbers that the service takes and nobody means: no length at all, more than a hundred percent.
  static let valueSensible = Rule("value.sensible", .warning, values: .number) { value, field in
    guard let limits = field.numberLimits, let sensible = limits.sensible,
      let number = value.finiteNumber
    else { return nil }
    if number < Double(sensible.lowerBound) {
      // Half an hour is a length, though it is less than 1.
      if field.unitKey != nil, number > 0 { return nil }
      return "This should be at least \(sensible.lowerBound)."
    }
    if number > Double(sensible.upperBound), limits.most == nil {
      return "This should be at most \(sensible.upperBound)."
    }
    return nil
  }
}
