import CalendarModel
import JSON
import TextUI

/// The list of values of which several can be chosen, such as days.
struct ChoicesDialog: SelectionDialog {
  enum Command: String, MovingCommand { case mark, leave, previous, next, first, last }

  static let keys = KeyTable<Command>(
    "choices", "Choosing several values", typing: "A digit selects or clears a value.",
    [
      KeyBinding(.mark, .space, short: "Choose", help: "Selects or clears the value"),
      KeyBinding(.leave, .enter, .escape, short: "Done", help: "Closes the list"),
    ] + Command.moves(MoveWords("value")))

  private let path: JSONPath
  private let field: Field
  /// In the order of the values.
  private let choices: [Choice]
  /// In the order in which they are listed: days as the week goes.
  private let listed: [Choice]
  var cursor = ListCursor()

  init(_ path: JSONPath, _ field: Field, _ choices: [Choice], _ editor: CalendarEditor) {
    self.path = path
    self.field = field
    self.choices = choices
    let areDays = field.key == WeekEntryKey.daysOfTheWeek.rawValue
    listed = areDays ? editor.format.weekdays.map { choices[$0] } : choices
  }

  var count: Int { choices.count }
  var secondClick: Command? { .mark }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.mark, .leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .previous, .next, .first, .last: move(command, page: shown(editor))
    case .mark: return .stay([.toggle(listed[selection], path, of: choices)])
    }
    return .stay()
  }

  /// A digit is the number of the value, wherever it is listed.
  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    guard let digit = key.typed?.wholeNumberValue, choices.indices.contains(digit) else {
      return .ignored
    }
    select(listed.firstIndex { $0.value == choices[digit].value } ?? digit)
    return .stay([.toggle(choices[digit], path, of: choices)])
  }

  private func frame(in room: Rect) -> Rect {
    room.centered(rows: choices.count + 2, columns: 32)
  }

  func entries(_ editor: CalendarEditor) -> Rect {
    frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
  }

  /// The values, each with whether it is chosen.
  private func lines(_ editor: CalendarEditor) -> [String] {
    let chosen = editor.document?[path]?.array ?? []
    return listed.map { choice in
      let isOn = chosen.contains { $0.isEquivalent(to: choice.value) }
      let name = choice.meaning.isEmpty ? choice.label : choice.meaning
      return "[\(isOn ? "x" : " ")] \(choice.value.printed()) \(name)"
    }
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [field.label]
      + lines(editor).enumerated().map {
        ($0.offset == selection ? "\(editor.symbols.focus) " : "") + $0.element
      }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let chosen = editor.document?[path]?.array ?? []
    return DialogSpeech(
      field.label,
      listed.enumerated().map { spot, choice in
        let isOn = chosen.contains { $0.isEquivalent(to: choice.value) }
        return .choice("\(Self.name(choice)), \(isOn ? "chosen" : "not chosen")", spot: spot)
      }, typing: .narrows)
  }

  private static func name(_ choice: Choice) -> String {
    choice.meaning.isEmpty ? choice.label : choice.meaning
  }

  /// Chooses the value that a text names, or no longer.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    let wanted = text.spokenForm
    let named = listed.filter { Self.name($0).spokenForm.hasPrefix(wanted) }
    guard !wanted.isEmpty, named.count == 1, let choice = named.first else {
      return .stay([.say("No value, or more than one, is called \(text.inQuotes).", .problem)])
    }
    return .stay([.toggle(choice, path, of: choices)])
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let rect = frame(in: room)
    let inner = DialogFrame.draw(field.label, editor, in: &grid, rect: rect)
    let top = cursor.top(height: inner.rows, of: count)
    let lines = lines(editor)
    for offset in 0..<inner.rows where lines.indices.contains(top + offset) {
      let isSelected = top + offset == selection
      let row = inner.row + offset
      if isSelected {
        grid.draw(editor.symbols.focus, row: row, column: inner.column)
        grid.cursor = Position(row: row, column: inner.column + 2)
      }
      grid.draw(
        lines[top + offset], row: row, column: inner.column + 2, width: inner.columns - 2,
        style: theme.style(isSelected ? .selection : .text))
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + inner.rows < lines.count, editor, in: &grid, rect: rect)
  }
}
