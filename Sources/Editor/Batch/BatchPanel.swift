import TextUI

/// A list of calendars in a frame that fills the room, with lines above and below it.
struct BatchPanel {
  struct Row: Sendable {
    /// What stands before the calendar: "[x]", a symbol.
    var mark: String
    var title: String
    var detail: String
    var role: Theme.Role
  }

  struct Line: Sendable {
    var text: String
    var role: Theme.Role = .text
    /// Whether it changes all the time, so that it is no news each time.
    var isState = false
  }

  let title: String
  var head: [Line] = []
  let rows: [Row]
  /// What stands there instead of rows.
  var whenEmpty = ""
  var foot: [Line] = []

  /// The rows between the lines above and below; the lines give way to two rows.
  func list(in room: Rect) -> Rect {
    var inner = room.inset(rows: 1, columns: 2)
    let lines = wrapped(inner.columns).shown(inner.rows)
    inner.row += lines.head
    inner.rows = max(0, inner.rows - lines.head - lines.foot)
    return inner
  }

  /// The same with the cautions above the rows wrapped for a width.
  private func wrapped(_ width: Int) -> BatchPanel {
    var panel = self
    panel.head = head.flatMap { line -> [Line] in
      guard line.role == .warning else { return [line] }
      return TextWrap.lines(line.text, width: width, limit: 3).map { text in
        var part = line
        part.text = text
        return part
      }
    }
    return panel
  }

  /// How many lines there is room for above and below.
  private func shown(_ rows: Int) -> (head: Int, foot: Int) {
    let foot = min(self.foot.count, max(0, rows - 2))
    return (min(head.count, max(0, rows - 2 - foot)), foot)
  }

  func draw(
    _ cursor: ListCursor, _ editor: CalendarEditor, in grid: inout Grid, room frame: Rect
  ) {
    let theme = editor.theme
    let inner = DialogFrame.draw(title, editor, in: &grid, rect: frame)
    let list = list(in: frame)
    let top = cursor.top(height: list.rows, of: rows.count)
    let panel = wrapped(inner.columns)
    let lines = panel.shown(inner.rows)
    for (offset, line) in panel.head.prefix(lines.head).enumerated() {
      draw(line, editor, in: &grid, row: inner.row + offset, inner)
    }
    for (offset, line) in foot.suffix(lines.foot).enumerated() {
      draw(line, editor, in: &grid, row: inner.endRow - lines.foot + offset, inner)
    }
    if rows.isEmpty {
      grid.draw(
        TextWrap.cut(whenEmpty, width: list.columns), row: list.row, column: list.column,
        style: theme.style(.hint))
      grid.cursor = Position(row: list.row, column: list.column)
    }
    let marks = rows.map(\.mark.displayWidth).max() ?? 0
    let start = list.column + 2 + (marks > 0 ? marks + 1 : 0)
    let room = list.endColumn - start
    let widest = rows.reduce(0) { max($0, $1.title.displayWidth(upTo: room / 2)) }
    let name = max(6, min(room * 2 / 5, widest))
    for offset in 0..<list.rows where rows.indices.contains(top + offset) {
      let row = rows[top + offset]
      let isSelected = top + offset == cursor.index
      let at = list.row + offset
      grid.draw(isSelected ? editor.symbols.focus : " ", row: at, column: list.column)
      grid.draw(row.mark, row: at, column: list.column + 2, style: theme.style(row.role))
      grid.draw(
        TextWrap.cut(row.title, width: name), row: at, column: start, width: name,
        style: theme.style(isSelected ? .selection : .text))
      let width = room - name - 2
      grid.draw(
        TextWrap.cut(row.detail, width: width), row: at, column: start + name + 2,
        width: max(0, width), style: theme.style(row.role))
      if isSelected { grid.cursor = Position(row: at, column: start) }
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + list.rows < rows.count,
      place: "\(cursor.index + 1)/\(rows.count)", editor, in: &grid, rect: frame)
  }

  private func draw(
    _ line: Line, _ editor: CalendarEditor, in grid: inout Grid, row: Int, _ inner: Rect
  ) {
    grid.draw(
      TextWrap.cut(line.text, width: inner.columns), row: row, column: inner.column,
      width: inner.columns, style: editor.theme.style(line.role))
  }

  /// The panel in words.
  func words(selection: Int, _ editor: CalendarEditor) -> [String] {
    [title] + head.map(\.text)
      + (rows.isEmpty ? [whenEmpty] : [])
      + rows.enumerated().map { index, row in
        (index == selection ? "\(editor.symbols.focus) " : "")
          + [row.mark, row.title, row.detail].filter { !$0.isEmpty }.joined(separator: "  ")
      } + foot.map(\.text)
  }

  /// The panel as it is heard: the calendars are the choices.
  func speech(selection: Int) -> DialogSpeech {
    var items: [DialogSpeech.Item] = head.map { $0.isState ? .state($0.text) : .text($0.text) }
    if rows.isEmpty { items += .texts([whenEmpty]) }
    items += rows.enumerated().map { index, row in
      .choice(String.spoken(row.title, row.detail), spot: index, isSelected: index == selection)
    }
    return DialogSpeech(
      title, items + foot.map { $0.isState ? .state($0.text) : .text($0.text) })
  }
}
