import CalendarModel
import JSON
import TextUI

/// E-mail addresses one under the other, each with what is wrong with it.
///
/// What is typed is in the calendar at once, as everywhere; a line that is emptied goes away.
struct EmailListDialog: Dialog {
  enum Command: String, KeyCommand { case accept, delete, previous, next, leave }

  static let keys = KeyTable<Command>(
    "emails", "In a list of e-mail addresses",
    typing: "Typing edits the address; a comma or a space begins the next one.",
    [
      KeyBinding(
        .accept, .enter, short: "Next",
        help: "Goes to the next address; on the empty last line it closes the list"),
      KeyBinding(.delete, .control("x"), short: "Delete", help: "Deletes the address"),
      KeyBinding(.previous, .up, .backTab, short: "Up", help: "The previous address"),
      KeyBinding(.next, .down, .tab, short: "Down", help: "The next address"),
      KeyBinding(.leave, .escape, short: "Done", help: "Closes the list"),
    ])

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

  var isTyping: Bool { true }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return keymap.hints(.accept, .delete, in: Self.keys)
      + [keymap.hint(of: [.previous, .next], in: Self.keys, saying: "Choose")].compactMap { $0 }
      + keymap.hints(.leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close([.closeStep])
    case .accept:
      // An empty line at the end adds nothing and is the way out.
      if selection == list.addresses.count, buffer.isEmpty {
        return .close([.closeStep])
      }
      return move(by: 1)
    case .previous: return move(by: -1)
    case .next: return move(by: 1)
    case .delete:
      guard selection < list.addresses.count else { return .stay() }
      list.remove(at: selection)
      select(selection)
      return .stay([.closeStep, .edit(path, .text(list.text))])
    }
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    if let typed = key.typed, Self.separators.contains(typed) {
      // What stands between addresses begins the next one.
      return buffer.isEmpty ? .stay() : move(by: 1)
    }
    switch buffer.handle(key) {
    case .ignored: return .ignored
    case .moved: return .stay()
    case .edited: return .stay([.edit(path, .text(edited.text), typing: true)])
    }
  }

  private static let separators: Set<Character> = [",", ";", " "]

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    buffer.insert(text.split { $0.isNewline || $0 == ";" }.joined(separator: ","))
    let count = EmailList(buffer.text).addresses.count { !$0.isEmpty }
    list = edited
    select(selection + max(0, count - 1))
    return .stay([.closeStep, .edit(path, .text(list.text))])
  }

  /// Takes the line over and goes to another one.
  private mutating func move(by step: Int) -> DialogResponse {
    let isGone =
      selection < list.addresses.count && buffer.text.allSatisfy(\.isWhitespace)
    list = edited
    select(selection + (isGone && step > 0 ? step - 1 : step))
    return .stay([.closeStep])
  }

  private static let invitation = "+ Add an address: type it"

  func words(_ editor: CalendarEditor) -> [String] {
    let problems = edited.problems
    return [title]
      + (0...list.addresses.count).flatMap { index -> [String] in
        let isSelected = index == selection
        let isNew = index == list.addresses.count
        let text = isSelected ? buffer.text : isNew ? "" : list.addresses[index]
        let problem = problems.indices.contains(index) ? problems[index] : nil
        return [
          (isSelected ? "\(editor.symbols.focus) " : "")
            + (text.isEmpty && isNew ? Self.invitation : text)
        ] + [problem.map { "\(editor.symbols.warning) \($0)" }].compactMap { $0 }
      }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let (addresses, problems) = (edited.addresses, edited.problems)
    return DialogSpeech(
      title,
      addresses.enumerated().filter { !$0.element.isEmpty }.map { index, address in
        let problem = problems.indices.contains(index) ? problems[index] : nil
        return .choice(
          address + (problem.map { ", \(editor.symbols.warning) \($0)" } ?? ""), spot: index,
          isSelected: index == selection)
      }
        + .texts([
          selection < list.addresses.count
            ? "What you type takes the place of \(list.addresses[selection])."
            : "Type an address to add it."
        ]), typing: .answers("address"))
  }

  /// Replaces the chosen address, or adds one or several; the next one is added.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    buffer = TextBuffer(text.split { $0.isNewline || $0 == ";" }.joined(separator: ","))
    list = edited
    select(list.addresses.count)
    return .stay([.closeStep, .edit(path, .text(list.text)), .closeStep])
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    list = edited
    select(spot)
    return .stay([.closeStep])
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let problems = edited.problems
    let lines = list.addresses.count + 1
    let notes = problems.count { $0 != nil }
    let rect = room.centered(rows: min(room.rows, lines + notes + 2), columns: 60)
    let inner = DialogFrame.draw(title, editor, in: &grid, rect: rect)
    // A problem takes a line, so fewer addresses are in sight where there are any.
    let height = max(1, notes > 0 ? inner.rows / 2 : inner.rows)
    let top =
      lines + notes <= inner.rows
      ? 0 : Scrolling.top(0, showing: selection, height: height, count: lines)
    var row = inner.row
    var last = top
    for index in top..<lines where row < inner.endRow {
      last = index
      draw(line: index, editor, in: &grid, row: row, inner)
      row += 1
      let problem = problems.indices.contains(index) ? problems[index] : nil
      guard let problem, row < inner.endRow else { continue }
      grid.draw(
        TextWrap.cut("\(editor.symbols.warning) \(problem)", width: inner.columns - 4), row: row,
        column: inner.column + 4, style: theme.style(.warning))
      row += 1
    }
    DialogFrame.drawMore(
      above: top > 0, below: last + 1 < lines, editor, in: &grid, rect: rect)
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
        Self.invitation, row: row, column: column, width: inner.columns - 2,
        style: theme.style(.hint))
      if isSelected { grid.cursor = Position(row: row, column: column) }
    }
  }
}
