import Testing

@testable import TextUI

/// Drawing into cells.
@Suite struct GridTests {
  @Test func drawingIsClipped() {
    var grid = Grid(size: Size(rows: 2, columns: 5))
    grid.draw("abcdefgh", row: 0, column: 3)
    grid.draw("xyz", row: 0, column: -1)
    grid.draw("no", row: 2, column: 0)
    grid.draw("no", row: -1, column: 0)
    grid.draw("no", row: 0, column: 5)
    #expect(grid.text == "yz ab\n")
  }

  @Test func aWideCharacterThatDoesNotFitIsLeftOut() {
    var grid = Grid(size: Size(rows: 1, columns: 4))
    let used = grid.draw("a中中", row: 0, column: 0)
    #expect(used == 3)
    #expect(grid.text == "a中")
    let none = grid.draw("中", row: 0, column: 3)
    #expect(none == 0)
  }

  @Test func halfOfAWideCharacterIsRepaired() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    grid.draw("中中", row: 0, column: 0)
    grid.draw("x", row: 0, column: 1)
    #expect(grid.text == " x中")
    grid.draw("y", row: 0, column: 2)
    #expect(grid.text == " xy")
    grid.draw("中", row: 0, column: 1)
    grid.draw("中", row: 0, column: 2)
    #expect(grid.text == "  中")
    #expect(grid.row(0).map(\.width) == [1, 1, 2, 0, 1, 1])
  }

  @Test func asciiGridsHoldNothingElse() {
    var grid = Grid(size: Size(rows: 2, columns: 30), isASCII: true)
    let used = grid.draw("Ana – “中”… é 😀 ›", row: 0, column: 0)
    grid.fill(Rect(row: 1, column: 0, rows: 1, columns: 3), with: "─")
    #expect(used == "Ana – “中”… é 😀 ›".displayWidth)
    #expect(grid.text == "Ana - \"??\"~ ? ?? /\n---")
  }

  @Test func marksWithoutRoomGoOnInTheNextCell() {
    var grid = Grid(size: Size(rows: 1, columns: 3))
    let marks: [UInt32] = [0x301, 0x302, 0x303, 0x304, 0x305]
    let text = "e" + String(String.UnicodeScalarView(marks.compactMap(Unicode.Scalar.init)))
    let used = grid.draw(text + "x", row: 0, column: 0)
    #expect(used == 3)
    #expect(grid[0, 0].marks == Array(marks[..<4]))
    #expect(grid[0, 1].base == 0x25CC && grid[0, 1].marks == [0x305])
    #expect(grid[0, 2].base == 0x78)
  }

  /// Cells are packed: each part of each is what was put into it.
  @Test func cellsHoldWhatTheyAreGiven() {
    let styles = Style.Color.allCases.flatMap { color in
      [
        Style(color, on: .normal, .reverse), Style(.brightWhite, on: color, [.bold, .underline]),
        Style(color, on: color, [.bold, .dim, .underline, .reverse]),
      ]
    }
    for (number, style) in styles.enumerated() {
      for (base, width) in [(0x20, 1), (0x10FFFF, 2), (0, 0)] as [(UInt32, UInt8)] {
        let marks = Array([0x10FFFF, 0x301, 0xE01EF, 0x200D].prefix(number % 5)) as [UInt32]
        var cell = Cell(base: base, marks: marks, style: style, width: width)
        #expect(cell.base == base && cell.marks == marks && cell.width == width)
        #expect(cell.style == style && cell.hasMarks == !marks.isEmpty)
        #expect(
          cell != Cell(base: base, marks: marks + [0x302], style: style, width: width)
            || marks.count == 4)
        cell.style = .plain
        #expect(cell == Cell(base: base, marks: marks, style: .plain, width: width))
      }
    }
  }

  @Test func panelsLeaveTheirInside() {
    var grid = Grid(size: Size(rows: 4, columns: 12))
    let inside = Panel.draw(
      "A title that is long", in: &grid, rect: Rect(grid.size), symbols: .unicode, border: .plain,
      heading: .plain)
    #expect(inside == Rect(row: 1, column: 2, rows: 2, columns: 8))
    #expect(grid.text == "┌─ A tit… ─┐\n│          │\n│          │\n└──────────┘")
  }
}
