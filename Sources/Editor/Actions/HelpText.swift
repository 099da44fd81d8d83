import CalendarModel
import JSON
import TextUI

/// The help: what is selected, then every key, made from the tables of fields, lines and actions.
enum HelpText {
  /// What the help is headed with.
  static let title = "Help"
  /// What tells it from other dialogs.
  static let kind = TextDialog(title, []).kind

  static func lines(_ editor: CalendarEditor) -> [TextDialog.Line] {
    var lines = editor.dialogs.last.map { table($0.allKeys, editor) } ?? []
    if let field = editor.focusedItem?.field, let path = editor.focusedItem?.path {
      lines.append(.init(text: field.label, role: .heading))
      lines += FieldFacts.long(field, path, in: editor).map { .init(text: $0, hanging: 2) }
      lines.append(.init(text: ""))
    }
    let own = keysOfSelection(editor)
    for place in own { lines += table(place, editor) }
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
    let shown = Set(own.map(\.id))
    for place in PlaceKeys.all where !shown.contains(place.id) { lines += table(place, editor) }
    lines += [.init(text: "In a text", role: .heading)]
    lines += TextKeys.help.map { .init(text: pad($0.keys) + $0.help, hanging: 24) }
    lines.append(.init(text: ""))
    let key = editor.keymap.hint(.help)?.key ?? ""
    return lines + [.init(text: "In a dialog, \(key) shows the keys of that dialog first.")]
  }

  /// The keys of what is selected in the calendar: the line with the focus, or the list of sections.
  private static func keysOfSelection(_ editor: CalendarEditor) -> [AnyKeyTable] {
    guard editor.document != nil, editor.dialogs.isEmpty else { return [] }
    return editor.workspace.isInList
      ? [AnyKeyTable(SectionKeys.table)] : editor.focusedItem?.keyTables ?? []
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
}
