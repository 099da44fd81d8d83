import Testing

@testable import TextUI

/// A month as text.
@Suite struct MonthGridTests {
  /// December 2026 begins on a Tuesday.
  static func month(chosen: Int = 24, run: ClosedRange<Int>? = nil) -> MonthGrid {
    var days = [MonthGrid.Day](repeating: .init(), count: 31)
    days[1] = .init(.open)
    days[8] = .init(.open, isChanged: true)
    days[23] = .init(.closed)
    days[24] = .init(.closed, isChanged: true)
    days[25] = .init(.deleted, isChanged: true)
    return MonthGrid(
      title: "December 2026", weekdays: ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"], firstColumn: 2,
      days: days, chosen: chosen, run: run, today: 22)
  }

  static func text(
    _ month: MonthGrid, rows: Int = 8, columns: Int = 29, isASCII: Bool = false
  ) -> [String] {
    var grid = Grid(size: Size(rows: rows, columns: columns), isASCII: isASCII)
    month.draw(
      in: &grid, rect: Rect(grid.size), symbols: isASCII ? .ascii : .unicode, theme: .mono,
      isFocused: true)
    return grid.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func marksDays() {
    #expect(
      Self.text(Self.month()) == [
        " December 2026",
        " Su  Mo  Tu  We  Th  Fr  Sa",
        "          1   2+  3   4   5",
        "  6   7   8 • 9+ 10  11  12",
        " 13  14  15  16  17  18  19",
        " 20  21  22  23 [24×]25×•26~",
        " 27  28  29  30  31",
        "",
      ])
  }

  @Test func aRunIsJoinedByALine() {
    #expect(
      Self.text(Self.month(chosen: 28, run: 22...28), isASCII: true).suffix(3) == [
        " 20  21  22 -23 -24x*25x*26~", "-27 [28 ]29  30  31", "",
      ])
    var grid = Grid(size: Size(rows: 8, columns: 29))
    Self.month(chosen: 28, run: 22...28).draw(
      in: &grid, rect: Rect(grid.size), symbols: .unicode, theme: .standard, isFocused: true)
    // The title is the label of the line with the focus.
    let reversed = (1..<8).flatMap { row in
      (0..<29).filter { grid[row, $0].style.attributes.contains(.reverse) }
    }
    #expect(reversed.count == 7 * 3)
    #expect(grid[5, 10].style.attributes.contains(.underline), "today is underlined")
    #expect(grid.cursor == Position(row: 6, column: 5))
  }

  @Test func fewLinesShowTheChosenWeek() {
    let month = Self.month(chosen: 31)
    #expect(Self.text(month, rows: 7).count == 7)
    #expect(Self.text(month, rows: 6).first == " December 2026")
    #expect(
      Self.text(month, rows: 3) == [
        " December 2026", " 20  21  22  23  24×•25×•26~", " 27  28  29  30 [31 ]",
      ])
    #expect(Self.text(month, rows: 1) == [" 27  28  29  30 [31 ]"])
    #expect(Self.text(Self.month(chosen: 1), rows: 1) == ["        [ 1 ] 2+  3   4   5"])
  }

  @Test func aCellIsADay() {
    let month = Self.month()
    let rect = Rect(row: 3, column: 10, rows: 8, columns: 29)
    #expect(month.day(at: Position(row: 5, column: 19), in: rect) == 1)
    #expect(month.day(at: Position(row: 8, column: 27), in: rect) == 24)
    #expect(month.day(at: Position(row: 5, column: 12), in: rect) == nil)
    #expect(month.day(at: Position(row: 4, column: 19), in: rect) == nil)
    #expect(month.day(at: Position(row: 9, column: 38), in: rect) == nil)
    #expect(month.day(at: Position(row: 8, column: 9), in: rect) == nil)
    #expect(month.weekCount == 5)
  }
}
