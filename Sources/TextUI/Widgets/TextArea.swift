/// A text buffer in lines of a width, for drawing and for moving up and down.
///
/// Where ``TextBuffer/wrap(to:)`` has been called with the same width, only what is in sight costs
/// anything.
package struct TextArea: Sendable {
  private let buffer: TextBuffer
  private let wrapped: WrappedLines

  package init(_ buffer: TextBuffer, width: Int) {
    self.buffer = buffer
    if let known = buffer.lines, known.width == width {
      wrapped = known
    } else {
      wrapped = WrappedLines(buffer.text, width: width)
    }
  }

  package var lineCount: Int { wrapped.starts.count }

  /// The bytes of a line; a line break belongs to the line it ends.
  package func line(_ number: Int) -> Range<Int> {
    let next = number + 1
    let end = next < lineCount ? wrapped.starts[next] : buffer.text.utf8.count
    return wrapped.starts[number]..<end
  }

  /// The line the cursor is in.
  package var cursorLine: Int { wrapped.line(of: buffer.cursor) }

  /// The place of the cursor as many lines further down (or up), in about the same column.
  package func cursor(movedBy count: Int) -> Int {
    let from = cursorLine
    let column = text(line(from).lowerBound..<buffer.cursor).displayWidth
    return place(in: min(max(0, from + count), lineCount - 1), atColumn: column)
  }

  /// The place in the text of a cell, or the nearest one in its line; nil outside of the rectangle.
  package func place(at position: Position, in rect: Rect, top: Int) -> Int? {
    guard rect.contains(position) else { return nil }
    let line = min(top + position.row - rect.row, lineCount - 1)
    return place(in: line, atColumn: position.column - rect.column)
  }

  /// The place in a line whose cell is the one of the column, or the end of the line.
  private func place(in number: Int, atColumn column: Int) -> Int {
    let line = line(number)
    let whole = text(line)
    let isLast = number == lineCount - 1
    let end = isLast || line.isEmpty ? line.upperBound : buffer.place(before: line.upperBound)
    var measure = TextMeasure(whole[..<buffer.index(end)])
    measure.walk(upTo: column)
    return buffer.place(of: measure.index)
  }

  private func text(_ range: Range<Int>) -> Substring {
    buffer.text[buffer.index(range.lowerBound)..<buffer.index(range.upperBound)]
  }

  /// Draws the lines from `top` on and places the cursor.
  package func draw(in grid: inout Grid, rect: Rect, top: Int, style: Style = .plain) {
    let cursorLine = cursorLine
    for number in top..<max(top, min(lineCount, top + rect.rows)) {
      let row = rect.row + number - top
      let line = line(number)
      var shown = text(line)
      if shown.last?.isNewline == true { shown.removeLast() }
      grid.draw(shown, row: row, column: rect.column, width: rect.columns, style: style)
      if number == cursorLine {
        let before = text(line.lowerBound..<buffer.cursor).displayWidth
        grid.cursor = Position(row: row, column: rect.column + min(before, rect.columns - 1))
      }
    }
  }
}
