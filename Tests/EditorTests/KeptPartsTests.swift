import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// What is not drawn again looks as if it had been.
@Suite("Kept parts of the screen", .timeLimit(.minutes(240)))
struct KeptPartsTests {
  /// The screen drawn by somebody who remembers nothing.
  private func drawnAnew(_ editor: CalendarEditor) -> Grid {
    var editor = editor
    editor.frame = FormFrame()
    var grid = Grid(size: editor.size, isASCII: editor.isASCII)
    editor.scroll()
    if Screen.fits(editor.size) {
      Screen.drawWhole(editor, Screen.parts(editor), in: &grid)
    } else {
      editor.draw(into: &grid)
    }
    return grid
  }

  private func isSame(_ a: Grid, _ b: Grid) -> Bool {
    a.size == b.size && a.cursor == b.cursor
      && (0..<a.size.rows).allSatisfy { a.row($0) == b.row($0) }
  }

  @Test(arguments: 1...UInt64(28))
  func lookLikeANewScreenWhateverHappens(seed: UInt64) {
    var session = RandomSession(seed: seed &* 7919)
    var grid = Grid(size: Size(rows: 1, columns: 1))
    var kept = Grid(size: Size(rows: 1, columns: 1))
    var frame = FormFrame()
    for step in 0..<300 {
      session.step()
      // What is on the screen is drawn into two grids, one of which skips frames.
      var editor = session.model.calendar
      swap(&editor.frame, &frame)
      editor.scroll()
      frame = editor.frame
      editor.draw(into: &grid)
      if step % 3 == 0 { editor.draw(into: &kept) }
      let anew = drawnAnew(editor)
      guard isSame(grid, anew), step % 3 != 0 || isSame(kept, anew) else {
        Issue.record("step \(step) of \(seed):\n\(grid.text)\n--- anew\n\(anew.text)")
        return
      }
    }
  }

  /// Fields that show more than their own value: what stands in another one, what is found there.
  @Test(arguments: [
    ("slotDuration", "slotDurationUnit"), ("formSubmitType", "formSubmitRedirectUrl"),
    ("eventType", "teamMembers"), ("calendarType", "teamMembers"),
    ("lookBusyConfig", "slotInterval"), ("enableRecurring", "recurring"),
  ])
  func followOtherProperties(shown: String, changed: String) throws {
    var model = makeModel(rows: 60, columns: 120)
    var grid = Grid(size: model.size)
    model.calendar.go(to: JSONPath([.key(shown)]))
    for value in [nil, "1", 5, "hours", [:], true] as [JSONValue?] {
      model.calendar.edit(JSONPath([.key(changed)]), to: value)
      model.scroll()
      model.draw(into: &grid)
      #expect(grid.text == drawnAnew(model.calendar).text)
    }
  }
}
