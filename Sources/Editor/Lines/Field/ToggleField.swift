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
      KeyBinding(.list, .enter, short: "List", help: "Shows the list of values"),
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
    case nil: return pass(number: key, besides: path, &editor)
    }
    return []
  }

  /// A number that is typed on a switch is meant for the number beside it.
  private static func pass(
    number key: Key, besides path: JSONPath, _ editor: inout CalendarEditor
  ) -> [Effect]? {
    guard key.typed?.isNumber == true, path.count > 1,
      let number = CalendarSchema.field(at: path.parent)?.objectType?.fields.first(where: {
        if case .number = $0.type { true } else { false }
      }),
      let line = editor.layout.index(of: path.parent.appending(number.key))
    else { return nil }
    editor.focus(line: line)
    editor.syncInput()
    return editor.focusedItem?.take(key, &editor)
  }
}
