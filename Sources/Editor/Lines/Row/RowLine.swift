import CalendarModel
import JSON
import TextUI

/// A row of a list.
struct RowLine: Line {
  enum Command: String, KeyCommand { case open }

  static let keys = KeyTable<Command>(
    "row", "On a row of a list",
    [KeyBinding(.open, .enter, .right, short: "Open", help: "Opens the row in its own form")])

  let type: ObjectType
  let rows: JSONPath
  let index: Int
  let indent: Int

  var path: JSONPath? { rows.appending(index) }
  var row: (list: JSONPath, index: Int)? { (rows, index) }
  var list: (type: ObjectType, path: JSONPath)? { (type, rows) }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    type.hasColumns
      ? MemberView(list: rows, index: index, width: width, indent: indent)
      : RowView(type, list: rows, index: index, indent: indent)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard editor.keymap.command(for: key, in: Self.keys) == .open else { return nil }
    editor.open(row: rows.appending(index))
    return []
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] { editor.keymap.hints(.open, in: Self.keys) }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    RowLine.context(
      of: rows.appending(index), type, document,
      help: type.primaryMark != nil
        ? "Enter opens it, with its locations. Space makes it primary, < and > step its priority."
        : "Enter opens it.")
  }

  /// What there is to know of a row: the worst that is wrong in it, or else the help.
  static func context(
    of path: JSONPath, _ type: ObjectType, _ document: CalendarDocument, help: String
  ) -> LineContext {
    let problem = document.validation.problems(under: path).max { $0.severity < $1.severity }
    return LineContext(
      facts: "\(path) · \(type.noun)",
      help: problem.map { "\(document.place($0.path)): \($0.message)" } ?? help)
  }

  func words(_ editor: CalendarEditor) -> String {
    guard let document = editor.document, let value = document[rows.appending(index)] else {
      return ""
    }
    return "\(index + 1). \(document.summary(value, type))"
  }
}

/// The heading of a list that is shown as a table.
struct ColumnsLine: Line {
  let indent: Int

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    MemberHeadView(width: width, indent: indent)
  }

  func words(_ editor: CalendarEditor) -> String { "Primary, name, priority, locations" }
}
