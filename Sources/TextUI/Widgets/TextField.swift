/// Draws a text buffer on one line, scrolled so that the cursor is in sight.
package enum TextField {
  /// Draws the text and places the cursor.
  ///
  /// What is cut off on a side is marked with `…`. The cost is that of the width, not of the text.
  /// - Parameter mark: characters that are drawn in another style, such as those that are wrong.
  package static func draw(
    _ buffer: TextBuffer, in grid: inout Grid, row: Int, column: Int, width: Int,
    style: Style = .plain, mark: Range<Int>? = nil, markStyle: Style = .plain
  ) {
    guard width > 1 else { return }
    let start = firstVisible(buffer, width: width)
    var at = column
    if start > 0 { at += grid.draw("…", row: row, column: at, style: style) }
    let end = column + width
    var cursor = at
    var index = start
    while index < buffer.characters.count {
      let glyphWidth = buffer.characters[index].displayWidth
      let isLast = index == buffer.characters.count - 1
      if at + glyphWidth > end - (isLast ? 0 : 1) {
        grid.draw("…", row: row, column: end - 1, style: style)
        break
      }
      if index == buffer.cursor { cursor = at }
      let style = mark?.contains(index) == true ? markStyle : style
      at += grid.draw(String(buffer.characters[index]), row: row, column: at, style: style)
      index += 1
    }
    if buffer.cursor >= index { cursor = min(at, end - 1) }
    grid.cursor = Position(row: row, column: cursor)
  }

  /// The first character shown: text scrolls by half a width at a time.
  private static func firstVisible(_ buffer: TextBuffer, width: Int) -> Int {
    let step = max(1, width / 2)
    var start = max(0, (buffer.cursor - step) / step * step)
    if start == 0, buffer.characters.count < width,
      widthOf(buffer.characters[...], limit: width) < width
    {
      return 0
    }
    if start > 0, buffer.cursor < width - 1,
      widthOf(buffer.characters[..<buffer.cursor], limit: width) < width - 1
    {
      start = 0
    }
    while start < buffer.cursor,
      widthOf(buffer.characters[start..<buffer.cursor], limit: width) >= width - 2
    {
      start += 1
    }
    return start
  }

  private static func widthOf(_ characters: ArraySlice<Character>, limit: Int) -> Int {
    var total = 0
    for character in characters {
      total += character.displayWidth
      if total > limit { break }
    }
    return total
  }
}
