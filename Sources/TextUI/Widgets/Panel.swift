/// Draws the frame of a dialog.
package enum Panel {
  /// Blanks a rectangle, draws a frame and a title, and returns the room inside.
  package static func draw(
    _ title: String, in grid: inout Grid, rect: Rect, symbols: Symbols, border: Style,
    heading: Style
  ) -> Rect {
    grid.fill(rect)
    guard rect.rows > 2, rect.columns > 4 else { return rect }
    let (top, bottom) = (rect.row, rect.endRow - 1)
    let (left, right) = (rect.column, rect.endColumn - 1)
    func put(
      _ scalar: Unicode.Scalar, _ row: Int, _ column: Int, _ columns: Int = 1, _ rows: Int = 1
    ) {
      grid.fill(
        Rect(row: row, column: column, rows: rows, columns: columns), with: scalar, style: border)
    }
    put(symbols.horizontal, top, left + 1, rect.columns - 2)
    put(symbols.horizontal, bottom, left + 1, rect.columns - 2)
    put(symbols.vertical, top + 1, left, 1, rect.rows - 2)
    put(symbols.vertical, top + 1, right, 1, rect.rows - 2)
    put(symbols.topLeft, top, left)
    put(symbols.topRight, top, right)
    put(symbols.bottomLeft, bottom, left)
    put(symbols.bottomRight, bottom, right)
    if !title.isEmpty {
      let shown = " " + TextWrap.cut(title, width: rect.columns - 6) + " "
      grid.draw(shown, row: top, column: left + 2, width: rect.columns - 4, style: heading)
    }
    return rect.inset(rows: 1, columns: 2)
  }
}
