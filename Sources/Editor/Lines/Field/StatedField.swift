import CalendarModel
import TextUI

/// A field that the service gives; of a calendar that does not say its type, the user can state it.
enum StatedField {
  enum Command: String, KeyCommand { case state }

  static let keys = KeyTable<Command>(
    "stated", "On the calendar type, when it is not known",
    [KeyBinding(.state, .enter, .space, short: "Choose", help: "Sets the type for the rules")])

  static func take(_ key: Key, _ field: Field, _ editor: inout CalendarEditor) -> [Effect]? {
    if field.key == CalendarKey.calendarType.rawValue,
      editor.document?.calendarType == nil || editor.document?.statedType != nil,
      editor.keymap.command(for: key, in: keys) == .state
    {
      editor.dialogs.append(TypeDialog(editor))
      return []
    }
    let isAsked = editor.keymap.command(for: key, in: keys) == .state
    guard isAsked || key.typed != nil,
      !editor.keymap.isBound(key, toOneOf: [.help, .search])
    else { return nil }
    editor.say("The service sets \(field.label); you cannot change it here.", .problem)
    return []
  }
}
