import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Clicks and the wheel; places are found on the screen as it is drawn.
@Suite struct MouseTests {
  static let sizes = [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80)]

  private func model(_ size: Size = Size(rows: 24, columns: 80)) -> TestApp {
    var model = makeModel(rows: size.rows, columns: size.columns)
    model.calendar.display.usesMouse = true
    model.scroll()
    return model
  }

  @Test(arguments: sizes)
  func aClickOnASectionOpensIt(size: Size) throws {
    var model = model(size)
    try model.click("Slots and limits")
    #expect(!model.workspace.isInList)
    #expect(model.focusedPath == "slotDuration")
  }

  /// In one column the list fills the screen, and the form lies behind it.
  @Test func theSectionListOfANarrowScreen() throws {
    var model = model(Size(rows: 12, columns: 40))
    model.press("Esc")
    try model.click("Team members")
    #expect(model.workspace.page.kind == .section(.team))
    #expect(!model.workspace.isInList)
  }

  @Test(arguments: sizes)
  func aClickFocusesALine(size: Size) throws {
    var model = model(size)
    model.visit("name")
    try model.click("Widget layout", column: 40)
    #expect(model.focusedPath == "widgetType")
    #expect(model.dialogs.isEmpty)
    try model.click("Widget layout", column: 30)
    #expect(model.dialogs.count == 1)
  }

  /// Only two clicks are a second click: the focus that the keys have brought is none.
  @Test func theFocusOfTheKeysIsNoClick() throws {
    var model = model()
    model.visit("widgetType")
    try model.click("Widget layout", column: 30)
    #expect(model.dialogs.isEmpty)
    model.press("Down Up")
    try model.click("Widget layout", column: 30)
    #expect(model.dialogs.isEmpty)
  }

  /// Every line of every section, by what is drawn in it.
  @Test(arguments: sizes)
  func everyLineInSightIsWhereItIsDrawn(size: Size) {
    for entry in Workspace.entries.indices {
      var model = model(size)
      model.workspace.choose(entry: entry)
      model.enterForm()
      model.scroll()
      let parts = Screen.parts(model.calendar)
      for line in model.frame.wholeLines
      where model.layout[line]?.isFocusable == true {
        model.focus(line: line)
        model.syncInput()
        let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
        let marks = lines.indices.flatMap { row in
          lines[row].enumerated().filter { $0.element == "›" && $0.offset >= parts.form.column }
            .map { Position(row: row, column: $0.offset) }
        }
        guard let mark = marks.first(where: { parts.form.contains($0) }) else {
          Issue.record("line \(line) of \(entry) shows no focus")
          continue
        }
        #expect(model.frame.line(at: mark) == line)
      }
    }
  }

  @Test func aTextFieldIsNotLeftByASecondClick() throws {
    var model = model()
    model.visit("description")
    try model.click("  Name  ", column: 50)
    try model.click("  Name  ", column: 50)
    #expect(model.focusedPath == "name")
    model.press("End \"!\"")
    #expect(model.body == ["name": "Consultation!"])
  }

  @Test func whatIsHalfTypedOntoADayIsTakenOver() throws {
    var model = model()
    model.visit("openHours")
    try model.click(" Tue ", column: 40)
    model.press("\"10-11\"")
    try model.click(" Fri ", column: 40)
    #expect(model.body[key: "openHours"] != nil)
    #expect(model.focusedItem?.day == 5)
  }

  /// Every day of the month, beside the entries and above them.
  @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 30, columns: 64)])
  func daysOfTheMonth(size: Size) throws {
    var model = model(size)
    model.visit("availabilities")
    model.focus(line: try #require(model.layout.monthLine))
    model.scroll()
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("24  25") })
    let range = try #require(lines[row].firstRange(of: "24"))
    let column = lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
    model.click(row: row, column: column)
    let wanted = CalendarDate(year: 2026, month: 11, day: 24)
    #expect(model.dates.cursor.date == wanted)
    #expect(model.focusedItem?.isMonth == true)
    model.press("\"9-12\" Enter")
    #expect(model.body[key: "availabilities"] != nil)
    model.click(row: row, column: column)
    #expect(model.dates.cursor.date == wanted)
    model.click(row: row, column: column)
    #expect(model.workspace.pages.count == 2, "the second click opens the entry")
  }

  @Test func theWheelOverAMonthAndItsEntries() throws {
    var model = model(Size(rows: 40, columns: 120))
    model.visit("availabilities")
    model.focus(line: try #require(model.layout.monthLine))
    model.scroll()
    let place = try #require(model.frame.month).rect
    model.wheel(down: true, row: place.row + 3, column: place.column + 3)
    #expect(model.dates.cursor.date.month == 12)
    model.wheel(down: true, row: place.row + 1, column: place.endColumn + 5)
    #expect(model.workspace.page.focus > (model.layout.monthLine ?? 0))
    for _ in 0..<9 { model.wheel(down: true, row: place.row + 1, column: place.endColumn + 5) }
    #expect(model.workspace.page.kind == .section(.dateHours))
  }

  @Test func theWheelMovesTheView() {
    var model = model()
    model.workspace.choose(entry: Workspace.entries.count - 1)
    model.enterForm()
    model.scroll()
    let before = model.workspace.page.focus
    model.wheel(down: true)
    #expect(model.workspace.page.top == 3)
    // The focus stays while it is in sight, and follows when it is not.
    #expect(model.workspace.page.focus >= 3)
    model.wheel(down: true)
    model.wheel(down: true)
    #expect(model.workspace.page.top == 9)
    #expect(model.frame.wholeLines.contains(model.workspace.page.focus))
    for _ in 0..<4 { model.wheel(down: false) }
    #expect(model.workspace.page.top == 0)
    #expect(model.frame.wholeLines.contains(model.workspace.page.focus))
    #expect(model.workspace.page.focus >= before)
    for _ in 0..<200 { model.wheel(down: true) }
    #expect(model.frame.wholeLines.upperBound == model.layout.count)
    #expect(model.frame.wholeLines.count > 5, "the form still fills its place")
  }

  @Test func aShortFormDoesNotScroll() {
    var model = model(Size(rows: 40, columns: 120))
    model.visit("lookBusyConfig")
    let focus = model.workspace.page.focus
    model.wheel(down: true)
    #expect(model.workspace.page.top == 0)
    #expect(model.workspace.page.focus == focus)
  }

  @Test func entriesOfADialog() throws {
    var model = model()
    model.visit("widgetType")
    model.press("Enter")
    try model.click("unset", column: 10, last: true)
    #expect(model.dialogs.count == 1)
    #expect(model.body == [:])
    try model.click("unset", column: 10, last: true)
    #expect(model.dialogs.isEmpty)
    #expect(model.document?["widgetType"] == nil)
  }

  /// A list that is scrolled stays where it is, or the second click would meet another entry.
  @Test func aScrolledListDoesNotJump() throws {
    var model = model()
    model.press("Ctrl-P End")
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = 10
    let title = String(lines[row].dropFirst(4).prefix(12))
    model.click(row: row, column: 10)
    #expect(model.screen.split(separator: "\n")[row].contains(title))
    #expect(model.screen.split(separator: "\n")[row].contains("› " + title))
  }

  @Test func theWheelMovesAListByThree() throws {
    var model = model()
    model.press("Ctrl-P")
    model.wheel(down: true)
    let list = try #require(model.dialogs.last as? PaletteDialog).list
    #expect(list.selection == 3)
    model.wheel(down: false)
    #expect(try #require(model.dialogs.last as? PaletteDialog).list.selection == 0)
  }

  @Test func theWheelScrollsAText() {
    var model = model()
    model.press("F1")
    let before = model.screen
    model.wheel(down: true)
    let lines = before.split(separator: "\n")
    #expect(model.screen.split(separator: "\n")[2] == lines[5])
  }

  @Test func besideALayerNothingHappens() throws {
    var model = model(Size(rows: 40, columns: 120))
    model.visit("widgetType")
    model.press("Enter")
    let before = model.screen
    for (row, column) in [(3, 2), (30, 100), (0, 0), (38, 60)] {
      model.click(row: row, column: column)
      model.click(row: row, column: column)
    }
    #expect(model.screen == before)
  }

  @Test func answersOfAQuestion() throws {
    var model = model()
    model.visit("name")
    model.press("\"!\" Ctrl-Q")
    try model.click("Quit and discard", column: 30)
    #expect(model.dialogs.count == 1)
    let effects = try model.click("Quit and discard", column: 30)
    #expect(effects == [.quit(status: 0, keepsDraft: false)])
  }

  @Test func linesOfTheReview() throws {
    var model = model()
    model.visit("slotDuration")
    model.press("Ctrl-U \"45\" Esc Ctrl-S")
    try model.click("Slot duration", column: 10)
    try model.click("Slot duration", column: 10)
    #expect(model.dialogs.isEmpty)
    #expect(model.focusedPath == "slotDuration")
  }

  @Test func keysOfTheKeyBar() throws {
    var model = model()
    model.visit("name")
    model.press("x")
    try model.click("Ctrl-S Save", column: nil, last: true)
    #expect(model.dialogs.last is ReviewDialog)
    model.press("Esc")
    try model.click("Ctrl-P", column: nil, last: true)
    #expect(model.dialogs.count == 1)
    try model.click("Esc", column: nil, last: true)
    #expect(model.dialogs.isEmpty)
  }

  // MARK: on and off

  @Test func itIsOffUntilItIsAskedFor() throws {
    var model = makeModel()
    model.visit("name")
    let before = model.screen
    model.click(row: 5, column: 3)
    model.wheel(down: true)
    #expect(model.screen == before)
    #expect(model.perform(.mouse) == [.mouse(true)])
    #expect(model.status?.text.contains("Shift") == true)
    try model.click("Slots and limits")
    #expect(model.focusedPath == "slotDuration")
    #expect(model.perform(.mouse) == [.mouse(false)])
  }

  @Test(arguments: [(0, 0), (23, 79), (400, 400), (1, 30)])
  func noPlaceBreaksIt(row: Int, column: Int) {
    for keys in ["", "F1", "Ctrl-P", "Ctrl-F"] {
      var model = model()
      model.press(keys)
      model.click(row: row, column: column)
      model.click(row: row, column: column)
      model.wheel(down: true)
      _ = model.screen
    }
    var small = makeModel(rows: 5, columns: 20)
    small.calendar.display.usesMouse = true
    small.click(row: row, column: column)
  }
}

extension TestApp {
  @discardableResult
  fileprivate mutating func click(row: Int, column: Int) -> [Effect] {
    let position = Position(row: row, column: column)
    let effects = update(.terminal(.mouse(MouseEvent(kind: .press, position: position))))
    scroll()
    return effects
  }

  /// Clicks where a text stands on the screen, or in its row.
  @discardableResult
  fileprivate mutating func click(
    _ text: String, column: Int? = nil, last: Bool = false
  ) throws -> [Effect] {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.indices.filter { lines[$0].contains(text) }
    guard let row = last ? rows.last : rows.first,
      let range = lines[row].firstRange(of: text)
    else { throw Failure("no \(text) on\n\(screen)") }
    return click(
      row: row,
      column: column ?? lines[row].distance(from: lines[row].startIndex, to: range.lowerBound))
  }

  fileprivate mutating func wheel(down: Bool, row: Int = 10, column: Int = 40) {
    let event = MouseEvent(
      kind: down ? .wheelDown : .wheelUp, position: Position(row: row, column: column))
    _ = update(.terminal(.mouse(event)))
    scroll()
  }
}
