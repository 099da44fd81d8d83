import CalendarModel
import CommandOutput
import JSON

/// What the rules found, in columns and as records.
enum ProblemReport {
  /// Errors first, each in the order of the form.
  static func table(_ problems: [Problem], _ document: CalendarDocument) -> TextTable {
    var table = TextTable([
      .init("", least: 7), .init("", least: 12), .init("", .wrap, least: 20),
    ])
    for problem in problems.sorted(by: { $0.severity > $1.severity }) {
      table.add([
        StyledText(word(problem.severity), role(problem.severity)),
        StyledText(document.place(problem.path)), StyledText(problem.message),
      ])
    }
    return table
  }

  static func json(_ problem: Problem, _ document: CalendarDocument) -> JSONValue {
    .object(
      JSONObject(known: [
        ("severity", .text(word(problem.severity))), ("rule", .text(problem.rule)),
        ("path", .text(problem.path.description)), ("place", .text(document.place(problem.path))),
        ("message", .text(problem.message)),
      ]))
  }

  static func word(_ severity: Problem.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  private static func role(_ severity: Problem.Severity) -> StyledText.Role {
    switch severity {
    case .error: .bad
    case .warning: .warn
    case .note: .dim
    }
  }
}
