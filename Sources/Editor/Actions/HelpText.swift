import CalendarModel
import JSON
import TextUI

/// The help: the field with the focus, then every key, made from the tables of fields and actions.
enum HelpText {
  static func lines(_ editor: CalendarEditor) -> [TextDialog.Line] {
    var lines: [TextDialog.Line] = []
    if let field = editor.focusedItem?.field, let path = editor.focusedItem?.path {
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
    for place in PlaceKeys.all {
      lines.append(.init(text: place.title, role: .heading))
      lines += place.entries.map {
        .init(text: pad(editor.keymap.names(of: $0)) + $0.help, hanging: 24)
      }
      if !place.typing.isEmpty { lines.append(.init(text: pad("") + place.typing, hanging: 24)) }
      lines.append(.init(text: ""))
    }
    lines.append(.init(text: "In the preview", role: .heading))
    lines += PreviewDialog.keys.map { .init(text: pad($0.key) + $0.text, hanging: 24) }
    lines += [.init(text: ""), .init(text: "In a text", role: .heading)]
    lines += TextKeys.help.map { .init(text: pad($0.keys) + $0.help, hanging: 24) }
    return lines
  }

  private static func pad(_ keys: String) -> String {
    keys + String(repeating: " ", count: max(2, 24 - keys.count))
  }
}
