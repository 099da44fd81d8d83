import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Keys in fields: what is typed is what changes.
@Suite struct FieldTests {
  @Test func typingChangesTheValueAndNothingElse() {
    var model = makeModel()
    model.visit("slotDuration")
    let effects = model.press("Ctrl-U 4 5")
    #expect(effects.isEmpty)
    #expect(model.body == ["slotDuration": 45])
    #expect(model.document?.undoSteps.map(\.title) == ["Slot duration: 30 min → 45 min"])
    #expect(model.document?.undoSteps.count == 1)
  }

  @Test func tabsLeadToTheSecondFieldOfASection() {
    var model = makeModel()
    model.press("Esc Down Down Down Down Down Down Enter")
    #expect(model.focusedPath == "slotDuration")
    model.press("Tab Tab")
    #expect(model.focusedPath == "slotBuffer", "a unit stands on the line of its number")
    model.press("Shift-Tab")
    #expect(model.focusedPath == "slotInterval")
  }

  @Test func focusGoesOnInTheNextSection() {
    var model = makeModel()
    model.visit("appoinmentPerDay")
    model.press("Tab")
    #expect(model.focusedPath == "lookBusyConfig.enabled")
    model.press("Up")
    #expect(model.focusedPath == "appoinmentPerDay")
  }

  @Test func aWrongNumberIsKeptAndSaid() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U \"4x\"")
    #expect(model.document?["slotDuration"] == "4x")
    #expect(model.screen.contains("\"4x\" is not a number."))
    model.press("Tab")
    #expect(model.focusedPath == "slotInterval", "a problem must not hold the focus")
    #expect(model.screen.contains("is not a number"))
  }

  @Test func anEmptyNumberIsUnset() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U")
    #expect(model.document?["slotDuration"] == nil)
    #expect(model.screen.contains("unset (default 30)"))
  }

  @Test func readlineKeysEditText() {
    var model = makeModel()
    model.visit("name")
    model.press("Ctrl-A \"The \" Alt-F Ctrl-K \"!\"")
    #expect(model.document?["name"] == "The Consultation!")
    model.press("Ctrl-W Ctrl-W \"Hair\"")
    #expect(model.document?["name"] == "Hair")
  }

  @Test func digitsTakeThePlaceOfANumber() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("4 5")
    #expect(model.document?["slotDuration"] == 45)
    model.press("Down Up End 5")
    #expect(model.document?["slotDuration"] == 455, "End edits it")
    model.press("Down Up Backspace")
    #expect(model.document?["slotDuration"] == 45)
    model.press("Down Up h")
    #expect(model.document?["slotDurationUnit"] == "hours", "a letter is a unit")
    #expect(model.document?["slotDuration"] == 45)
    model.press("Down Up")
    _ = model.update(.terminal(.paste("20")))
    #expect(model.document?["slotDuration"] == 20)
    model.press("Ctrl-Z")
    #expect(model.document?["slotDuration"] == 45)
  }

  @Test func spaceTogglesAndLettersChoose() {
    var model = makeModel()
    model.visit("autoConfirm")
    model.press("Space")
    #expect(model.document?["autoConfirm"] == false)
    model.press("y")
    #expect(model.document?["autoConfirm"] == true)
    model.visit("slotDurationUnit")
    model.press("h")
    #expect(model.document?["slotDurationUnit"] == "hours")
    model.visit("teamMembers[0].priority")
    // Hours that are typed a line too high choose nothing.
    let before = model.document?["teamMembers[0].priority"]
    model.press("0 . 5")
    #expect(model.document?["teamMembers[0].priority"] == before)
    model.press("l")
    #expect(model.document?["teamMembers[0].priority"] == 0)
  }

  @Test func availabilityTypeHasItsThreeChoices() {
    var model = makeModel()
    model.visit("availabilityType")
    #expect(model.screen.contains("Both"))
    model.press("Enter Down Enter")
    #expect(model.document?["availabilityType"] == 0)
    model.press("Enter Down Enter")
    #expect(model.document?["availabilityType"] == 1)
    model.press("b")
    #expect(model.document?["availabilityType"] == .null)
    #expect(model.document?.isModified == false)
  }

  @Test func unsetNullAndEmptyAreDifferent() {
    var model = makeModel()
    model.visit("notes")
    model.press("Ctrl-X")
    #expect(model.document?["notes"] == nil)
    model.press("Ctrl-O n Enter")
    #expect(model.document?["notes"] == .null)
    #expect(model.body == ["notes": .null])
    model.press("Ctrl-R")
    #expect(model.document?["notes"] == "")
    #expect(model.document?.isModified == false)
  }

  @Test func daysAreSwitched() {
    var model = makeModel()
    model.visit("openHours[0].daysOfTheWeek")
    model.press("Enter Space 6 Enter")
    #expect(model.document?["openHours[0].daysOfTheWeek"] == [0, 1, 2, 3, 4, 5, 6])
    model.press("0")
    #expect(model.document?["openHours[0].daysOfTheWeek"] == [1, 2, 3, 4, 5, 6])
  }

  @Test func longTextTakesLines() {
    var model = makeModel()
    model.visit("description")
    model.press("Enter Enter \"third\" Esc")
    #expect(model.document?["description"] == "First line\nsecond line\nthird")
    #expect(model.document?.undoSteps.count == 1)
  }

  @Test func aPasteIsOneStepAndNoCommand() {
    var model = makeModel()
    model.visit("name")
    _ = model.update(.terminal(.paste("line one\nline two\u{1b}[A\n")))
    #expect(model.document?["name"]?.text == "line one line two[A")
    #expect(model.status?.text == "1 control character left out of what was pasted.")
    #expect(model.document?.undoSteps.count == 1)
    model.press("Ctrl-Z")
    #expect(model.document?["name"] == "Consultation")
    model.visit("autoConfirm")
    _ = model.update(.terminal(.paste("n")))
    #expect(model.document?["autoConfirm"] == true)
    #expect(model.status?.text.contains("paste") == true)
  }

  @Test func readOnlyFieldsSaySo() {
    var model = makeModel()
    model.visit("locationId")
    model.press("h")
    #expect(model.document?["locationId"] == "ve9EPM428h8vShlRW1KT")
    #expect(model.status?.text.contains("The service sets") == true)
    #expect(model.screen.contains("read-only, never sent"))
  }

  /// What stands behind a text while it is typed stands two cells behind it, however wide it is.
  @Test(arguments: ["45", "４５分", "४५ मिनट", "45 นาที", "4e\u{301}", "👍", "🇩🇪", "a\u{200D}b"])
  func unitsStandBehindWhatIsTyped(text: String) throws {
    var model = makeModel(columns: 120)
    model.visit("slotDuration")
    model.press("Ctrl-U \"\(text)\"")
    var grid = Grid(size: model.size)
    model.draw(into: &grid)
    let cursor = try #require(grid.cursor)
    let row = grid.row(cursor.row)
    let behind = row[(row.startIndex + cursor.column)...].prefix(5).map(\.base)
    #expect(behind == "  min".unicodeScalars.map(\.value))
  }

  /// And so does what typed hours mean.
  @Test(arguments: ["9-12", "9-12\u{3000}"])
  func meaningsStandBehindTypedHours(text: String) throws {
    var model = makeModel(columns: 120)
    model.goToEditor(of: "openHours")
    let line = try #require((0..<model.layout.count).first { model.layout[$0]?.day == 1 })
    model.focus(line: line)
    model.syncInput()
    model.press("\"\(text)\"")
    var grid = Grid(size: model.size)
    model.draw(into: &grid)
    let cursor = try #require(grid.cursor)
    let row = grid.row(cursor.row)
    let behind = row[(row.startIndex + cursor.column)...].prefix(3).map(\.base)
    #expect(behind == "  =".unicodeScalars.map(\.value))
  }
}
