import CalendarModel
import TextUI

/// Lists the saves of the calendar, the newest first; Enter shows what one of them changed.
struct HistoryDialog: Dialog {
  enum Command: String, KeyCommand {
    case show, leave, previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "history", "In the history",
    [
      KeyBinding(.show, .enter, short: "Show", help: "Shows what the save changed"),
      KeyBinding(.leave, .escape, short: "Back", help: "Closes the history"),
      KeyBinding(.previous, .up, .backTab, short: "Up", help: "The previous save in the list"),
      KeyBinding(.next, .down, .tab, short: "Down", help: "The next save in the list"),
      KeyBinding(.pageUp, .pageUp, short: "Page up", help: "A page up"),
      KeyBinding(.pageDown, .pageDown, short: "Page down", help: "A page down"),
      KeyBinding(.first, .home, short: "First", help: "The newest save"),
      KeyBinding(.last, .end, short: "Last", help: "The oldest save"),
    ])

  /// Nil until they are listed.
  private(set) var saves: [PastSave]?
  private var selection = 0

  private static let title = "History"
  /// Each save takes two lines.
  private static let height = 2

  /// Takes in the list.
  mutating func list(_ saves: [PastSave]) {
    self.saves = saves
    selection = 0
  }

  var secondClick: Command? { .show }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.show, .leave, in: Self.keys)
      + [editor.keymap.hint(of: [.previous, .next], in: Self.keys, saying: "Choose")]
      .compactMap { $0 }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    let count = saves?.count ?? 0
    switch command {
    case .leave: return .close()
    case .previous: selection -= 1
    case .next: selection += 1
    case .first: selection = 0
    case .last: selection = count - 1
    case .pageUp: selection -= Self.shown(editor)
    case .pageDown: selection += Self.shown(editor)
    case .show:
      guard let saves, saves.indices.contains(selection) else { return .stay() }
      return .stay([.show(saves[selection])])
    }
    selection = max(0, min(selection, count - 1))
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
          .choice("\(save.head): \(save.change)", spot: index)
        })
  }

  // MARK: Where the saves stand

  private static func inner(_ editor: CalendarEditor) -> Rect {
    let inner = Screen.room(editor).inset(rows: 1, columns: 2)
    return Rect(
      row: inner.row + 1, column: inner.column, rows: max(0, inner.rows - 1),
      columns: inner.columns)
  }

  private static func shown(_ editor: CalendarEditor) -> Int { max(1, inner(editor).rows / height) }

  private func top(_ editor: CalendarEditor) -> Int {
    Scrolling.top(
      0, showing: selection, height: Self.shown(editor), count: saves?.count ?? 0)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let inner = Self.inner(editor)
    guard inner.contains(position) else { return nil }
    let index = top(editor) + (position.row - inner.row) / Self.height
    return saves?.indices.contains(index) == true ? index : nil
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    selection = spot
    return .stay()
  }

  // MARK: Drawing

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let frame = DialogFrame.draw(heading, editor, in: &grid, rect: room)
    grid.draw(
      TextWrap.cut(head(editor), width: frame.columns), row: frame.row, column: frame.column,
      width: frame.columns, style: theme.style(.hint))
    let inner = Self.inner(editor)
    let top = top(editor)
    for offset in 0..<Self.shown(editor) {
      guard let saves, saves.indices.contains(top + offset) else { break }
      var rect = inner
      rect.row += offset * Self.height
      draw(
        saves[top + offset], isSelected: top + offset == selection, editor, in: &grid, rect: rect)
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + Self.shown(editor) < (saves?.count ?? 0), editor, in: &grid,
      rect: room)
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
