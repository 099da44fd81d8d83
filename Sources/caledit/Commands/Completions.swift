import CalendarModel

/// What shells complete.
enum Completions {
  static func fields(_ prefix: String) -> [String] { ChangeNames.completions(prefix) }
  static func calendars(_ prefix: String) -> [String] { [] }
  static func assignments(_ prefix: String) -> [String] { fields(prefix).map { $0 + "=" } }
}
