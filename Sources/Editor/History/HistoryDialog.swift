import CalendarModel
import TextUI

/// Lists the saves of the calendar, the newest first; Enter shows what one of them changed.
struct HistoryDialog: SelectionDialog {
  enum Command: String, PagingCommand {
    case show, leave, previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "history", "In the history",
    [
      KeyBinding(.show, .enter, short: "Show", help: "Shows what the save changed"),
      KeyBinding(.leave, .escape, short: "Back", help: "Closes the history"),
    ]
      + Command.moves(
        MoveWords("save in the list", first: "The newest save", last: "The oldest save")))

  /// Nil until they are listed.
  private(set) var saves: [PastSave]?
  var cursor = ListCursor()

  private static let title = "History"
  static let linesPerEntry = 2

  /// Takes in the list.
  mutating func list(_ saves: [PastSave]) {
    self.saves = saves
    cursor = ListCursor()
  }

  var count: Int { saves?.count ?? 0 }
  var showsStatus: Bool { true }
  var secondClick: Command? { .show }

  var actions: [ActionID] { Self.waysToCalendars }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.show, .leave, in: Self.keys)
      + [editor.keymap.hint(of: [.previous, .next], in: Self.keys, saying: "Choose")]
      .compactMap { $0 }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .previous, .next, .pageUp, .pageDown, .first, .last: move(command, page: shown(editor))
    case .show:
      guard let saves, saves.indices.contains(selection) else {
        return .stay([.say("There is no save to show.", .problem)])
      }
      return .stay([.show(saves[selection])])
    }
    return .stay()
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [heading, head(editor)]
      + (saves ?? []).enumerated().flatMap { index, save in
        [(index == selection ? "\(editor.symbols.focus) " : "") + save.head, save.change]
      } + [editor.status?.text].compactMap { $0 }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(
      heading,
      .texts([head(editor)])
        + (saves ?? []).enumerated().map { index, save in
          .choice(save.sentence, spot: index)
        })
  }

  // MARK: Where the saves stand

  func entries(_ editor: CalendarEditor) -> Rect {
    let inner = Screen.room(editor).inset(rows: 1, columns: 2)
    return Rect(
      row: inner.row + 1, column: inner.column, rows: max(0, inner.rows - 1),
      columns: inner.columns)
  }

  // MARK: Drawing

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let frame = DialogFrame.draw(heading, editor, in: &grid, rect: room)
    grid.draw(
      TextWrap.cut(head(editor), width: frame.columns), row: frame.row, column: frame.column,
      width: frame.columns, style: theme.style(.hint))
    let inner = entries(editor)
    let shown = shown(editor)
    let top = cursor.top(height: shown, of: count)
    for offset in 0..<shown {
      guard let saves, saves.indices.contains(top + offset) else { break }
      var rect = inner
      rect.row += offset * Self.linesPerEntry
      draw(
        saves[top + offset], isSelected: top + offset == selection, editor, in: &grid, rect: rect)
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + shown < count, editor, in: &grid, rect: room)
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
  }

  private var heading: String {
    Self.title + (saves.map { ": \(Wording.counted($0.count, "save"))" } ?? "")
  }

  private func head(_ editor: CalendarEditor) -> String {
    guard let saves else { return "The records are being read." }
    if saves.isEmpty { return "The history has no save of this calendar yet." }
    return editor.zone.name.map { "Newest first; times in \($0)." }
      ?? "Newest first; times by the clock of this machine."
  }

  private func draw(
    _ save: PastSave, isSelected: Bool, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) {
    let theme = editor.theme
    let width = rect.columns - 2
    if isSelected {
      grid.draw(editor.symbols.focus, row: rect.row, column: rect.column)
      grid.cursor = Position(row: rect.row, column: rect.column + 2)
    }
    grid.draw(
      TextWrap.cut(save.head, width: width), row: rect.row, column: rect.column + 2, width: width,
      style: theme.style(isSelected ? .selection : .text))
    grid.draw(
      TextWrap.cut(save.change, width: width - 2), row: rect.row + 1, column: rect.column + 4,
      width: width - 2, style: theme.style(save.problem == nil ? .hint : .warning))
  }
}
