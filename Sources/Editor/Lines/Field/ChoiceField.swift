import CalendarModel
import JSON
import TextUI

/// One of several values, which is stepped, typed by its beginning, or chosen in a list.
enum ChoiceField {
  enum Command: String, KeyCommand { case list, previous, next }

  static let keys = KeyTable<Command>(
    "choice", "On a choice", typing: "Typing the first letters chooses a value",
    [
      KeyBinding(.list, .enter, .space, short: "List", help: "Shows the list of values"),
      KeyBinding(.previous, .left, short: "Previous", help: "The previous value"),
      KeyBinding(.next, .right, short: "Next", help: "The next value"),
    ])

  static func take(
    _ key: Key, _ field: Field, _ path: JSONPath, _ choices: [Choice],
    _ editor: inout CalendarEditor
  ) -> [Effect]? {
    switch editor.keymap.command(for: key, in: keys) {
    case .list: editor.dialogs.append(ChoiceDialog(path, field, choices, in: editor))
    case .previous: editor.step(-1, path, choices)
    case .next: editor.step(1, path, choices)
    case nil:
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      editor.choose(beginningWith: typed, path, choices)
    }
    return []
  }
}

extension CalendarEditor {
  fileprivate mutating func step(_ direction: Int, _ path: JSONPath, _ choices: [Choice]) {
    let now = document?[path].flatMap { value in
      choices.firstIndex { $0.value.isEquivalent(to: value) }
    }
    let next = now.map { $0 + direction } ?? (direction > 0 ? 0 : choices.count - 1)
    if choices.indices.contains(next) { edit(path, to: choices[next].value) }
  }

  /// Chooses the first value whose name, or text in the JSON, begins with what was typed.
  ///
  /// Not by a number: hours that are typed a line too high would choose what nobody wants.
  fileprivate mutating func choose(
    beginningWith character: Character, _ path: JSONPath, _ choices: [Choice]
  ) {
    for typed in [latest.letters + String(character), String(character)] {
      let folded = typed.lowercased()
      let match = choices.first {
        $0.label.lowercased().hasPrefix(folded)
          || $0.value.text?.lowercased().hasPrefix(folded) == true
      }
      guard let match else { continue }
      edit(path, to: match.value, typing: true)
      latest.letters = typed
      return
    }
    latest.letters = ""
    let list = keymap.word(of: .list, in: ChoiceField.keys)
    say("No choice begins with \"\(character)\"; \(list) shows them.", .problem)
  }
}
