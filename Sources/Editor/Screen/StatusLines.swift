import TextUI

/// What was just done, said at the foot of a dialog that covers the place where it is said otherwise.
struct StatusLines {
  private let lines: [String]

  init(_ editor: __shared CalendarEditor, width: Int) {
    lines = editor.status.map { TextWrap.lines($0.text, width: width, limit: 3) } ?? []
  }

  var count: Int { lines.count }

  /// Draws over the last rows of a dialog.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, at inner: Rect) {
    guard let status = editor.status else { return }
    let first = max(inner.row, inner.endRow - lines.count)
    grid.fill(
      Rect(row: first, column: inner.column, rows: inner.endRow - first, columns: inner.columns))
    for (offset, line) in lines.enumerated() where first + offset < inner.endRow {
      grid.draw(
        line, row: first + offset, column: inner.column, width: inner.columns,
        style: editor.theme.style(status.kind.role))
    }
  }
}
