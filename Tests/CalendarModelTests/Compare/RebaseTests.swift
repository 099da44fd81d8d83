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
    document.rebase(merge, otherwise: side)
  }

  @Test func undoNeverTakesBackWhatTheySaved() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    document.set("notes", to: "m")
    document.set("slotDuration", to: 45)
    document.undo()
    let theirs = Calendars.full(["slug": "theirs", "notes": "t", "version": 2])
    rebase(&document, onto: theirs)
    #expect(document.base == theirs)
    #expect(document.undoSteps.map(\.title).count == 2)
    #expect(UpdateBody(document).json == ["name": "Mine", "notes": "m"])
    document.redo()
    #expect(UpdateBody(document).json == ["name": "Mine", "slotDuration": 45, "notes": "m"])
    document.undo()
    document.undo()
    #expect(document["notes"] == "t", "what they wrote stands under what was written over it")
    #expect(UpdateBody(document).json == ["name": "Mine"])
    document.undo()
    #expect(document.current == theirs && !document.isModified)
    #expect(document.undo() == nil)
  }

  @Test func theirsIsTakenAsAStepOfItsOwn() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    rebase(&document, onto: Calendars.full(["slug": "theirs", "name": "Theirs"]), .theirs)
    #expect(!document.isModified)
    #expect(document.undoSteps.last?.title == Wording.theirsTaken)
    document.undo()
    #expect(UpdateBody(document).json == ["name": "Mine"], "the edit is not lost by the choice")
    document.undo()
    #expect(!document.isModified && document["name"] == "Theirs")
    document.redo()
    document.redo()
    #expect(!document.isModified)
  }

  @Test func theSameEditOnBothSidesIsNoStepAnyMore() {
    var document = Calendars.document()
    document.set("name", to: "Same")
    document.set("notes", to: "m")
    rebase(&document, onto: Calendars.full(["name": "Same"]))
    #expect(document.undoSteps.count == 1)
    document.undo()
    #expect(document["name"] == "Same" && !document.isModified)
  }

  /// Rows of theirs stay among those that are edited here, through every undo and redo.
  @Test func rowsOfTheirsStay() {
    var document = Calendars.document(DifferenceTests.team)
    document.set("teamMembers[1].priority", to: 1)
    document.removeRow(3, of: "teamMembers")
    document.insert(Calendars.member("mine", isPrimary: false), into: "teamMembers", at: 0)
    var theirs = DifferenceTests.team
    _ = theirs.update(at: "teamMembers") {
      $0 = .array([Calendars.member("theirs", isPrimary: false)] + ($0.array ?? []))
    }
    rebase(&document, onto: theirs)
    func users() -> [String] {
      document["teamMembers"]?.array?.compactMap { $0[key: "userId"]?.text } ?? []
    }
    #expect(Set(users()) == ["mine", "theirs", "a", "b", "c"])
    document.undo()
    #expect(Set(users()) == ["theirs", "a", "b", "c"])
    document.undo()
    #expect(Set(users()) == ["theirs", "a", "b", "c", "d"])
    document.undo()
    #expect(!document.isModified)
    for _ in 0..<3 { document.redo() }
    #expect(Set(users()) == ["mine", "theirs", "a", "b", "c"])
  }

  /// Every state of the history is the one that the user had, merged with theirs.
  @Test(arguments: 1...60 as ClosedRange<UInt64>) func everyStateIsMerged(_ seed: UInt64) {
    var generator = MergeGenerator(seed: seed &+ 9000)
    let base = generator.base()
    var document = Calendars.document(base)
    for _ in 0..<8 { _ = generator.edits.edit(&document) }
    if generator.edits.chance(2) { document.undo() }
    var states: [JSONValue] = []
    var walk = document
    while walk.redo() != nil {}
    repeat { states.append(walk.current) } while walk.undo() != nil
    let theirs = generator.saved(base, count: 4)
    let expected = states.map {
      CalendarMerge(base: base, theirs: theirs, mine: $0).resolved()
    }
    rebase(&document, onto: theirs)
    while document.redo() != nil {}
    var found: [JSONValue] = []
    repeat { found.append(document.current) } while document.undo() != nil
    #expect(!document.isModified, "undo leads to what they saved")
    #expect(!found.isEmpty)
    // What no document lists is as they saved it, in every state.
    for state in found {
      for key in theirs.object?.keys ?? [] where CalendarSchema.field(key) == nil {
        #expect(state[key: key] == theirs[key: key], "\(key)")
      }
    }
    // States that have become equal are one.
    let (wanted, got) = (Self.runs(expected), Self.runs(found))
    #expect(wanted.count == got.count)
    for (wanted, got) in zip(wanted, got) { #expect(Self.isSame(wanted, got)) }
  }

  private static func isSame(_ a: JSONValue, _ b: JSONValue) -> Bool {
    CalendarSchema.all.allSatisfy { $0.isReadOnly || areEquivalent(a[key: $0.key], b[key: $0.key]) }
  }

  private static func runs(_ states: [JSONValue]) -> [JSONValue] {
    states.reduce(into: []) { runs, state in
      if runs.last.map({ isSame($0, state) }) != true { runs.append(state) }
    }
  }

  /// What both did is no step any more, and what was undone can be done again.
  @Test func whatWasUndoneStaysSo() {
    var document = Calendars.document()
    document.set("name", to: "Mine")
    document.set("slug", to: "mine")
    document.undo()
    rebase(&document, onto: Calendars.full(["name": "Mine", "version": 9, "locationId": "l2"]))
    #expect(document.undoSteps.isEmpty && document.redoSteps.count == 1)
    #expect(document["version"] == 9 && document["locationId"] == "l2")
    #expect(!document.isModified)
    document.redo()
    #expect(document.validation.modifiedKeys == ["slug"])
    document.undo()
    #expect(document.undo() == nil && !document.isModified)
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
    rebase(
      &document, onto: generator.saved(base, count: 6), generator.edits.pick([.mine, .theirs]))
    let fresh = Validation(
      base: document.base, current: document.current, today: Calendars.today,
      statedType: .collective)
    #expect(IncrementalTests.difference(document.validation, fresh, document) == nil)
    #expect(document.dateHours == DateIndex(document[DateIndex.path]))
    #expect(document.loadedDateHours == DateIndex(document.base[DateIndex.path]))
    while document.undo() != nil {
      #expect(document.dateHours == DateIndex(document[DateIndex.path]))
    }
    #expect(!document.isModified)
  }

  @Test(arguments: [.null, 3, [["a": 1]]] as [JSONValue])
  func whatIsNoObjectIsTakenAsAnEmptyOne(_ value: JSONValue) {
    var document = Calendars.document()
    document.rebase(onto: value, current: value)
    #expect(document.base == [:] && document.current == [:])
  }
}
