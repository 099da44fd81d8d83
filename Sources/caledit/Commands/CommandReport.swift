import CommandOutput
import JSON

/// What a command found out: for people, and for programs.
struct CommandReport: Sendable {
  /// For people.
  var printout = Printout()
  /// The `data` of `--json`.
  var data: JSONValue = .null
  /// The lines of `--ndjson`, each with its kind.
  var records: [(kind: String, value: JSONValue)] = []
  /// How many things were done; it decides between "some" and "none" where something failed.
  var done = 0
  /// What the command ends with where nothing failed.
  var status = ExitStatus.done
  /// Whether people get the lines as they are, without a pager.
  var isWhole = false
  /// A text that is written byte for byte behind the lines, because another program reads it.
  var exact: String?
}

extension CommandReport {
  /// Takes over a list: an object with it for `--json`, and a record of each for `--ndjson`.
  ///
  /// - Parameters:
  ///   - name: of the list: "calendars".
  ///   - kind: of each: "calendar".
  mutating func list(_ values: [JSONValue], _ name: String, each kind: String) {
    data = .object(JSONObject([.init(key: name, value: .array(values))]))
    records = values.map { (kind, $0) }
    done = values.count
  }
}
