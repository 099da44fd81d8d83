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
    let start = buffer.index(firstVisible(buffer, width: width))
    var at = column
    if start > buffer.text.startIndex { at += grid.draw("…", row: row, column: at, style: style) }
    let end = column + width
    // The last cell is for the cursor or for the mark of what is cut off.
    var measure = TextMeasure(buffer.text[start..<buffer.text.endIndex])
    measure.walk(upTo: end - at - 1)
    var shownEnd = measure.index
    if measure.walk(upTo: end - at) {
      grid.draw("…", row: row, column: end - 1, style: style)
    } else {
      shownEnd = measure.index
    }
    let cursor = min(max(start, buffer.index(buffer.cursor)), shownEnd)
    let cursorColumn = at + buffer.text[start..<cursor].displayWidth
    for (part, isMarked) in parts(of: buffer.text, start..<shownEnd, mark) {
      at += grid.draw(
        buffer.text[part], row: row, column: at, style: isMarked ? markStyle : style)
    }
    grid.cursor = Position(row: row, column: min(cursorColumn, end - 1))
  }

  /// What stands before the marked characters, those, and what stands behind them.
  private static func parts(
    of text: String, _ shown: Range<String.Index>, _ mark: Range<Int>?
  ) -> [(Range<String.Index>, isMarked: Bool)] {
    guard let mark else { return [(shown, false)] }
    func index(_ number: Int) -> String.Index {
      text.index(text.startIndex, offsetBy: max(0, number), limitedBy: text.endIndex)
        ?? text.endIndex
    }
    let marked = (index(mark.lowerBound)..<index(mark.upperBound)).clamped(to: shown)
    return [
      (shown.lowerBound..<marked.lowerBound, false), (marked, true),
      (marked.upperBound..<shown.upperBound, false),
    ]
  }

  /// The first place shown: text scrolls by half a width at a time.
  private static func firstVisible(_ buffer: TextBuffer, width: Int) -> Int {
    let text = buffer.text
    guard text.displayWidth(upTo: width - 1) >= width else { return 0 }
    let cursor = buffer.index(buffer.cursor)
    func isInSight(from place: Int) -> Bool {
      // Beside the text there are the cell of the cursor and the mark of what is cut off.
      let limit = width - (place == 0 ? 2 : 3)
      var measure = TextMeasure(text[buffer.index(place)..<cursor])
      return !measure.walk(upTo: limit)
    }
    let step = max(1, width / 2)
    var first: Int?
    var candidate = max(0, buffer.cursor - 1) / step * step
    var place = buffer.behindCharacter(candidate)
    while isInSight(from: place) {
      first = place
      guard candidate > 0 else { break }
      candidate -= step
      place = min(place, buffer.behindCharacter(candidate))
    }
    if let first { return first }
    while place < buffer.cursor, !isInSight(from: place) { place = buffer.place(after: place) }
    return place
  }
}
