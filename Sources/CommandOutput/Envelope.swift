import CalendarModel
import JSON

/// What every command answers programs with, `--json` and `--ndjson`: one shape for all of them.
///
/// With `--json` it is one object:
///
///     {"schemaVersion": 1, "program": "caledit", "version": "0.1.0", "command": "list",
///      "ok": true, "status": 0, "data": …, "problems": [{"severity": "error", "message": "…",
///      "details": ["…"], "status": 69}]}
///
/// - `schemaVersion` grows when a member changes its meaning or goes; new members may come at any time.
/// - `ok` is whether all is as wanted; `status` is the exit status, which says more.
/// - `data` is what the command is for; its shape is that of the command. It is null where there is
///   nothing to show.
/// - `problems` is what standard error says as well: `error` (with the exit status that it alone would
///   have), `warning` or `note`. `details` is left out where there are none.
///
/// With `--ndjson` it is lines, each an object with a `kind`: the records of the command first, and as
/// the last line the same envelope of the kind `summary`, without `data` and with `records`, the
/// number of the lines before it. A reader that sees no summary knows that the command was cut off.
package struct Envelope: Sendable {
  /// The version of the shape.
  package static let schemaVersion = 1
  package static let program = "caledit"

  /// What went wrong, or is worth knowing.
  package struct Problem: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable { case error, warning, note }

    package let severity: Severity
    package let message: String
    package let details: [String]
    /// The exit status that it alone would have; nil for what has no influence on it.
    package let status: Int?

    package init(
      _ severity: Severity, _ message: String, details: [String] = [], status: Int? = nil
    ) {
      (self.severity, self.message) = (severity, message)
      (self.details, self.status) = (details, status)
    }

    package var json: JSONValue {
      var members: [JSONObject.Member] = [
        .init(key: "severity", value: .text(severity.rawValue)),
        .init(key: "message", value: .text(message)),
      ]
      if !details.isEmpty {
        members.append(.init(key: "details", value: .array(details.map(JSONValue.text))))
      }
      if let status { members.append(.init(key: "status", value: .integer(status))) }
      return .object(JSONObject(members))
    }
  }

  /// The version of the program.
  package let version: String
  /// The verb.
  package let command: String
  /// The exit status; all is as wanted where it is 0.
  package let status: Int
  package let problems: [Problem]

  package init(version: String, command: String, status: Int, problems: [Problem] = []) {
    (self.version, self.command) = (version, command)
    (self.status, self.problems) = (status, problems)
  }

  private func members(_ middle: [JSONObject.Member]) -> [JSONObject.Member] {
    [
      .init(key: "schemaVersion", value: .integer(Self.schemaVersion)),
      .init(key: "program", value: .text(Self.program)),
      .init(key: "version", value: .text(version)),
      .init(key: "command", value: .text(command)),
      .init(key: "ok", value: .bool(status == 0)),
      .init(key: "status", value: .integer(status)),
    ] + middle + [.init(key: "problems", value: .array(problems.map(\.json)))]
  }

  /// The object of `--json`.
  package func json(_ data: JSONValue) -> JSONValue {
    .object(JSONObject(members([.init(key: "data", value: data)])))
  }

  /// The last line of `--ndjson`.
  ///
  /// - Parameter records: how many lines were written before it.
  package func summary(records: Int) -> JSONValue {
    .object(
      JSONObject(
        [.init(key: "kind", value: "summary")]
          + members([.init(key: "records", value: .integer(records))])))
  }

  /// A line of `--ndjson`: an object with its kind in front; another value stands under `value`.
  package static func record(_ kind: String, _ value: JSONValue) -> JSONValue {
    let members =
      value.object.map { $0.members.filter { $0.key != "kind" } }
      ?? [.init(key: "value", value: value)]
    return .object(JSONObject([.init(key: "kind", value: .text(kind))] + members))
  }
}
