import CTerminal
import Glibc
import TextUI

/// What stands in curses' window, to find what a grid changes.
///
/// Curses compares too, but only after a conversion of each cell; here a row that is the same
/// costs one comparison of memory, and nothing where it was not drawn into since the frame before.
struct ScreenImage {
  private let size: Size
  private var cells: [Cell]
  private var cursor: Position?
  private var isCursorKnown = false
  /// The frame that was taken over last; nil where the image differs from it.
  private var frame: PartID?
  /// The changed part of a row, in curses' form.
  private var span: [ct_cell] = []

  init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.rows * size.columns)
    span.reserveCapacity(size.columns)
  }

  mutating func forgetCursor() { isCursorKnown = false }

  /// Takes it that nothing stands where it was put, so that all of the next grid is handed on.
  mutating func forget() {
    for index in cells.indices { cells[index] = .nothing }
    frame = nil
  }

  /// Makes this image that of a grid, handing on the part of every row that differs.
  ///
  /// - Returns: whether anything has changed, the cursor included.
  mutating func adopt(
    _ grid: Grid, put: (_ row: Int, _ column: Int, _ cells: [ct_cell]) -> Void
  ) -> Bool {
    var changed = !isCursorKnown || cursor != grid.cursor
    cursor = grid.cursor
    isCursorKnown = true
    let last = frame
    frame = size == grid.size ? grid.drawing.frame : nil
    let columns = min(size.columns, grid.size.columns)
    guard columns > 0 else { return changed }
    for row in 0..<min(size.rows, grid.size.rows)
    where grid.drawing.mayDiffer(row: row, from: last) {
      let first = row * size.columns
      let range = grid.row(row).withUnsafeBufferPointer { new in
        cells.withUnsafeMutableBufferPointer { all in
          Self.update(UnsafeMutableBufferPointer(rebasing: all[first..<first + columns]), from: new)
        }
      }
      guard let range else { continue }
      changed = true
      span.removeAll(keepingCapacity: true)
      for cell in cells[first + range.lowerBound..<first + range.upperBound] {
        span.append(ct_cell(cell))
      }
      put(row, range.lowerBound, span)
    }
    return changed
  }

  /// Copies a row over another and answers which columns differed.
  ///
  /// A wide character differs in its left half, or not at all: a grid holds no lone halves.
  private static func update(
    _ old: UnsafeMutableBufferPointer<Cell>, from new: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    guard let target = old.baseAddress, let source = new.baseAddress else { return nil }
    // A cell has no padding: it is two words.
    if MemoryLayout<Cell>.size == 16, memcmp(target, source, 16 * old.count) == 0 { return nil }
    guard let range = Cell.difference(UnsafeBufferPointer(old), new) else { return nil }
    for column in range { old[column] = new[column] }
    return range
  }
}

extension ct_cell {
  init(_ cell: Cell) {
    let style = cell.style
    self.init(
      base: cell.base, marks: (0, 0, 0, 0), foreground: style.foreground.rawValue,
      background: style.background.rawValue, attributes: style.attributes.rawValue,
      width: cell.width)
    guard cell.hasMarks else { return }
    let marks = cell.marks + [0, 0, 0, 0]
    self.marks = (marks[0], marks[1], marks[2], marks[3])
  }
}
