import JSON

extension Rule {
  /// Hours, minutes and repetitions are counted in whole numbers.
  static let valueWhole = Rule("value.whole", .warning, values: .number) { value, field in
    guard let limits = field.numberLimits, limits.allowed != nil || limits.most != nil,
      let number = value.number, number.double.isFinite, number.int == nil
    else { return nil }
    return "This should be a whole number."
  }
}
