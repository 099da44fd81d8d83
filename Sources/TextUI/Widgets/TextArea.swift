/// Lays a text buffer out in lines of a width, for drawing and for moving up and down.
package struct TextArea: Sendable {
  /// The lines as ranges of characters; a line break belongs to the line it ends.
  package let lines: [Range<Int>]
  private let buffer: TextBuffer

  package init(_ buffer: TextBuffer, width: Int) {
    self.buffer = buffer
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastSpace: Int?
    var index = 0
    let characters = buffer.characters
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        lines.append(start..<index + 1)
        (start, used, lastSpace) = (index + 1, 0, nil)
        index += 1
        continue
      }
      let glyphWidth = character.displayWidth
      if used + glyphWidth > max(2, width - 1), index > start {
        let end = lastSpace.map { $0 + 1 } ?? index
        lines.append(start..<end)
        (start, used, lastSpace) = (end, 0, nil)
        index = end
        continue
      }
      if character == " " { lastSpace = index }
      used += glyphWidth
      index += 1
    }
    lines.append(start..<characters.count)
    self.lines = lines
  }

  /// The line the cursor is in.
  package var cursorLine: Int {
    lines.lastIndex { $0.lowerBound <= buffer.cursor } ?? 0
  }

  /// The place of the cursor as many lines further down (or up), in about the same column.
  package func cursor(movedBy count: Int) -> Int {
    let from = cursorLine
    let column = width(of: lines[from].lowerBound..<buffer.cursor)
    return index(in: min(max(0, from + count), lines.count - 1), atColumn: column)
  }

  /// The place in the text of a cell, or the nearest one in its line; nil outside of the rectangle.
  package func index(at position: Position, in rect: Rect, top: Int) -> Int? {
    guard rect.contains(position) else { return nil }
    let line = min(top + position.row - rect.row, lines.count - 1)
    return index(in: line, atColumn: position.column - rect.column)
  }

  private func width(of range: Range<Int>) -> Int {
    buffer.characters[range].reduce(0) { $0 + ($1.isNewline ? 0 : $1.displayWidth) }
  }

  /// The place in a line whose cell is the one of the column, or the end of the line.
  private func index(in line: Int, atColumn column: Int) -> Int {
    let target = lines[line]
    let isLast = target.upperBound == buffer.characters.count
    let endsInBreak =
      !target.isEmpty && buffer.characters[target.upperBound - 1].isNewline
    let end =
      isLast && !endsInBreak ? target.upperBound : max(target.lowerBound, target.upperBound - 1)
    var at = target.lowerBound
    var used = 0
    while at < end {
      used += buffer.characters[at].displayWidth
      if used > column { break }
      at += 1
    }
    return at
  }

  /// Draws the lines from `top` on and places the cursor.
  package func draw(in grid: inout Grid, rect: Rect, top: Int, style: Style = .plain) {
    for offset in 0..<rect.rows {
      let line = top + offset
      let row = rect.row + offset
      guard lines.indices.contains(line) else { break }
      let shown = buffer.characters[lines[line]].filter { !$0.isNewline }
      grid.draw(String(shown), row: row, column: rect.column, width: rect.columns, style: style)
      if line == cursorLine {
        let before = String(buffer.characters[lines[line].lowerBound..<buffer.cursor])
        let column = min(before.displayWidth, rect.columns - 1)
        grid.cursor = Position(row: row, column: rect.column + column)
      }
    }
  }
}
