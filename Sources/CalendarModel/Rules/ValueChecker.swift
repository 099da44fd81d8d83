import JSON

/// Runs the rules about values and objects over a value and all that stands in it.
struct ValueChecker {
  let context: RuleContext
  private(set) var problems: [Problem] = []

  init(context: RuleContext) { self.context = context }

  /// Checks the value of a field; absent ones are the business of the object around them.
  mutating func check(_ value: JSONValue, of field: Field, at path: JSONPath) {
    if value.isNull, !field.hasNullChoice { return }
    if let message = ValueRule.type.check(value, field) {
      report(ValueRule.type.id, .error, path, message)
      return
    }
    for rule in ValueRule.all.dropFirst() {
      if let message = rule.check(value, field) { report(rule.id, rule.severity, path, message) }
    }
    switch field.type {
    case .object(let type): check(value, type: type, at: path)
    case .list(let type):
      for (index, row) in (value.array ?? []).enumerated() {
        check(row, type: type, at: path.appending(index))
      }
    default: break
    }
  }

  /// Checks an object: a row of a list or the value of a field.
  mutating func check(_ value: JSONValue, type: ObjectType, at path: JSONPath) {
    guard let object = value.object else {
      report(
        ValueRule.type.id, .error, path,
        "An object is needed for each \(type.noun), but it is \(value.kindInWords).")
      return
    }
    for field in type.fields {
      if let value = object[field.key], !value.isNull || !field.isRequired {
        check(value, of: field, at: path.appending(field.key))
      } else if field.isRequired {
        report(
          "object.required", .error, path.appending(field.key),
          "\(field.label) is required; give it a value.")
      }
    }
    for rule in ObjectRule.byKind[type.kind] ?? [] {
      for finding in rule.check(object, context) {
        report(rule.id, rule.severity, path.appending(finding.path), finding.message)
      }
    }
  }

  private mutating func report(
    _ rule: String, _ severity: Problem.Severity, _ path: JSONPath, _ message: String
  ) {
    problems.append(Problem(rule: rule, severity: severity, path: path, message: message))
  }
}
