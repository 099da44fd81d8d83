import CalendarModel
import TextUI

/// A field that the service gives; of a calendar that does not say its type, the user can state it.
enum StatedField {
  enum Command: String, KeyCommand { case state }

  static let keys = KeyTable<Command>(
    "stated", "On the type of a calendar that does not say it",
    [KeyBinding(.state, .enter, .space, short: "State", help: "States the type, for the rules")])

  static func take(_ key: Key, _ field: Field, _ editor: inout CalendarEditor) -> [Effect]? {
    if field.key == CalendarKey.calendarType.rawValue,
      editor.document?.calendarType == nil || editor.document?.statedType != nil,
      editor.keymap.command(for: key, in: keys) == .state
    {
      editor.dialogs.append(TypeDialog(editor))
      return []
    }
    guard key.typed != nil,
      !editor.keymap.isBound(key, toOneOf: [.help, .search])
    else { return nil }
    editor.say("\(field.label) is given by the service and cannot be changed here.")
    return []
  }
}
