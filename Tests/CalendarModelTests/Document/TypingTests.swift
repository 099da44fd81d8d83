import CalendarModel
import JSON
import Testing

@Suite("Typing")
struct TypingTests {
  static func type(_ texts: [String], into path: JSONPath, of document: inout CalendarDocument) {
    for text in texts {
      guard let field = CalendarSchema.field(at: path) else { return }
      document.set(path, to: FieldText.value(of: text, field: field), typing: true)
    }
  }

  @Test func isOneStep() {
    var document = Calendars.document()
    Self.type(["I", "In", "Int", "Intr", "Intro"], into: "name", of: &document)
    #expect(document.undoSteps.map(\.title) == ["Name: \"Intro call\" → \"Intro\""])
    document.undo()
    #expect(document["name"] == "Intro call")
    document.redo()
    #expect(document["name"] == "Intro")
    #expect(!document.isModified == false)
  }

  /// A step that was undone is over: typing after a redo does not change what undo takes back.
  @Test func afterUndoAndRedoIsAnother() {
    var document = Calendars.document()
    Self.type(["a", "ab"], into: "name", of: &document)
    document.undo()
    document.redo()
    #expect(document.undoSteps.last?.isOpen(for: "name") == false)
    Self.type(["abc"], into: "name", of: &document)
    #expect(document.undoSteps.count == 2)
    document.undo()
    #expect(document["name"] == "ab")
    document.undo()
    #expect(document.current == document.base)
  }

  /// A save ends the step: undo does not lead behind it in one go.
  @Test func afterASaveIsAnother() {
    var document = Calendars.document()
    Self.type(["a", "ab"], into: "name", of: &document)
    document.adopt(saved: document.current)
    Self.type(["abc"], into: "name", of: &document)
    #expect(document.undoSteps.count == 2)
    document.undo()
    #expect(document["name"] == "ab" && !document.isModified)
  }

  @Test func elsewhereOrAfterClosingIsAnother() {
    var document = Calendars.document()
    Self.type(["a", "ab"], into: "name", of: &document)
    Self.type(["c", "cd"], into: "slug", of: &document)
    Self.type(["abc"], into: "name", of: &document)
    document.close()
    Self.type(["abcd"], into: "name", of: &document)
    #expect(
      document.undoSteps.map(\.title) == [
        "Name: \"Intro call\" → \"ab\"", "Slug: \"intro\" → \"cd\"", "Name: \"ab\" → \"abc\"",
        "Name: \"abc\" → \"abcd\"",
      ])
    document.set("name", to: "set")
    Self.type(["typed"], into: "name", of: &document)
    #expect(document.undoSteps.count == 6)
    document.undo()
    #expect(document["name"] == "set")
    Self.type(["again"], into: "name", of: &document)
    #expect(document.undoSteps.count == 6)
  }

  @Test func backToTheStartLeavesNoStep() {
    var document = Calendars.document()
    Self.type(["3", "", "4", "45", "4", "", "3", "30"], into: "slotDuration", of: &document)
    #expect(document["slotDuration"] == 30)
    #expect(document.undoSteps.isEmpty)
    #expect(document.redoSteps.isEmpty)
    #expect(document.current == Calendars.full)
    Self.type(["31"], into: "slotDuration", of: &document)
    #expect(document.undoSteps.count == 1)
  }

  /// The text on the screen must not change under the cursor.
  @Test func anotherSpellingOfTheStartIsKept() {
    var document = Calendars.document()
    Self.type(["30."], into: "slotDuration", of: &document)
    #expect(document["slotDuration"] == "30.")
    Self.type(["30.0"], into: "slotDuration", of: &document)
    #expect(document["slotDuration"]?.number?.spelling == "30.0")
    #expect(!document.isModified)
    Self.type(["30.05"], into: "slotDuration", of: &document)
    #expect(document.undoSteps.map(\.title) == ["Slot duration: 30 min → 30.05 min"])
  }

  @Test func clearedAndTypedAgainKeepsTheStart() {
    var document = Calendars.document(Calendars.parse(#"{"slotDuration":30,"name":"x"}"#))
    Self.type(["3", "", "4", "45"], into: "slotDuration", of: &document)
    #expect(document.undoSteps.map(\.title) == ["Slot duration: 30 → 45"])
    document.undo()
    #expect(document.printed == #"{"slotDuration":30,"name":"x"}"#)
    document.redo()
    #expect(document["slotDuration"] == 45)
    document.undo()
    #expect(document.printed == #"{"slotDuration":30,"name":"x"}"#)
  }

  @Test func intoAnObjectThatIsMadeByIt() {
    var document = Calendars.document(Calendars.parse(#"{"name":"x"}"#))
    Self.type(["1", "12"], into: "recurring.count", of: &document)
    #expect(document.undoSteps.map(\.title) == ["Rule › Recurrences: unset → 12"])
    Self.type(["1", ""], into: "recurring.count", of: &document)
    #expect(document.undoSteps.isEmpty)
    #expect(document.printed == #"{"name":"x"}"#)
  }

  /// The object goes with its last member; what typing started from is 3 all the same.
  @Test func clearingTheOnlyMemberOfAMadeObject() {
    var document = Calendars.document(Calendars.parse(#"{"name":"x"}"#))
    document.set("recurring.count", to: 3)
    Self.type(["", "4", ""], into: "recurring.count", of: &document)
    #expect(document["recurring.count"] == nil)
    #expect(document.undoSteps.last?.title == "Rule › Recurrences: 3 → unset")
    Self.type(["3"], into: "recurring.count", of: &document)
    #expect(document.undoSteps.count == 1)
    #expect(document["recurring.count"] == 3)
  }
}
