import CalendarModel
import Testing

@testable import Editor

/// The date-specific hours as text, at the sizes people have.
@Suite struct DateScreenTests {
  static let scenes: [(name: String, keys: String)] = [
    ("month", ""), ("problem", "\"24 Dec clo\""), ("command", "\"12-24..31 closed\""),
    ("changed", "\"12-24..28 9-12\" Enter \"2026-12-31 closed\" Enter \"7 Dec\" Enter Tab -"),
    ("run", "\"24 Dec\" Enter Space Down Left"), ("deleted", "\"24 Dec\" Enter - } } - {"),
    ("list", "Tab Tab"), ("past", "Tab Up Enter Down Down"),
    ("copy", "\"24 Dec\" Enter Ctrl-D \"12-25, 26 Dec, 3x\""),
  ]

  @Test(arguments: scenes.map(\.name), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    var model = makeModel(dateCalendar, rows: shape.rows, columns: shape.columns)
    model.goToEditor(of: DateIndex.path)
    let scene = try #require(Self.scenes.first { $0.name == name })
    model.press(scene.keys)
    try expectSnapshot(model.screen, "dates-\(name)-\(shape)")
  }

  @Test func asciiScreensAreASCII() {
    for scene in Self.scenes {
      var model = makeModel(dateCalendar, isASCII: true)
      model.goToEditor(of: DateIndex.path)
      model.press(scene.keys)
      #expect(model.screen.utf8.allSatisfy { $0 < 0x7F }, "\(scene.name): \(model.screen)")
    }
  }
}
