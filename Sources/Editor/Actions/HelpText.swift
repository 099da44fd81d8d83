import CalendarModel
import JSON
import TextUI

/// The help: the field with the focus, then every key, made from the tables of fields and actions.
enum HelpText {
  /// What the help is headed with.
  static let title = "Help"
  /// What tells it from other dialogs.
  static let kind = TextDialog(title, []).kind

  static func lines(_ editor: CalendarEditor) -> [TextDialog.Line] {
    var lines = editor.dialogs.last.map { table($0.allKeys, editor) } ?? []
    if case .field(let field, let path, _)? = editor.focusedItem {
      lines.append(.init(text: field.label, role: .heading))
      lines += FieldFacts.long(field, path, in: editor).map { .init(text: $0, hanging: 2) }
      lines.append(.init(text: ""))
    }
    for group in Action.Group.allCases {
      lines.append(.init(text: group.rawValue, role: .heading))
      for action in Actions.all where action.group == group {
        let keys =
          editor.keymap.keys(of: action).isEmpty
          ? "in the palette" : editor.keymap.names(of: action)
        lines.append(.init(text: pad(keys) + action.title, hanging: 24))
      }
      lines.append(.init(text: ""))
    }
    lines.append(.init(text: "Fields", role: .heading))
    lines += fieldKeys.map { .init(text: pad($0.key) + $0.text, hanging: 24) }
    lines.append(.init(text: ""))
    let key = editor.keymap.hint(.help)?.key ?? ""
    return lines + [.init(text: "Over a dialog, \(key) begins with the keys of the dialog.")]
  }

  /// The keys of a place.
  private static func table(_ table: AnyKeyTable, _ editor: CalendarEditor) -> [TextDialog.Line] {
    [.init(text: table.title, role: .heading)]
      + (table.typing.isEmpty ? [] : [.init(text: table.typing)])
      + table.entries.map {
        .init(text: pad(editor.keymap.names(of: $0)) + $0.help, hanging: 24)
      } + [.init(text: "")]
  }

  private static func pad(_ keys: String) -> String {
    keys + String(repeating: " ", count: max(2, 24 - keys.count))
  }

  /// The keys that are not actions but belong to the fields themselves.
  static let fieldKeys: [KeyHint] = [
    KeyHint("Tab, Shift-Tab", "Next and previous field; past the end, the next section"),
    KeyHint("Up, Down", "The same"), KeyHint("PgUp, PgDn", "A page"),
    KeyHint("Enter", "Opens a list of values, a row or a long text; accepts a text"),
    KeyHint("Esc", "Back one level; nothing is ever lost by it"),
    KeyHint("Space", "Switches yes and no"),
    KeyHint("Arrows", "In the month: by day and week; PgUp and PgDn by month, Home to today"),
    KeyHint("Space", "In the month: begins a run of days; Esc ends it"),
    KeyHint("letters, digits", "In the month: hours, or dates with hours: 12-24..31 closed"),
    KeyHint("letters", "On a choice: chooses by the beginning of its name"),
    KeyHint("Left, Right", "On a choice: the one before or after"),
    KeyHint("Ctrl-A, Ctrl-E", "In a text: start and end; also Home and End"),
    KeyHint("Alt-B, Alt-F", "In a text: a word back or forward"),
    KeyHint("Ctrl-K, Ctrl-U", "In a text: delete to the end, to the start"),
    KeyHint("Ctrl-W, Ctrl-D", "In a text: delete the word before, the character after"),
  ]
}
