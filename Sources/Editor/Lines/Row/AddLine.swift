import CalendarModel
import JSON
import TextUI

/// The line that adds a row to a list.
struct AddLine: Line {
  enum Command: String, KeyCommand { case add }

  static let keys = KeyTable<Command>(
    "add", "On the line that adds a row",
    [KeyBinding(.add, .enter, .space, short: "Add", help: "Adds a row to the list")])

  let type: ObjectType
  let rows: JSONPath
  let indent: Int

  init(_ type: ObjectType, to rows: JSONPath, indent: Int) {
    self.type = type
    self.rows = rows
    self.indent = indent
  }

  var id: String? { "add \(rows)" }
  var path: JSONPath? { rows }
  var list: (type: ObjectType, path: JSONPath)? { (type, rows) }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    AddView(noun: type.noun, indent: indent)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard editor.keymap.command(for: key, in: Self.keys) == .add else { return nil }
    if editor.layout.monthLine != nil {
      editor.promptForDates()
    } else {
      editor.addRow(type, to: rows, at: nil)
    }
    return []
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.add, in: Self.keys)
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    let enter = editor.keymap.word(of: .add, in: Self.keys)
    let help =
      switch type.firstChoice {
      case .user: "\(enter) adds a team member: a user by name or e-mail, or an id."
      case .locationKind: "\(enter) adds a location of a kind."
      case nil: "\(enter) adds a new \(type.noun) and opens it."
      }
    return LineContext(facts: rows.description, help: help)
  }

  func words(_ editor: CalendarEditor) -> String { "Add \(type.noun)" }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    .key(of: .add, in: Self.keys, editor)
  }
}

/// The line that adds a row.
struct AddView: LineView {
  let noun: String
  let indent: Int

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    LineMetrics.drawMarks(isFocused: isFocused, isChanged: false, editor, in: &grid, rect: rect)
    grid.draw(
      "+ Add \(noun)", row: rect.row, column: rect.column + 3 + 2 * indent,
      width: rect.columns - 5, style: editor.theme.style(isFocused ? .focusedLabel : .hint))
    if isFocused {
      grid.cursor = Position(row: rect.row, column: rect.column + 3 + 2 * indent)
    }
  }
}
