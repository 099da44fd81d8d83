import JSON
import Testing

@testable import CalendarModel

@Suite("Taking over what was changed elsewhere")
struct RebaseTests {
  /// Merges and takes over, deciding every conflict for one side.
  private func rebase(
    _ document: inout CalendarDocument, onto theirs: JSONValue,
    _ side: CalendarMerge.Side = .mine
  ) {
    let merge = CalendarMerge(base: document.base, theirs: theirs, mine: document.current)
    document.rebase(onto: theirs, current: merge.resolved(otherwise: side))
  }

  @Test func itIsOneStep() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    document.set("notes", to: "m")
    let theirs = Calendars.full(["slug": "theirs", "notes": "t", "version": 2])
    rebase(&document, onto: theirs)
    #expect(document.base == theirs)
    #expect(document.undoSteps.count == 3)
    #expect(document.undoSteps.last?.title == Wording.merged)
    #expect(document["slug"] == "theirs")
    #expect(document["notes"] == "m")
    #expect(document["version"] == 2)
    #expect(document.validation.modifiedKeys == ["name", "notes"])
    #expect(UpdateBody(document).json == ["name": "Mine", "notes": "m"])
  }

  @Test func undoLeadsBackToEveryEarlierState() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    let edited = document.current
    rebase(&document, onto: Calendars.full(["slug": "theirs", "name": "Theirs"]), .theirs)
    #expect(!document.isModified)
    let merged = document.current
    document.undo()
    #expect(document.current == edited)
    // What they saved is undone now, and that is a change which the review shows.
    #expect(document.validation.modifiedKeys == ["name", "slug"])
    document.undo()
    #expect(document.current == Calendars.full)
    document.redo()
    document.redo()
    #expect(document.current == merged)
    #expect(!document.isModified)
  }

  /// Where nothing documented changes there is no step, and what was undone can be done again.
  @Test func nothingToTakeOverIsNoStep() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    document.set("slug", to: "mine")
    document.undo()
    rebase(&document, onto: Calendars.full(["name": "Mine", "version": 9, "locationId": "l2"]))
    #expect(document.undoSteps.count == 1 && document.redoSteps.count == 1)
    #expect(document["version"] == 9 && document["locationId"] == "l2")
    #expect(!document.isModified)
    document.redo()
    #expect(document.validation.modifiedKeys == ["slug"])
    document.undo()
    document.undo()
    #expect(document["name"] == "Intro call")
    #expect(document.validation.modifiedKeys == ["name"])
  }

  @Test func typingDoesNotJoinAcrossIt() {
    var document = Calendars.document()
    document.set("name", to: "M", typing: true)
    rebase(&document, onto: Calendars.full(["version": 2]))
    document.set("name", to: "Mi", typing: true)
    #expect(document.undoSteps.count == 2)
    document.undo()
    #expect(document["name"] == "M")
  }

  /// The rules, the dates and the places of rows are those of the merged calendar.
  @Test(arguments: 1...30 as ClosedRange<UInt64>) func everythingIsKeptUp(_ seed: UInt64) {
    var generator = MergeGenerator(seed: seed &+ 500)
    let base = generator.base()
    var document = Calendars.document(base)
    document.stateType(.collective)
    for _ in 0..<5 { _ = generator.edits.edit(&document) }
    let states = document.undoSteps.count
    let before = document.current
    rebase(
      &document, onto: generator.saved(base, count: 6), generator.edits.pick([.mine, .theirs]))
    let fresh = Validation(
      base: document.base, current: document.current, today: Calendars.today,
      statedType: .collective)
    #expect(IncrementalTests.difference(document.validation, fresh, document) == nil)
    #expect(document.dateHours == DateHours(document[DateHours.path]))
    #expect(document.loadedDateHours == DateHours(document.base[DateHours.path]))
    #expect(document.loadedRows == CalendarDocument.places(in: document.base))
    if document.undoSteps.count > states {
      document.undo()
      #expect(document.current == before)
      #expect(document.dateHours == DateHours(document[DateHours.path]))
    }
    while document.undo() != nil {}
    for field in CalendarSchema.all where !field.isReadOnly {
      #expect(areEquivalent(document.current[key: field.key], base[key: field.key]))
    }
  }

  @Test(arguments: [.null, 3, [["a": 1]]] as [JSONValue])
  func whatIsNoObjectIsTakenAsAnEmptyOne(_ value: JSONValue) {
    var document = Calendars.document()
    document.rebase(onto: value, current: value)
    #expect(document.base == [:] && document.current == [:])
  }
}
