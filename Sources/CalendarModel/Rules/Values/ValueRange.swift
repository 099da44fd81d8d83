import JSON

extension Rule {
  /// Numeric ranges; API page and its nested objects.
  static let valueRange = Rule("value.range", .error, values: .number) { value, field in
    guard let allowed = field.numberLimits?.allowed, let number = value.finiteNumber,
      number < Double(allowed.lowerBound) || number > Double(allowed.upperBound)
    else { return nil }
    return "This must be \(allowed.lowerBound) to \(allowed.upperBound)."
  }
}
