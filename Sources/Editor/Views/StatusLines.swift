import TextUI

/// What was just done, said at the foot of a layer that covers the place where it is said otherwise.
struct StatusLines {
  private let lines: [String]

  init(_ model: Model, width: Int) {
    lines = model.status.map { TextWrap.lines($0.text, width: width, limit: 3) } ?? []
  }

  var count: Int { lines.count }

  /// Draws over the last rows of a layer.
  func draw(_ model: Model, in grid: inout Grid, at inner: Rect) {
    guard let status = model.status else { return }
    let first = max(inner.row, inner.endRow - lines.count)
    grid.fill(
      Rect(row: first, column: inner.column, rows: inner.endRow - first, columns: inner.columns))
    for (offset, line) in lines.enumerated() where first + offset < inner.endRow {
      grid.draw(
        line, row: first + offset, column: inner.column, width: inner.columns,
        style: model.theme.style(status.kind.role))
    }
  }
}
