import CalendarModel
import JSON
import TextUI

/// The list of values of which several can be chosen, such as days.
struct ChoicesDialog: Dialog {
  private let path: JSONPath
  private let field: Field
  private let choices: [Choice]
  private var selection = 0

  init(_ path: JSONPath, _ field: Field, _ choices: [Choice]) {
    self.path = path
    self.field = field
    self.choices = choices
  }

  var hints: [KeyHint] { [KeyHint("Space", "Switch"), KeyHint("Enter", "Done")] }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape, .enter: return .close()
    case .up, .backTab: selection = max(0, selection - 1)
    case .down, .tab: selection = min(choices.count - 1, selection + 1)
    case .home: selection = 0
    case .end: selection = choices.count - 1
    case .space: editor.toggle(choices[selection], in: path, of: choices)
    default:
      guard let digit = key.typed?.wholeNumberValue, choices.indices.contains(digit) else {
        return .ignored
      }
      selection = digit
      editor.toggle(choices[digit], in: path, of: choices)
    }
    return .stay()
  }

  private func frame(in room: Rect) -> Rect {
    room.centered(rows: choices.count + 2, columns: 32)
  }

  private func top(height: Int) -> Int {
    Scrolling.top(0, showing: selection, height: height, count: choices.count)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let inner = frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
    let choice = top(height: inner.rows) + position.row - inner.row
    return inner.contains(position) && choices.indices.contains(choice) ? choice : nil
  }

  mutating func choose(spot: Int, _ editor: inout CalendarEditor) { selection = spot }

  var secondClick: Key? { .space }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      field.label, in: &grid, rect: frame(in: room), symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    let chosen = editor.document?[path]?.array ?? []
    let top = top(height: inner.rows)
    for offset in 0..<inner.rows where choices.indices.contains(top + offset) {
      let choice = choices[top + offset]
      let isOn = chosen.contains { $0.isEquivalent(to: choice.value) }
      let isSelected = top + offset == selection
      let name = choice.meaning.isEmpty ? choice.label : choice.meaning
      let mark = isSelected ? editor.symbols.focus : " "
      grid.draw(
        "\(mark) [\(isOn ? "x" : " ")] \(choice.value.printed()) \(name)", row: inner.row + offset,
        column: inner.column, width: inner.columns,
        style: theme.style(isSelected ? .focusedLabel : .text))
    }
  }
}
