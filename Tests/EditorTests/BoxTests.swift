import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The screen without frames, and without colours.
@Suite struct BoxTests {
  /// What lines, corners and bars are drawn with.
  private static let drawn = 0x2500...0x259F

  @Test(arguments: DialogCases.names, [(24, 80), (12, 40), (40, 120)])
  func noDialogHasAFrame(name: String, size: (rows: Int, columns: Int)) throws {
    let model = try #require(DialogCases.model(name, rows: size.rows, columns: size.columns))
    let (plain, framed) = (
      model.plainGrid(boxes: false), model.plainGrid(boxes: true, isASCII: false)
    )
    #expect(!plain.text.unicodeScalars.contains { Self.drawn.contains(Int($0.value)) })
    // All that is left out is lines.
    #expect(words(plain) == words(framed), "\(plain.text)\n\(framed.text)")
    #expect(plain.cursor == framed.cursor)
  }

  @Test func noSectionHasAFrameOrABar() {
    for (rows, columns) in [(24, 80), (12, 40), (40, 120)] {
      for entry in Workspace.entries.indices {
        var model = makeModel(rows: rows, columns: columns)
        model.calendar.workspace.choose(entry: entry)
        let plain = model.plainGrid(boxes: false)
        #expect(!plain.text.unicodeScalars.contains { Self.drawn.contains(Int($0.value)) })
        let ascii = model.plainGrid(boxes: false, isASCII: true).text
        #expect(!ascii.contains("|") && !ascii.contains("--") && !ascii.contains("##"), "\(ascii)")
      }
    }
  }

  private func words(_ grid: Grid) -> [String] {
    var text = String.UnicodeScalarView()
    for scalar in grid.text.unicodeScalars {
      text.append(Self.drawn.contains(Int(scalar.value)) ? " " : scalar)
    }
    let bars = String(text).replacing("·", with: " ")
    return bars.split(whereSeparator: \.isWhitespace).map(String.init).filter {
      !["0", "6", "12", "18", "24"].contains($0)
    }
  }

  /// What colours tell stands there as text as well: two calendars that differ in one thing differ in
  /// their text, not only in their style.
  @Test(arguments: [
    ("slotDuration", "\"45\" Down"), ("slotDuration", "Ctrl-X Down"),
    ("slotDuration", "\"abc\" Down"),
    ("autoConfirm", "Space Down"), ("availabilities[0]", "Ctrl-X"), ("openHours", "Down"),
    ("slug", "\"x\" Ctrl-S"),
  ])
  func noStateIsColourAlone(path: String, keys: String) {
    var one = makeModel(rows: 40, columns: 120)
    one.visit(JSONPath(path))
    var other = one
    other.press(keys)
    for boxes in [true, false] {
      #expect(one.plainGrid(boxes: boxes).text != other.plainGrid(boxes: boxes).text)
    }
  }

  /// The cursor stands on the line that has the focus, beside its mark.
  @Test func theCursorStandsOnTheLineWithTheFocus() {
    for (rows, columns) in [(24, 80), (12, 40), (40, 120)] {
      for entry in Workspace.entries.indices {
        var model = makeModel(rows: rows, columns: columns)
        model.calendar.workspace.choose(entry: entry)
        model.calendar.enterForm()
        for number in 0..<model.layout.count where model.layout[number]?.isFocusable == true {
          model.focus(line: number)
          model.syncInput()
          model.scroll()
          let grid = model.plainGrid(boxes: true)
          guard let cursor = grid.cursor else {
            Issue.record("no cursor on line \(number) of \(Workspace.entries[entry])")
            continue
          }
          let isMonth = model.layout[number]?.isMonth == true
          let marks = (0..<rows).filter { row in
            // The list of sections beside the form has a mark of its own.
            ((columns < 64 ? 0 : columns >= 100 ? 25 : 23)..<columns).contains {
              grid[row, $0].base == 0x203A
            }
          }
          #expect(isMonth || marks == [cursor.row], "line \(number): \(grid.text)")
        }
      }
    }
  }
}
