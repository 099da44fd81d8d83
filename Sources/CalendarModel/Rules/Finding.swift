import JSON

/// What a rule says: where, below the value that it judges, and what.
struct Finding {
  let path: JSONPath
  let message: String
  /// Less than the severity of the rule; nil for the same.
  let severity: Problem.Severity?

  init(_ message: String, at path: JSONPath = .root, severity: Problem.Severity? = nil) {
    self.message = message
    self.path = path
    self.severity = severity
  }

  /// The problem that it is.
  ///
  /// - Parameter path: of the value that the rule judged.
  func problem(of rule: Rule, at path: JSONPath = .root) -> Problem {
    Problem(
      rule: rule.id, severity: severity ?? rule.severity,
      path: path.isRoot ? self.path : path.appending(self.path), message: message)
  }
}
