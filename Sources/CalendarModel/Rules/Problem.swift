import JSON

/// Something that a rule found.
package struct Problem: Sendable, Hashable {
  package enum Severity: Int, Sendable, Hashable, Comparable {
    /// Something worth knowing that nobody has to put right.
    case note
    /// The service may take it, but probably nobody means it.
    case warning
    /// The documented rules say that the service refuses it.
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// The id of the rule: `team.onePrimary`.
  package let rule: String
  package let severity: Severity
  /// The value that it is about.
  package let path: JSONPath
  /// What is wrong and what to do, in one or two sentences.
  package let message: String
}

extension Problem {
  /// Whether the value is of another type than the field, such as a word for a number.
  package var isOfWrongType: Bool { rule == Rule.valueType.id }
}

extension Problem {
  /// The problem under the path that it has in the calendar.
  func moved(to path: JSONPath) -> Problem {
    Problem(rule: rule, severity: severity, path: path, message: message)
  }

  /// An error as the warning that it is while the value is the loaded one.
  var asLoaded: Problem {
    Problem(
      rule: rule, severity: .warning, path: path,
      message: message + " (Loaded like this; it is not sent until it is changed.)")
  }
}

extension Problem {
  /// What problems are counted by, to tell new ones from those that were there: the rule, and the
  /// property that it complains of.
  package struct Kind: Sendable, Hashable {
    let rule: String
    let key: String?
  }

  package var kind: Kind { Kind(rule: rule, key: path.topKey) }
}
