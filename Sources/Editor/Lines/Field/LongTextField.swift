import CalendarModel
import JSON
import TextUI

/// A long text, which is edited in a dialog.
enum LongTextField {
  enum Command: String, KeyCommand { case edit }

  static let keys = KeyTable<Command>(
    "longText", "On a long text", typing: "Typing opens it",
    [KeyBinding(.edit, .enter, short: "Edit", help: "Opens the text")])

  static func take(
    _ key: Key, _ field: Field, _ path: JSONPath, _ editor: inout CalendarEditor
  ) -> [Effect]? {
    if editor.keymap.command(for: key, in: keys) == .edit {
      editor.dialogs.append(LongTextDialog(path, field, in: editor))
      return []
    }
    guard key.typed != nil else { return nil }
    editor.dialogs.append(LongTextDialog(path, field, in: editor))
    return editor.keyInDialog(key)
  }
}
