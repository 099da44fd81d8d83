import CalendarModel
import JSON
import TextUI

/// Several of a list of values.
enum ChoicesField {
  enum Command: String, KeyCommand { case list }

  static let keys = KeyTable<Command>(
    "choices", "On several of a list", typing: "A digit selects or clears a value",
    [KeyBinding(.list, .enter, .space, short: "List", help: "Shows the list of values")])

  static func take(
    _ key: Key, _ field: Field, _ path: JSONPath, _ choices: [Choice],
    _ editor: inout CalendarEditor
  ) -> [Effect]? {
    if editor.keymap.command(for: key, in: keys) == .list {
      editor.dialogs.append(ChoicesDialog(path, field, choices, editor))
      return []
    }
    guard let typed = key.typed?.wholeNumberValue, choices.indices.contains(typed) else {
      return nil
    }
    editor.toggle(choices[typed], in: path, of: choices)
    return []
  }
}

extension CalendarEditor {
  /// Puts a choice into a list of choices, in their order, or takes it out.
  mutating func toggle(_ choice: Choice, in path: JSONPath, of choices: [Choice]) {
    var chosen = document?[path]?.array ?? []
    if let index = chosen.firstIndex(where: { $0.isEquivalent(to: choice.value) }) {
      chosen.remove(at: index)
    } else {
      let order = { (value: JSONValue) in
        choices.firstIndex { $0.value.isEquivalent(to: value) } ?? choices.count
      }
      let place = chosen.firstIndex { order($0) > order(choice.value) } ?? chosen.count
      chosen.insert(choice.value, at: place)
    }
    edit(path, to: .array(chosen))
  }
}
