import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The cursor stands on what is selected, whatever has the focus: a screen reader and a magnifier follow
/// it.
@Suite struct CursorTests {
  private static let sizes: [(rows: Int, columns: Int)] = [(24, 80), (12, 40), (40, 120)]

  /// The cursor of the next frame, drawn over the one before as the program does.
  private func draw(_ model: inout TestApp, _ grid: inout Grid) -> Position? {
    model.scroll()
    model.app.draw(into: &grid)
    return grid.cursor
  }

  @Test(arguments: sizes) func itStandsOnTheChosenSection(_ size: (rows: Int, columns: Int)) throws
  {
    var model = makeModel(rows: size.rows, columns: size.columns)
    var grid = Grid(size: model.size)
    model.press("Esc Home")
    #expect(model.workspace.isInList)
    for entry in Workspace.entries.indices {
      #expect(model.workspace.entry == entry)
      // A second frame, in which nothing has changed, leaves it where it is.
      for _ in 0..<2 {
        let drawn = draw(&model, &grid)
        let cursor = try #require(drawn, "\(entry)")
        let place = SectionListView.entry(at: cursor, model.calendar)
        #expect(place == entry, "\(cursor)\n\(grid.text)")
        #expect(grid[cursor.row, cursor.column - 2].base == 0x203A, "\(grid.text)")
      }
      model.press("Down")
    }
    // Into the form and out of it.
    model.press("Home Enter")
    let inForm = draw(&model, &grid)
    var cursor = try #require(inForm)
    #expect(SectionListView.entry(at: cursor, model.calendar) == nil)
    model.press("Esc")
    let inList = draw(&model, &grid)
    cursor = try #require(inList)
    #expect(SectionListView.entry(at: cursor, model.calendar) == 0)
  }

  @Test(arguments: sizes) func itStandsOnTheLineWithTheFocus(
    _ size: (rows: Int, columns: Int)
  ) throws {
    for entry in Workspace.entries.indices {
      var model = makeModel(rows: size.rows, columns: size.columns)
      var grid = Grid(size: model.size)
      model.calendar.workspace.choose(entry: entry)
      model.enterForm()
      for line in 0..<min(80, model.layout.count)
      where model.layout[line]?.isFocusable == true {
        model.focus(line: line)
        model.syncInput()
        for _ in 0..<2 {
          let drawn = draw(&model, &grid)
          let cursor = try #require(
            drawn, "\(Workspace.entries[entry]) \(line)\n\(grid.text)")
          let month = model.frame.month.flatMap { $0.line == line ? [$0.rect, $0.foot] : nil }
          let rects =
            month ?? model.frame.places.filter { $0.line == line }.map(\.rect)
          #expect(
            rects.contains { $0.contains(cursor) },
            "\(Workspace.entries[entry]) \(line) \(cursor) \(rects)\n\(grid.text)")
        }
      }
    }
  }

  /// Over the list of sections a dialog has it, and the list has it again behind it.
  @Test func aDialogHasItWhileItIsOpen() throws {
    var model = makeModel()
    var grid = Grid(size: model.size)
    model.press("Esc")
    let before = draw(&model, &grid)
    #expect(before != nil)
    model.press("Ctrl-P")
    let over = draw(&model, &grid)
    #expect(over != nil && over != before)
    model.press("Esc")
    let behind = draw(&model, &grid)
    #expect(behind == before)
  }
}
