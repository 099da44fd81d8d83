import CalendarModel
import JSON
import TextUI

/// E-mail addresses one under the other, each with what is wrong with it.
///
/// What is typed is in the calendar at once, as everywhere; a line that is emptied goes away.
struct EmailListDialog: Dialog {
  private let path: JSONPath
  private let title: String
  /// As it was when the line with the focus was entered.
  private var list: EmailList
  private var selection = 0
  private var buffer = TextBuffer()

  init(_ path: JSONPath, _ field: Field, in editor: CalendarEditor) {
    self.path = path
    title = field.label
    list = EmailList(editor.document?[path]?.text ?? "")
    select(list.addresses.count)
  }

  /// The addresses with what is typed into the line with the focus.
  private var edited: EmailList {
    var edited = list
    if selection < list.addresses.count {
      edited.replace(at: selection, with: buffer.text)
    } else {
      edited.append(buffer.text)
    }
    return edited
  }

  private mutating func select(_ index: Int) {
    selection = min(max(0, index), list.addresses.count)
    buffer = TextBuffer(
      selection < list.addresses.count ? list.addresses[selection] : "")
  }

  var hints: [KeyHint] {
    [
      KeyHint("Enter", "Next"), KeyHint("Ctrl-X", "Delete"), KeyHint("Up/Down", "Choose"),
      KeyHint("Esc", "Done"),
    ]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape:
      editor.document?.close()
      return .close()
    case .enter:
      // An empty line at the end adds nothing and is the way out.
      if selection == list.addresses.count, buffer.isEmpty {
        editor.document?.close()
        return .close()
      }
      move(by: 1, &editor)
    case .up, .backTab: move(by: -1, &editor)
    case .down, .tab: move(by: 1, &editor)
    case .character(","), .character(";"), .character(" "):
      // What stands between addresses begins the next one.
      if !buffer.isEmpty { move(by: 1, &editor) }
    case .control("x"):
      guard selection < list.addresses.count else { return .stay() }
      list.remove(at: selection)
      editor.document?.close()
      editor.edit(path, to: .text(list.text))
      select(selection)
    default:
      switch buffer.handle(key) {
      case .ignored: return .ignored
      case .moved: break
      case .edited: editor.edit(path, to: .text(edited.text), typing: true)
      }
    }
    return .stay()
  }

  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    buffer.insert(text.split { $0.isNewline || $0 == ";" }.joined(separator: ","))
    let count = EmailList(buffer.text).addresses.count { !$0.isEmpty }
    list = edited
    editor.document?.close()
    editor.edit(path, to: .text(list.text))
    select(selection + max(0, count - 1))
    return .stay()
  }

  /// Takes the line over and goes to another one.
  private mutating func move(by step: Int, _ editor: inout CalendarEditor) {
    let isGone =
      selection < list.addresses.count && buffer.text.allSatisfy(\.isWhitespace)
    list = edited
    editor.document?.close()
    select(selection + (isGone && step > 0 ? step - 1 : step))
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let problems = edited.problems
    let lines = list.addresses.count + 1
    let notes = problems.count { $0 != nil }
    let inner = Panel.draw(
      title, in: &grid, rect: room.centered(rows: min(room.rows, lines + notes + 2), columns: 60),
      symbols: editor.symbols, border: theme.style(.border), heading: theme.style(.heading))
    // A problem takes a line, so fewer addresses are in sight where there are any.
    let height = max(1, notes > 0 ? inner.rows / 2 : inner.rows)
    let top =
      lines + notes <= inner.rows
      ? 0 : Scrolling.top(0, showing: selection, height: height, count: lines)
    var row = inner.row
    for index in top..<lines where row < inner.endRow {
      draw(line: index, editor, in: &grid, row: row, inner)
      row += 1
      let problem = problems.indices.contains(index) ? problems[index] : nil
      guard let problem, row < inner.endRow else { continue }
      grid.draw(
        TextWrap.cut("\(editor.symbols.warning) \(problem)", width: inner.columns - 4), row: row,
        column: inner.column + 4, style: theme.style(.warning))
      row += 1
    }
  }

  private func draw(
    line index: Int, _ editor: CalendarEditor, in grid: inout Grid, row: Int, _ inner: Rect
  ) {
    let theme = editor.theme
    let isSelected = index == selection
    grid.draw(isSelected ? editor.symbols.focus : " ", row: row, column: inner.column)
    let column = inner.column + 2
    if isSelected, index < list.addresses.count || !buffer.isEmpty {
      TextField.draw(buffer, in: &grid, row: row, column: column, width: inner.columns - 2)
    } else if index < list.addresses.count {
      grid.draw(
        TextWrap.cut(list.addresses[index], width: inner.columns - 2), row: row, column: column)
    } else {
      grid.draw(
        "+ Add an address: type it", row: row, column: column, width: inner.columns - 2,
        style: theme.style(.hint))
      if isSelected { grid.cursor = Position(row: row, column: column) }
    }
  }
}
