import JSON
import Testing

@testable import CalendarModel

@Suite("Undo is the exact inverse", .timeLimit(.minutes(240)))
struct UndoTests {
  /// Printed text counts: spelling and the order of members come back as well.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func ofEveryGeneratedStep(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 1000)
    var document = Calendars.document(
      seed % 4 == 0 ? Calendars.full : seed % 4 == 1 ? Calendars.field : edits.calendar())
    let loaded = document.printed
    var log: [String] = []
    for _ in 0..<100 {
      let (before, count) = (document.printed, document.undoSteps.count)
      log.append(edits.edit(&document))
      if document.printed == before { continue }
      guard document.undoSteps.count == count + 1 else { continue }
      var copy = document
      copy.undo()
      let undone = copy.printed
      copy.redo()
      guard undone == before, copy.printed == document.printed else {
        Issue.record("\(log.suffix(4).joined(separator: "\n"))\n\(before)\n\(undone)")
        return
      }
    }
    let edited = document.printed
    let steps = document.undoSteps.count
    #expect(steps > 10)
    while document.undo() != nil {}
    #expect(document.printed == loaded)
    #expect(!document.isModified || document.base != document.current)
    for _ in 0..<steps { document.redo() }
    #expect(document.printed == edited)
    while document.undo() != nil {}
    #expect(document.printed == loaded)
    #expect(document.validation.modifiedKeys.isEmpty)
  }

  @Test func keysComeBackToTheirPlace() {
    var document = Calendars.document(Calendars.parse(#"{"a":1,"name":"x","b":2}"#))
    document.set("name", to: nil)
    #expect(document.printed == #"{"a":1,"b":2}"#)
    document.undo()
    #expect(document.printed == #"{"a":1,"name":"x","b":2}"#)
    document.redo()
    #expect(document.printed == #"{"a":1,"b":2}"#)
  }

  @Test(arguments: [
    #"{"name":"x","a":1,"name":"y"}"#, #"{"name":"x","name":"y","name":"z"}"#,
  ])
  func keysThatStandTwiceComeBack(_ text: String) {
    var document = Calendars.document(Calendars.parse(text))
    document.set("name", to: nil)
    #expect(document["name"] == nil)
    document.undo()
    #expect(document.printed == text)
    document.set("name", to: "new")
    #expect(document["name"] == "new")
    document.undo()
    #expect(document.printed == text)
    document.redo()
    #expect(document["name"] == "new")
  }

  @Test func anEditForgetsWhatWasUndone() {
    var document = Calendars.document()
    document.set("name", to: "A")
    document.set("slug", to: "b")
    document.undo()
    #expect(document.redoSteps.count == 1)
    document.set("notes", to: "c")
    #expect(document.redoSteps.isEmpty)
    #expect(document.redo() == nil)
    #expect(document.undoSteps.map(\.focus) == ["name", "notes"])
  }

  @Test func whatTheServiceMadeOfASaveIsNoEdit() {
    var document = Calendars.document()
    document.set("name", to: "A")
    document.adopt(saved: document.current)
    #expect(document.undoSteps.count == 1)
    #expect(!document.isModified)
    document.adopt(saved: Calendars.full(["name": "A", "slug": "server"]))
    #expect(document.undoSteps.map(\.focus) == ["name"])
    #expect(document["slug"] == "server")
    #expect(!document.isModified)
    document.undo()
    #expect(document["slug"] == "server")
    #expect(document["name"] == Calendars.full["name"])
    #expect(document.validation.modifiedKeys == ["name"])
    document.redo()
    #expect(!document.isModified)
  }
}
