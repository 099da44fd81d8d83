import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// What every dialog shows: the selected line, the cursor on it, and the same in words.
@Suite struct DialogScreenTests {
  /// The dialog on top, alone on the screen.
  private func grid(_ model: TestApp) -> Grid {
    var grid = Grid(size: model.size)
    let editor = model.calendar
    var dialogs = editor.dialogs
    dialogs.changeAll { $0.layOut(editor) }
    dialogs.last?.draw(editor, in: &grid, room: Screen.room(editor))
    return grid
  }

  @Test(arguments: DialogCases.names, [(24, 80), (12, 40), (40, 120)])
  func theCursorStandsOnTheSelectedLine(name: String, size: (rows: Int, columns: Int)) throws {
    let model = try #require(DialogCases.model(name, rows: size.rows, columns: size.columns))
    let grid = grid(model)
    let cursor = try #require(grid.cursor, "\(name)")
    #expect((1..<size.rows - 1).contains(cursor.row))
    let marks = (0..<size.rows).filter { row in
      grid.row(row).first { $0.base != 0x20 && $0.base != 0x2502 }?.base == 0x203A
    }
    #expect(marks.isEmpty || marks == [cursor.row], "\(name)\n\(grid.text)")
  }

  /// The dialogs in which one of several lines is selected.
  static let lists = DialogCases.names.filter {
    ![
      "SecretPromptDialog", "TextDialog", "LongTextDialog", "PromptDialog", "EmailListDialog",
      "WelcomeDialog",
    ].contains($0)
  }

  @Test(arguments: lists, Theme.all.map(\.name))
  func theSelectedLineIsSeenInEveryTheme(name: String, theme: String) throws {
    let theme = try #require(Theme.all.first { $0.name == theme })
    let model = try #require(DialogCases.model(name, rows: 24, columns: 80, theme: theme))
    let grid = grid(model)
    let cursor = try #require(grid.cursor)
    let cell = grid[cursor.row, cursor.column]
    #expect(cell.style.attributes.contains(.reverse), "\(name)\n\(grid.text)")
    let row = grid.row(cursor.row)[...].map(\.base)
    #expect(row.contains(0x203A), "\(name): no focus mark\n\(grid.text)")
  }

  /// The pieces of text that stand in the frame of the dialog on top.
  private func pieces(_ model: TestApp) -> [String] {
    let grid = grid(model)
    // What stands on the lower border says where in the whole that is.
    var lines = grid.text.split(separator: "\n").map(String.init)
    if let foot = lines.lastIndex(where: { $0.contains("└") }) { lines.remove(at: foot) }
    return lines.flatMap { line in
      line.replacing(/[─│┌┐└┘]/, with: "  ").split(separator: /\s{2,}/).map(String.init)
    }
  }

  private func squeezed(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && !"›✓…".contains($0) })
  }

  @Test(arguments: DialogCases.names, [(40, 120), (24, 80)])
  func theWordsAreThoseOfTheScreen(name: String, size: (rows: Int, columns: Int)) throws {
    let model = try #require(DialogCases.model(name, rows: size.rows, columns: size.columns))
    let words = try #require(model.dialogs.last).words(model.calendar)
    let all = squeezed(words.joined(separator: " "))
    for piece in pieces(model) {
      let text = squeezed(piece.replacing(/PgDn: more|PgUp: back|\(a: all\)/, with: ""))
      #expect(text.isEmpty || all.contains(text), "\(name): “\(piece)” is not in \(words)")
    }
    for line in words { #expect(!line.contains { $0.isNewline }) }
  }
}
