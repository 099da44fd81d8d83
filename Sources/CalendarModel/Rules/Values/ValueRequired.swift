import JSON

extension Rule {
  /// Members that an object must have; API page, "required".
  static let valueRequired = Rule(
    "object.required", .error,
    .requiredMembers { value, field in
      if let value, !value.isNull, !field.isIDWithoutValue(value) { return nil }
      return "\(field.label) is required; give it a value."
    })
}
