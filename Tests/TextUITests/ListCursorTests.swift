import TestSupport
import Testing

@testable import TextUI

/// The selection of a list, and what of the list is in sight.
@Suite struct ListCursorTests {
  @Test(arguments: [(0, -1, 0), (0, 1, 1), (4, 1, 4), (2, -9, 0), (2, 99, 4), (3, 0, 3)])
  func theSelectionStaysInTheList(from: Int, step: Int, to: Int) {
    var cursor = ListCursor(at: from)
    cursor.move(by: step, of: 5)
    #expect(cursor.index == to)
    cursor.move(by: step, of: 0)
    #expect(cursor.index == 0, "nothing is there to select")
  }

  @Test func theListIsScrolledAsLittleAsNeeded() {
    var cursor = ListCursor()
    func top() -> Int { cursor.top(height: 3, of: 10) }
    for (index, expected) in [(2, 0), (3, 1), (4, 2), (3, 2), (2, 2), (1, 1), (9, 7), (8, 7)] {
      cursor.go(to: index, of: 10)
      cursor.scroll(height: 3, of: 10)
      #expect(top() == expected, "\(index)")
    }
    cursor.scroll(height: 0, of: 10)
    #expect(cursor.top(height: 0, of: 10) == 0)
  }

  /// Whatever happens, the selected entry is in sight, and a click selects what stands there.
  @Test(arguments: 0..<20 as Range<UInt64>) func whatIsSelectedIsInSight(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var cursor = ListCursor(at: Int.random(in: 0..<9, using: &random))
    for _ in 0..<200 {
      let count = Int.random(in: 1...30, using: &random)
      let lines = Int.random(in: 1...4, using: &random)
      let rect = Rect(row: 2, column: 3, rows: Int.random(in: 1...12, using: &random), columns: 9)
      cursor.move(by: Int.random(in: -12...12, using: &random), of: count)
      let height = max(1, rect.rows / lines)
      if Bool.random(using: &random) { cursor.scroll(height: height, of: count) }
      let top = cursor.top(height: height, of: count)
      #expect((top..<top + height).contains(cursor.index))
      #expect(top == 0 || top + height <= count)
      for row in 0..<14 {
        let entry = cursor.entry(
          at: Position(row: row, column: 5), in: rect, of: count, lines: lines)
        let expected = top + (row - rect.row) / lines
        let isThere = rect.contains(Position(row: row, column: 5)) && expected < count
        #expect(entry == (isThere ? expected : nil))
      }
    }
  }
}
