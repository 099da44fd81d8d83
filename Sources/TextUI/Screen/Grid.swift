/// A screen of cells, drawn off-screen and handed to a terminal whole.
///
/// Drawing clips: nothing lands outside the grid, and a wide character that does not fit is left
/// out.
package struct Grid: Sendable {
  package private(set) var size: Size
  private var cells: [Cell]
  /// The parts of the last frame in their order, nil for one that is drawn in any case.
  var parts: [DrawnPart?] = []
  /// How many parts the frame has so far.
  var partCount = 0
  /// Which rows the frame was drawn into, and over which other one.
  package internal(set) var drawing = Drawing()
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
    drawing = Drawing()
    parts.removeAll(keepingCapacity: true)
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank()) }
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
    draw(Substring(text), row: row, column: column, width: limit, style: style)
  }

  /// Draws one line of text that is a part of another one.
  @discardableResult
  package mutating func draw(
    _ text: Substring, row: Int, column: Int, width limit: Int = .max, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns, limit > 0 else { return 0 }
    drawing.note(row: row)
    let end = limit > size.columns - column ? size.columns : column + limit
    var pen = Pen(row: row, at: column, end: end, style: CellStyle(style))
    var rest = text
    while true {
      let plain = rest.utf8.withContiguousStorageIfAvailable { drawPlain($0, &pen) }
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: plain ?? 0)..<rest.endIndex]
      guard !pen.isAtEnd, let first = rest.first else { break }
      draw(Glyph.of(first), &pen)
      if pen.isAtEnd { break }
      rest = rest[rest.index(after: rest.startIndex)..<rest.endIndex]
    }
    return pen.at - column
  }

  /// Where the next cell is drawn, and how.
  private struct Pen {
    let row: Int
    var at: Int
    /// The column behind the last one that may be drawn into.
    let end: Int
    let style: CellStyle
    /// Whether something had no room.
    var isAtEnd = false
  }

  /// Draws characters that are plain, and answers how many bytes they were.
  private mutating func drawPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ pen: inout Pen) -> Int {
    var (place, at) = (0, pen.at)
    let (row, columns, end, style, isASCII) = (pen.row, size.columns, pen.end, pen.style, isASCII)
    var hasRoom = true
    cells.withUnsafeMutableBufferPointer { cells in
      let first = row * columns
      while place < bytes.count, let character = PlainCharacter(in: bytes, at: place) {
        // What has marks and is cut off, or is drawn as something else, is drawn as any glyph is.
        if character.hasMarks, isASCII || at < 0 || at + character.width > end { break }
        guard !character.hasMarks else {
          Self.put(bytes[place..<character.end], at: &at, style, cells, first, columns)
          place = character.end
          continue
        }
        let width = character.width
        hasRoom = at + width <= end
        guard hasRoom else { break }
        if at >= 0, isASCII {
          let cell = Cell(base: AsciiFallback.of(character.letter), style: style, width: 1)
          for column in at..<at + width { Self.put(cell, at: column, cells, first, columns) }
        } else if at >= 0 {
          let cell = Cell(base: character.letter, style: style, width: UInt64(width))
          Self.put(cell, at: at, cells, first, columns)
          if width == 2 {
            let half = Cell(base: 0, style: style, width: 0)
            Self.put(half, at: at + 1, cells, first, columns)
          }
        }
        at += width
        place = character.end
      }
    }
    (pen.at, pen.isAtEnd) = (at, !hasRoom)
    return place
  }

  /// Puts the cells of one plain letter and its marks, for which there is room.
  private static func put(
    _ character: Slice<UnsafeBufferPointer<UInt8>>, at column: inout Int, _ style: CellStyle,
    _ cells: UnsafeMutableBufferPointer<Cell>, _ first: Int, _ columns: Int
  ) {
    let bytes = UnsafeBufferPointer(rebasing: character)
    var place = 0
    var letterColumn = column
    while place < bytes.count {
      let (value, length) = PlainCharacter.scalar(bytes, place)
      switch PlainScalar.kind(value) {
      case .mark, .joiner: cells[first + letterColumn].add(mark: value)
      case let kind:
        let width = if case .letter(let width) = kind { width } else { 1 }
        put(
          Cell(base: value, style: style, width: UInt64(width)), at: column, cells, first, columns)
        if width == 2 {
          put(Cell(base: 0, style: style, width: 0), at: column + 1, cells, first, columns)
        }
        letterColumn = column
        column += width
      }
      place += length
    }
  }

  private mutating func draw(_ glyph: Glyph, _ pen: inout Pen) {
    for part in glyph.parts {
      guard pen.at + part.width <= pen.end else {
        pen.isAtEnd = true
        return
      }
      if pen.at >= 0, isASCII {
        let cell = Cell(base: AsciiFallback.of(part.base), style: pen.style, width: 1)
        for offset in 0..<part.width { put(cell, row: pen.row, column: pen.at + offset) }
      } else if pen.at >= 0 {
        let style = pen.style.style
        let cell = Cell(
          base: part.base, marks: part.marks, style: style, width: UInt8(part.width))
        put(cell, row: pen.row, column: pen.at)
        if part.width == 2 { put(.rightHalf(style), row: pen.row, column: pen.at + 1) }
      }
      pen.at += part.width
    }
  }

  /// Fills a rectangle with one character of width 1.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain)
  {
    let base = isASCII ? AsciiFallback.of(scalar.value) : scalar.value
    let cell = Cell(base: base, style: style, width: 1)
    let (start, end) = (max(0, rect.column), min(size.columns, rect.endColumn))
    guard start < end else { return }
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      drawing.note(row: row)
      // What is cut in half at both ends is repaired; between them nothing is left of it.
      put(cell, row: row, column: start)
      put(cell, row: row, column: end - 1)
      let first = row * size.columns
      cells.withUnsafeMutableBufferPointer {
        $0[first + start..<first + end].update(repeating: cell)
      }
    }
  }

  /// Puts a cell and repairs a wide character that it cuts in half.
  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    let (first, columns) = (row * size.columns, size.columns)
    cells.withUnsafeMutableBufferPointer { Self.put(cell, at: column, $0, first, columns) }
  }

  /// Puts a cell into a row that begins at `first` of all cells.
  @inline(__always)
  private static func put(
    _ cell: Cell, at column: Int, _ cells: UnsafeMutableBufferPointer<Cell>, _ first: Int,
    _ columns: Int
  ) {
    let index = first + column
    let old = cells[index].width
    if old == 2, cell.width != 2, column + 1 < columns, cells[index + 1].width == 0 {
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
        for value in [cell.base] + cell.marks where value != 0 {
          if let scalar = Unicode.Scalar(value) { line.append(scalar) }
        }
      }
      while line.last == " " { line.removeLast() }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }
}
