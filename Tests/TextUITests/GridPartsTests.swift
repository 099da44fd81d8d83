import Testing

@testable import TextUI

/// Drawing part by part.
@Suite struct GridPartsTests {
  private let left = Rect(row: 0, column: 0, rows: 1, columns: 3)
  private let right = Rect(row: 0, column: 3, rows: 1, columns: 3)

  /// Draws two texts as parts, and answers which of them were drawn.
  private func draw(
    _ grid: inout Grid, _ parts: [(id: PartID?, rect: Rect, text: String)]
  ) -> [String] {
    var drawn: [String] = []
    grid.beginParts()
    for part in parts {
      grid.part(part.id, part.rect) {
        $0.draw(part.text, row: part.rect.row, column: part.rect.column)
        drawn.append(part.text)
      }
    }
    grid.endParts()
    return drawn
  }

  @Test func whatIsStillThereIsNotDrawnAgain() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    let (a, b, c) = (PartID.next(), PartID.next(), PartID.next())
    #expect(draw(&grid, [(a, left, "abc"), (b, right, "def")]) == ["abc", "def"])
    #expect(draw(&grid, [(a, left, "abc"), (b, right, "def")]) == [])
    #expect(draw(&grid, [(a, left, "abc"), (c, right, "g")]) == ["g"])
    #expect(grid.text == "abcg")
  }

  @Test func whatHasNoIDIsAlwaysDrawn() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    let a = PartID.next()
    _ = draw(&grid, [(a, left, "abc"), (nil, right, "def")])
    #expect(draw(&grid, [(a, left, "abc"), (nil, right, "x")]) == ["x"])
    #expect(grid.text == "abcx")
  }

  @Test func whatStandsElsewhereIsDrawnAgain() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    let (a, b) = (PartID.next(), PartID.next())
    _ = draw(&grid, [(a, left, "abc"), (b, right, "def")])
    #expect(draw(&grid, [(b, left, "def"), (a, right, "abc")]) == ["def", "abc"])
    let wide = Rect(row: 0, column: 0, rows: 1, columns: 6)
    #expect(draw(&grid, [(a, wide, "abc")]) == ["abc"])
    #expect(draw(&grid, [(a, left, "abc"), (b, right, "def")]) == ["abc", "def"])
  }

  @Test func clearingForgetsTheParts() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    let (a, b) = (PartID.next(), PartID.next())
    _ = draw(&grid, [(a, left, "abc"), (b, right, "def")])
    grid.clear()
    #expect(grid.text == "")
    #expect(draw(&grid, [(a, left, "abc"), (b, right, "def")]) == ["abc", "def"])
  }

  @Test func aPartWithoutRoomIsNone() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    let (a, b) = (PartID.next(), PartID.next())
    let none = Rect(row: 0, column: 0, rows: 0, columns: 6)
    _ = draw(&grid, [(a, left, "abc"), (b, right, "def")])
    #expect(draw(&grid, [(a, left, "abc"), (nil, none, "no"), (b, right, "def")]) == [])
  }
}
