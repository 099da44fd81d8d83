import CalendarModel
import Testing
import TextUI

@testable import Editor

/// The screens as text, at the sizes people have.
@Suite struct ScreenTests {
  struct Shape: Sendable, CustomStringConvertible {
    let columns: Int
    let rows: Int
    var description: String { "\(columns)x\(rows)" }
  }

  static let shapes = [
    Shape(columns: 120, rows: 40), Shape(columns: 80, rows: 24), Shape(columns: 40, rows: 12),
  ]

  @Test(arguments: Section.allCases, shapes)
  func section(_ section: Section, _ shape: Shape) throws {
    var model = makeModel(rows: shape.rows, columns: shape.columns)
    model.visit(.init([.key(CalendarSchema.fields(in: section)[0].key)]))
    try expectSnapshot(model.screen, "section-\(section.rawValue)-\(shape)")
  }

  /// A picture, and the keys that lead to it.
  static let scenes: [(name: String, keys: String)] = [
    ("start", ""),
    ("sections", "Esc Down"),
    ("hours-typed", "Ctrl-F \"openHours\" Enter \"9-12, 13-25\""),
    ("member", "Ctrl-F \"teamMembers\" Enter Tab Enter"),
    ("problem", "Ctrl-F \"slotDuration\" Enter Ctrl-U \"soon\""),
    ("choice", "Ctrl-F \"widgetType\" Enter Enter"),
    ("days", "Ctrl-F \"daysOfTheWeek\" Enter Enter"),
    ("long-text", "Ctrl-F \"description\" Enter Enter"),
    ("review", "Ctrl-F \"slotDuration\" Enter Ctrl-U \"45\" Ctrl-F \"priority\" Enter h Ctrl-S"),
    ("review-errors", "Ctrl-F \"enableRecurring\" Enter Space Ctrl-S Ctrl-S"),
    ("search", "Ctrl-F \"buffer\""),
    ("palette", "Ctrl-P \"row\""),
    ("help", "Ctrl-F \"priority\" Enter F1"),
    ("values", "Ctrl-F \"slotDuration\" Enter Ctrl-O"),
    ("quit", "Ctrl-F \"slotDuration\" Enter \"5\" Ctrl-Q"),
    ("all-fields", "Esc End Enter"),
  ]

  @Test(arguments: scenes.map(\.name), shapes)
  func scene(_ name: String, _ shape: Shape) throws {
    var model = makeModel(rows: shape.rows, columns: shape.columns)
    let scene = try #require(Self.scenes.first { $0.name == name })
    model.press(scene.keys)
    try expectSnapshot(model.screen, "scene-\(name)-\(shape)")
  }

  @Test func tooSmallSaysWhatIsNeeded() {
    let model = makeModel(rows: 11, columns: 39)
    #expect(model.screen.contains("caledit needs 40x12"))
    #expect(model.screen.contains("39x11"))
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 200), (200, 3), (12, 39)])
  func noSizeBreaksIt(rows: Int, columns: Int) {
    var model = makeModel(rows: rows, columns: columns)
    _ = model.screen
    model.press("Down Enter Tab")
    _ = model.screen
  }

  @Test func asciiScreensAreASCII() {
    for scene in Self.scenes {
      var model = makeModel(isASCII: true)
      model.press(scene.keys)
      #expect(model.screen.utf8.allSatisfy { $0 < 0x7F }, "\(scene.name): \(model.screen)")
    }
  }

  @Test func hostileTextIsShownAsSymbols() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "name") { $0 = "a\u{1b}]0;x\u{7}b\u{9b}31m\u{202e}c\u{200b}" }
    var model = makeModel(calendar)
    model.visit("name")
    let screen = model.screen
    #expect(screen.contains("a␛]0;x␇b<9B>31m<RLO>c<ZWSP>"))
    #expect(!screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func wideCharactersStayAligned() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "name") { $0 = "日本語カレンダー" }
    _ = calendar.update(at: "slug") { $0 = "e\u{301}te\u{301}" }
    var model = makeModel(calendar)
    model.press("Enter Tab")
    var grid = Grid(size: model.size)
    model.draw(into: &grid)
    for row in 1..<10 {
      #expect(grid[row, 22].base == 0x2502, "the border of row \(row) has moved")
    }
  }
}
