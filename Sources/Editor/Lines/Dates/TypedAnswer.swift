import TextUI

/// What a text that is being typed means so far.
enum TypedReading: Sendable, Hashable {
  /// Nothing is typed yet: what could be.
  case nothing(hint: String)
  case means(String)
  /// What is wrong, and at which characters.
  case problem(String, at: Range<Int>?)
}

/// A text that is being typed, and under it what it means, or what is wrong and where.
enum TypedAnswer {
  /// Draws the text into the first row and the answer into the others.
  ///
  /// The characters that are wrong are underlined, with carets where that leaves the message whole.
  static func draw(
    _ buffer: TextBuffer, _ reading: TypedReading, _ editor: CalendarEditor, in grid: inout Grid,
    rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let theme = editor.theme
    let text: String
    let role: Theme.Role
    var place: Range<Int>?
    switch reading {
    case .nothing(let hint): (text, role) = (hint, .hint)
    case .means(let meaning): (text, role) = ("= " + meaning, .success)
    case .problem(let message, let wrong):
      (text, role) = ("\(editor.symbols.error) \(message)", .error)
      place = wrong
    }
    TextField.draw(
      buffer, in: &grid, row: rect.row, column: rect.column, width: rect.columns, mark: place,
      markStyle: theme.style(.error).adding(.underline))
    var rows = Rect(
      row: rect.row + 1, column: rect.column, rows: rect.rows - 1, columns: rect.columns)
    let isWhole = TextWrap.lines(text, width: rows.columns).count < rows.rows
    if let place, isWhole,
      let carets = carets(place, under: buffer, width: rect.columns, rows: rows.rows)
    {
      grid.draw(carets, row: rows.row, column: rows.column, style: theme.style(.error))
      rows.row += 1
      rows.rows -= 1
    }
    let lines = TextWrap.lines(text, width: rows.columns, limit: rows.rows)
    for (offset, line) in lines.enumerated() {
      grid.draw(line, row: rows.row + offset, column: rows.column, style: theme.style(role))
    }
  }

  /// Carets under the characters that are wrong; nil where the text does not stand there as it is,
  /// or there is no row for them.
  private static func carets(
    _ place: Range<Int>, under buffer: TextBuffer, width: Int, rows: Int
  ) -> String? {
    guard rows > 1, buffer.text.displayWidth(upTo: width) < width else { return nil }
    let before = buffer.text.prefix(place.lowerBound).displayWidth
    let marked = buffer.text.dropFirst(place.lowerBound).prefix(place.count).displayWidth
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
  }
}
