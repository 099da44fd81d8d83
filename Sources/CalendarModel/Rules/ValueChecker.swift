import JSON

/// Runs the rules about values and objects over a value and all that stands in it.
struct ValueChecker {
  let context: RuleContext
  private(set) var problems: [Problem] = []
  /// Where the value stands that is being checked; one stack, so that a sound value costs no path.
  private var path: JSONPath

  /// - Parameter path: of the value that is checked.
  init(context: RuleContext, at path: JSONPath = .root) {
    self.context = context
    self.path = path
  }

  /// Checks the value of a field; absent ones are the business of the object around them.
  mutating func check(_ value: JSONValue, of field: Field) {
    if value.isNull, !field.hasNullChoice { return }
    var value = value
    if let message = ValueType.message(value, field) {
      report(Rule.valueType, message)
      // A number that came as a text is judged as the number that the preview takes it for.
      guard let number = ValueType.numberWritten(in: value, field) else { return }
      value = .number(number)
    }
    for entry in RuleTable.values(field.type.shape) {
      if let message = entry.check(value, field) { report(entry.rule, message) }
    }
    switch (field.type, value) {
    case (.object(let type), _): check(value, type: type)
    case (.list(let type), .array(let rows)):
      for (index, row) in rows.enumerated() {
        path.components.append(.index(index))
        check(row, type: type)
        path.components.removeLast()
      }
    default: break
    }
  }

  /// Checks an object: a row of a list or the value of a field.
  mutating func check(_ value: JSONValue, type: ObjectType) {
    guard case .object(let object) = value else {
      report(Rule.valueType, ValueType.message(row: value, type))
      return
    }
    for index in type.fields.indices {
      let value = object[type.fields[index].key]
      guard value != nil || type.fields[index].isRequired else { continue }
      let field = type.fields[index]
      path.components.append(.key(field.key))
      if field.isRequired {
        for entry in RuleTable.requiredMembers {
          if let message = entry.check(value, field) { report(entry.rule, message) }
        }
      }
      if let value { check(value, of: field) }
      path.components.removeLast()
    }
    for entry in RuleTable.objects[type] ?? [] {
      for finding in entry.check(object, context) {
        problems.append(finding.problem(of: entry.rule, at: path))
      }
    }
  }

  private mutating func report(_ rule: Rule, _ message: String) {
    problems.append(
      Problem(rule: rule.id, severity: rule.severity, path: path, message: message))
  }
}
