import TextUI

/// A dialog that is a list in a frame: typing narrows it, Enter takes an entry, Esc takes none.
protocol ListDialog: Dialog {
  /// What the frame is headed with.
  var title: String { get }
  var list: FilterList { get set }
  /// Whether the text that narrows the list has a line of its own from the start.
  var showsQuery: Bool { get }
  /// What stands above the list.
  func notice(_ editor: CalendarEditor) -> String?
  /// What stands in the list when nothing matches.
  var whenEmpty: ListPanel.Empty { get }

  /// Where the frame stands.
  func frame(in room: Rect) -> Rect

  /// Does what an entry is for; the dialog goes away.
  ///
  /// - Parameter entry: its number in the list as it was made.
  func take(_ entry: Int, _ editor: inout CalendarEditor) -> [Effect]
}

extension ListDialog {
  var showsQuery: Bool { false }
  func notice(_ editor: CalendarEditor) -> String? { nil }
  var whenEmpty: ListPanel.Empty { .hint("Nothing matches.") }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    handleInList(key, &editor)
  }

  /// What a list does with a key, for dialogs that do more with some.
  mutating func handleInList(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let entry = list.selected else { return .stay() }
      return .close(take(entry, &editor))
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    list.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    ListPanel.draw(self, editor, in: &grid, rect: frame(in: room))
  }

  private func entries(_ editor: CalendarEditor) -> Rect {
    let inner = frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
    return ListPanel.entries(
      list, in: inner, showsQuery: showsQuery, notice: notice(editor))
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    list.match(at: position, in: entries(editor))
  }

  mutating func choose(spot: Int, _ editor: inout CalendarEditor) {
    list.select(match: spot, in: entries(editor))
  }
}

/// Draws a list in a frame, with the text that narrows it.
enum ListPanel {
  /// What stands in a list that has nothing to choose.
  enum Empty {
    case hint(String)
    /// Something that Enter takes all the same.
    case choice(String)
  }

  fileprivate static func draw(
    _ dialog: some ListDialog, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) {
    let list = dialog.list
    let notice = dialog.notice(editor)
    let theme = editor.theme
    var inner = Panel.draw(
      dialog.title, in: &grid, rect: rect, symbols: editor.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    for (offset, line) in lines(of: notice, inner).enumerated() {
      grid.draw(line, row: inner.row + offset, column: inner.column, style: theme.style(.hint))
    }
    let entries = entries(list, in: inner, showsQuery: dialog.showsQuery, notice: notice)
    if dialog.showsQuery || !list.query.text.isEmpty {
      let row = entries.row - 1
      let used = grid.draw("/ ", row: row, column: inner.column, style: theme.style(.key))
      TextField.draw(
        list.query, in: &grid, row: row, column: inner.column + used, width: inner.columns - used)
    }
    inner = entries
    if list.matches.isEmpty {
      let (text, role): (String, Theme.Role) =
        switch dialog.whenEmpty {
        case .hint(let text): (text, .hint)
        case .choice(let text): ("\(editor.symbols.focus) \(text)", .focusedLabel)
        }
      grid.draw(
        TextWrap.cut(text, width: inner.columns), row: inner.row, column: inner.column,
        width: inner.columns, style: theme.style(role))
    }
    list.draw(in: &grid, rect: inner, theme: theme, symbols: editor.symbols)
  }

  /// Where the entries stand inside the frame: under the notice and the text that narrows them.
  fileprivate static func entries(
    _ list: FilterList, in inner: Rect, showsQuery: Bool, notice: String?
  ) -> Rect {
    var rest = inner
    rest.row += lines(of: notice, inner).count
    if showsQuery || !list.query.text.isEmpty { rest.row += 1 }
    rest.rows = max(0, inner.endRow - rest.row)
    return rest
  }

  /// A notice takes three lines at most, and leaves two to the list.
  private static func lines(of notice: String?, _ inner: Rect) -> [String] {
    guard let notice else { return [] }
    return Array(
      TextWrap.lines(notice, width: inner.columns, limit: 3).prefix(max(0, inner.rows - 2)))
  }
}
