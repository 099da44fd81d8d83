import CalendarModel
import JSON
import TextUI

/// A list as a whole; its rows stand under it.
enum ListField {
  enum Command: String, KeyCommand { case rows }

  static let keys = KeyTable<Command>(
    "list", "On a list",
    [KeyBinding(.rows, .enter, short: "Rows", help: "Goes to the rows, or adds the first one")])

  static func take(
    _ key: Key, _ path: JSONPath, _ type: ObjectType, _ editor: inout CalendarEditor
  ) -> [Effect]? {
    guard editor.keymap.command(for: key, in: keys) == .rows else { return nil }
    if hasRows(path, editor) {
      editor.moveFocus(by: 1)
    } else {
      editor.addRow(type, to: path, at: nil)
    }
    return []
  }

  static func hints(_ path: JSONPath, _ editor: CalendarEditor) -> [KeyHint] {
    let text = hasRows(path, editor) ? "Rows" : "Add"
    return [editor.keymap.hint(.rows, in: keys, saying: text)].compactMap { $0 }
  }

  private static func hasRows(_ path: JSONPath, _ editor: CalendarEditor) -> Bool {
    editor.document?[path]?.array?.isEmpty == false
  }
}
