import CalendarModel
import JSON
import TextUI

/// Yes or no.
enum ToggleField {
  enum Command: String, KeyCommand { case flip, yes, no, list }

  static let keys = KeyTable<Command>(
    "toggle", "On yes or no",
    [
      KeyBinding(.flip, .space, short: "Switch", help: "Switches yes and no"),
      KeyBinding(
        .yes, .character("y"), .character("Y"), .right, short: "Yes", help: "Chooses yes"),
      KeyBinding(.no, .character("n"), .character("N"), .left, short: "No", help: "Chooses no"),
      KeyBinding(.list, .enter, short: "List", help: "Shows what there is to choose from"),
    ])

  static func take(
    _ key: Key, _ field: Field, _ path: JSONPath, _ editor: inout CalendarEditor
  ) -> [Effect]? {
    switch editor.keymap.command(for: key, in: keys) {
    case .flip: editor.edit(path, to: .bool(editor.document?[path] != true))
    case .yes: editor.edit(path, to: true)
    case .no: editor.edit(path, to: false)
    case .list:
      editor.dialogs.append(ChoiceDialog(path, field, ChoiceDialog.yesNo, in: editor))
    case nil: return nil
    }
    return []
  }
}
