import JSON

/// Something that a rule found.
package struct Problem: Sendable, Hashable {
  package enum Severity: Int, Sendable, Hashable, Comparable {
    /// Something that cannot be checked, and why.
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

/// What rules know besides the value they look at.
package struct RuleContext: Sendable, Hashable {
  /// The calendar's type; nil when neither the calendar nor the user says it.
  package var calendarType: CalendarType?
  package var today: CalendarDate

  package init(calendarType: CalendarType?, today: CalendarDate) {
    self.calendarType = calendarType
    self.today = today
  }
}

/// What a rule says of a value: where, below the value, and what.
struct Finding {
  var path: JSONPath = .root
  var message: String

  init(_ message: String, at path: JSONPath = .root) {
    self.path = path
    self.message = message
  }
}
