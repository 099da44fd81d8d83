import JSON

/// Runs the rules about values and objects over a value and all that stands in it.
struct ValueChecker {
  /// The id of the rule about members that an object must have.
  static let requiredRule = "object.required"

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
    if let message = ValueRule.type.check(value, field) {
      report(ValueRule.type.id, .error, message)
      return
    }
    for rule in ValueRule.rules(for: field.type) {
      if let message = rule.check(value, field) { report(rule.id, rule.severity, message) }
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
      report(
        ValueRule.type.id, .error,
        "An object is needed for each \(type.noun), but it is \(value.kindInWords).")
      return
    }
    for index in type.fields.indices {
      let value = object[type.fields[index].key]
      guard value != nil || type.fields[index].isRequired else { continue }
      let field = type.fields[index]
      path.components.append(.key(field.key))
      if let value, !field.isRequired || !(value.isNull || field.isIDWithoutValue(value)) {
        check(value, of: field)
      } else {
        report(Self.requiredRule, .error, "\(field.label) is required; give it a value.")
      }
      path.components.removeLast()
    }
    for rule in ObjectRule.byKind[type.kind] ?? [] {
      for finding in rule.check(object, context) {
        report(rule.id, rule.severity, finding.message, below: finding.path)
      }
    }
  }

  private mutating func report(
    _ rule: String, _ severity: Problem.Severity, _ message: String, below: JSONPath = .root
  ) {
    problems.append(
      Problem(rule: rule, severity: severity, path: path.appending(below), message: message))
  }
}
