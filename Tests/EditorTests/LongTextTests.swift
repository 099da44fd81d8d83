import JSON
import Testing
import TextUI

@testable import Editor

/// A text of several lines, edited in place.
@Suite struct LongTextTests {
  private func opened(_ text: String, rows: Int = 24, columns: Int = 80) -> TestApp {
    var calendar = sampleCalendar
    _ = calendar.update(at: "description") { $0 = .text(text) }
    var model = makeModel(calendar, rows: rows, columns: columns)
    model.visit("description")
    model.press("Enter")
    return model
  }

  private func lines(_ model: TestApp) -> [String] {
    model.screen.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [(24, 80), (12, 40), (40, 120)])
  func pagesAreAsHighAsTheText(rows: Int, columns: Int) throws {
    let text = (1...99).map { "line \($0)" }.joined(separator: "\n")
    var model = opened(text, rows: rows, columns: columns)
    #expect(model.screen.contains("line 99 "))
    let before = lines(model).filter { $0.contains("│ line ") }
    model.press("PgUp PgUp")
    let after = lines(model).filter { $0.contains("│ line ") }
    // A line of the page before is still there, so that one can go on reading.
    #expect(after.count == before.count)
    let seen = Set(before).intersection(after).count
    #expect(seen <= 2 && !model.screen.contains("line 99 "))
    model.press("PgDn PgDn")
    #expect(model.screen.contains("line 99 "))
    for _ in 0..<60 { model.press("PgUp") }
    model.press("Home \"x\"")
    #expect(model.document?["description"]?.text == "x" + text)
  }

  /// The cursor moves through what is shown before that scrolls.
  @Test func movingUpDoesNotScrollAtOnce() {
    let text = (1...60).map { "line \($0)" }.joined(separator: "\n")
    var model = opened(text)
    let before = lines(model).filter { $0.contains("│ line ") }
    model.press("Up Up Up")
    #expect(lines(model).filter { $0.contains("│ line ") } == before)
    model.press("\"!\"")
    #expect(model.document?["description"]?.text?.contains("line 57!") == true)
  }

  @Test func wideCharactersWrapWhole() throws {
    var model = opened(String(repeating: "日本語", count: 60), rows: 24, columns: 60)
    for line in lines(model) { #expect(line.displayWidth <= 60) }
    let text = lines(model).filter { $0.contains("日") || $0.contains("本") }
    #expect(text.count >= 6)
    #expect(text.allSatisfy { $0.hasPrefix("│ ") && $0.hasSuffix(" │") })
    model.press("Home Down End \"!\"")
    #expect(model.body[key: "description"] != nil)
  }

  @Test func tabsAreTypedAndSeen() {
    var model = opened("a")
    model.press("Tab \"b\"")
    #expect(model.document?["description"] == "a\tb")
    #expect(model.screen.contains("a␉b"))
  }

  // MARK: pastes

  @Test(arguments: [
    ("x\u{1b}[Ay", "x[Ay", 1), ("a\u{7}\u{8}\u{9b}b", "ab", 3), ("a\u{0}", "a", 1),
    ("one\ttab\nline\r\nnext", "one\ttab\nline\nnext", 0), ("e\u{301}👩‍👩‍👧", "e\u{301}👩‍👩‍👧", 0),
  ])
  func controlCharactersAreLeftOut(pasted: String, kept: String, count: Int) {
    var model = opened("")
    for inside in [true, false] {
      if !inside { model.press("Ctrl-Z Esc") }
      _ = model.update(.terminal(.paste(pasted)))
      #expect(model.document?["description"]?.text == kept)
      let said =
        count == 0
        ? nil
        : "\(count) control character\(count == 1 ? "" : "s") left out of what was pasted."
      #expect(model.status?.text == said)
      if let said { #expect(model.screen.contains(said)) }
    }
    #expect(model.document?.undoSteps.count == 1)
  }

  // MARK: other keys

  @Test(arguments: [("Ctrl-F", "Search"), ("Ctrl-P", "Actions"), ("Ctrl-S", "Review")])
  func whatLeadsElsewhere(keys: String, title: String) {
    var model = opened("text")
    model.press("\"!\"")
    model.press(keys)
    #expect(model.dialogs.count == 1)
    #expect(model.screen.contains("─ \(title)"))
    #expect(model.document?["description"] == "text!")
  }

  @Test func commandsOfTheFormSaySo() {
    var model = opened("text")
    model.press("F8")
    #expect(model.dialogs.count == 1)
    #expect(model.screen.contains("works in the form; Esc goes back"))
    model.press("F1")
    #expect(model.dialogs.count == 2)
    model.press("Esc Ctrl-L")
    #expect(model.dialogs.count == 1)
  }

  @Test func aClickPlacesTheCursor() throws {
    var model = opened("first line\nsecond line")
    model.calendar.display.usesMouse = true
    let lines = lines(model)
    let row = try #require(lines.firstIndex { $0.contains("│ first line") })
    let range = try #require(lines[row].firstRange(of: "line"))
    let column = lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
    for _ in 0..<2 {
      let click = MouseEvent(kind: .press, position: Position(row: row, column: column))
      _ = model.update(.terminal(.mouse(click)))
    }
    model.press("\"new \"")
    #expect(model.document?["description"] == "first new line\nsecond line")
  }
}
