import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// What is typed and cannot be read stays on its line; nothing but an explicit key drops it.
@Suite struct UnfinishedTextTests {
  /// Monday, with a text that cannot be read.
  private func monday() throws -> TestApp {
    var model = makeModel()
    model.visit("openHours")
    model.focus(line: try #require(model.layout.firstLine { $0.day == 1 }))
    model.syncInput()
    model.press("\"9-12x\"")
    return model
  }

  /// Every way off the line, by keys and by the mouse.
  @Test(arguments: [
    "Tab", "Up", "Down", "PgDn", "Home", "Ctrl-F", "Ctrl-P", "F1", "F6", "F8", "Alt-.", "Alt-,",
    "Ctrl-Y", "F4", "Ctrl-C",
  ])
  func noWayOffTheLineLosesIt(_ way: String) throws {
    var model = try monday()
    let before = model.document?.current
    model.press(way)
    #expect(model.document?.current == before)
    let draft = try #require(model.draft)
    #expect(([draft.typed].compactMap { $0 } + draft.unfinished.map(\.text)) == ["9-12x"])
    while !model.dialogs.isEmpty { model.press("Esc") }
    model.calendar.go(toUnfinished: .day(1))
    model.syncInput()
    #expect(model.input?.buffer.text == "9-12x")
  }

  /// A dialog that an answer opens comes between two keys.
  @Test func aDialogThatOpensByItselfLosesNothing() throws {
    var other = makeModel()
    other.edit("name", to: "Other")
    let draft = try #require(other.draft)
    var model = try monday()
    _ = model.update(.draftFound(draft, age: "now"))
    #expect(model.dialogs.last is DraftDialog)
    model.press("r")
    #expect(model.unfinished[.day(1)] == "9-12x" && model.document?.isModified == true)
  }

  @Test func itCountsAsAProblemAndIsFound() throws {
    var model = try monday()
    #expect(!model.screen.contains("✗1"), "what is being typed is not wrong yet")
    model.press("Down Down")
    #expect(model.screen.contains("unchanged ✗1"))
    #expect(model.screen.contains("✗ \"x\" cannot be read"))
    model.visit("name")
    model.press("F8")
    #expect(model.focusedItem?.day == 1 && model.input?.buffer.text == "9-12x")
  }

  @Test(arguments: ["Ctrl-S", "Down Ctrl-S"]) func onlySendingWaits(_ keys: String) throws {
    var model = try monday()
    model.edit("name", to: "Other")
    #expect(model.press(keys).isEmpty)
    #expect(model.screen.contains("A text cannot be read"))
    #expect(model.press("g").isEmpty && model.dialogs.isEmpty)
    #expect(model.focusedItem?.day == 1 && model.status?.kind == .problem)
    #expect(model.screen.contains("✗1"), "it is still there")
    model.press("Backspace Enter")
    #expect(model.layout.week?.now[1].ranges.count == 1)
    model.press("Ctrl-S")
    #expect(model.dialogs.last is ReviewDialog)
  }

  @Test func quittingNamesIt() throws {
    var model = try monday()
    model.press("Down Ctrl-Q")
    #expect(model.screen.contains("Monday: \"9-12x\" cannot be read."))
  }

  /// Esc drops it, and the next undo brings it back, unless something else was done.
  @Test func undoBringsItBack() throws {
    var model = try monday()
    model.press("Down Up Esc")
    #expect(model.draft == nil || model.draft?.typed == nil)
    #expect(!model.screen.contains("9-12x  "))
    model.press("Down Ctrl-Z")
    #expect(model.focusedItem?.day == 1 && model.input?.buffer.text == "9-12x")
    model.press("Esc")
    model.edit("name", to: "Other")
    model.press("Ctrl-Z")
    #expect(model.document?.current[key: "name"]?.text == "Consultation")
    #expect(model.unfinished.isEmpty)
  }

  @Test func datesKeepTheirs() {
    var model = makeModel()
    model.visit("availabilities")
    model.focus(line: model.layout.monthLine ?? 0)
    model.press("\"9-25\" Down \"8-26\" Up")
    #expect(model.input?.buffer.text == "9-25")
    model.press("Down")
    #expect(model.input?.buffer.text == "8-26")
    #expect(model.document?.isModified == false)
  }

  @Test func aDraftHasAllOfThem() throws {
    var model = try monday()
    model.press("Down \"7-7-7\" Down")
    let draft = try #require(model.draft)
    let read = try DocumentDraft(json: draft.json())
    #expect(Set(read.unfinished.map(\.text)) == ["9-12x", "7-7-7"] && read.losses.isEmpty)
    var other = makeModel()
    _ = other.update(.draftFound(read, age: "now"))
    other.press("r")
    #expect(Set(other.unfinished.texts.map(\.text)) == ["9-12x", "7-7-7"])
  }
}
