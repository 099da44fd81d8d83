import CTerminal
import Testing
import TextUI

@testable import Terminal

/// What is handed to curses of a grid.
@Suite struct ScreenImageTests {
  private static let size = Size(rows: 6, columns: 10)

  /// What curses' window holds after what was handed on.
  private struct Window {
    private var image = ScreenImage(size: ScreenImageTests.size)
    private(set) var bases = [[UInt32]](
      repeating: [UInt32](repeating: 0x20, count: ScreenImageTests.size.columns),
      count: ScreenImageTests.size.rows)
    private(set) var spans: [String] = []

    mutating func adopt(_ grid: Grid) -> Bool {
      spans = []
      return image.adopt(grid) { row, column, cells in
        spans.append("\(row):\(column)+\(cells.count)")
        for (offset, cell) in cells.enumerated() { bases[row][column + offset] = cell.base }
      }
    }

    mutating func forget() { image.forget() }
  }

  private func bases(_ grid: Grid) -> [[UInt32]] {
    (0..<grid.size.rows).map { grid.row($0).map(\.base) }
  }

  @Test func onlyWhatDiffersIsHandedOn() {
    var (grid, window) = (Grid(size: Self.size), Window())
    func changes() -> Bool { window.adopt(grid) }
    grid.draw("abcdef", row: 2, column: 1)
    #expect(changes())
    #expect(window.spans == ["2:1+6"])
    grid.beginParts()
    grid.part(nil, Rect(row: 2, column: 0, rows: 1, columns: 10)) {
      $0.draw("abXdYf", row: 2, column: 1)
    }
    grid.endParts()
    #expect(changes())
    #expect(window.spans == ["2:3+3"])
    grid.beginParts()
    grid.endParts()
    #expect(!changes())
    #expect(window.spans == [])
  }

  /// Frames that were not shown, frames that were drawn anew, drawing outside of parts, copies, and a
  /// window that lost what it had: the window always ends with what the grid has.
  @Test(arguments: 0..<200)
  func theWindowHasWhatTheGridHas(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let rects = (0..<Self.size.rows).map { Rect(row: $0, column: 0, rows: 1, columns: 10) }
    var ids = rects.map { _ in PartID.next() }
    var (grid, window) = (Grid(size: Self.size), Window())
    var kept = grid
    for _ in 0..<40 {
      switch random(8) {
      case 0: grid.clear()
      case 1: grid.draw("outside 漢", row: random(6), column: random(10))
      case 2: kept = grid
      case 3: swap(&grid, &kept)
      case 4: window.forget()
      default:
        grid.beginParts()
        for (row, rect) in rects.enumerated() {
          if random(3) == 0 { ids[row] = .next() }
          grid.part(ids[row], rect) { $0.draw("\(random(1000)) é", row: row, column: random(6)) }
        }
        grid.endParts()
      }
      guard random(3) > 0 else { continue }
      _ = window.adopt(grid)
      #expect(window.bases == bases(grid))
    }
  }
}
