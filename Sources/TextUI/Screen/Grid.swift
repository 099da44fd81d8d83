/// A screen of cells, drawn off-screen and handed to a terminal whole.
///
/// Drawing clips: nothing lands outside the grid, and a wide character that does not fit is left
/// out.
package struct Grid: Sendable, Hashable {
  package private(set) var size: Size
  private var cells: [Cell]
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Position?
  /// Whether only ASCII can be shown; everything else is drawn as something like it, as wide.
  package let isASCII: Bool

  package init(size: Size, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    cells = Array(repeating: .blank(), count: max(0, size.rows) * max(0, size.columns))
  }

  /// Makes everything blank, keeping the storage.
  package mutating func clear() {
    cursor = nil
    for index in cells.indices { cells[index] = .blank() }
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Draws one line of text.
  ///
  /// - Parameters:
  ///   - width: how many cells may be used at most; the rest of the text is cut off.
  /// - Returns: how many cells were used.
  @discardableResult
  package mutating func draw(
    _ text: String, row: Int, column: Int, width limit: Int = .max, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns, limit > 0 else { return 0 }
    let end = limit > size.columns - column ? size.columns : column + limit
    let plain = Self.plainPrefix(of: text)
    var at = column
    for byte in text.utf8.prefix(plain) {
      guard at < end else { return at - column }
      if at >= 0 { put(Cell(base: UInt32(byte), style: style, width: 1), row: row, column: at) }
      at += 1
    }
    guard plain < text.utf8.count else { return at - column }
    for character in text[text.utf8.index(text.startIndex, offsetBy: plain)...] {
      if let ascii = character.asciiValue, (0x20..<0x7F).contains(ascii) {
        guard at < end else { break }
        if at >= 0 { put(Cell(base: UInt32(ascii), style: style, width: 1), row: row, column: at) }
        at += 1
        continue
      }
      for part in Glyph.of(character).parts {
        guard at + part.width <= end else { return at - column }
        if at >= 0, isASCII {
          let base = AsciiFallback.of(part.base)
          for offset in 0..<part.width {
            put(Cell(base: base, style: style, width: 1), row: row, column: at + offset)
          }
        } else if at >= 0 {
          let cell = Cell(
            base: part.base, marks: part.marks, style: style, width: UInt8(part.width))
          put(cell, row: row, column: at)
          if part.width == 2 { put(.rightHalf(style), row: row, column: at + 1) }
        }
        at += part.width
      }
    }
    return at - column
  }

  /// How many bytes at the beginning are characters and cells of their own: printable ASCII up to
  /// the last one, which a mark may follow.
  private static func plainPrefix(of text: String) -> Int {
    let count =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.firstIndex { !(0x20..<0x7F).contains($0) } ?? bytes.count
      } ?? 0
    return count == text.utf8.count ? count : max(0, count - 1)
  }

  /// Draws one line of text and blanks the rest of the given width.
  package mutating func drawLine(
    _ text: String, row: Int, column: Int, width: Int, style: Style = .plain
  ) {
    let used = draw(text, row: row, column: column, width: width, style: style)
    fill(Rect(row: row, column: column + used, rows: 1, columns: width - used), style: style)
  }

  /// Fills a rectangle with one character of width 1.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain)
  {
    let base = isASCII ? AsciiFallback.of(scalar.value) : scalar.value
    let cell = Cell(base: base, style: style, width: 1)
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      let start = max(0, rect.column)
      for column in start..<max(start, min(size.columns, rect.endColumn)) {
        put(cell, row: row, column: column)
      }
    }
  }

  /// Gives every cell of a rectangle another style, keeping what stands in it.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      let start = max(0, rect.column)
      for column in start..<max(start, min(size.columns, rect.endColumn)) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Puts a cell and repairs a wide character that it cuts in half.
  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    let index = row * size.columns + column
    let old = cells[index].width
    if old == 2, cell.width != 2, column + 1 < size.columns, cells[index + 1].width == 0 {
      cells[index + 1] = .blank(cells[index + 1].style)
    }
    if old == 0, cell.width != 0, column > 0, cells[index - 1].width == 2 {
      cells[index - 1] = .blank(cells[index - 1].style)
    }
    cells[index] = cell
  }

  /// The screen as text, a line a row, without the blanks at the ends: what snapshots hold.
  package var text: String {
    var lines: [String] = []
    for row in 0..<size.rows {
      var line = String.UnicodeScalarView()
      for cell in self.row(row) {
        for value in [cell.base, cell.marks.0, cell.marks.1] where value != 0 {
          if let scalar = Unicode.Scalar(value) { line.append(scalar) }
        }
      }
      while line.last == " " { line.removeLast() }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }
}
