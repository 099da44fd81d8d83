import CalendarAPI
import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Going on with the draft of a session that ended without a save.
@Suite struct DraftRecoveryTests {
  private func found(_ calendar: JSONValue = sampleCalendar) throws -> (TestApp, [Effect]) {
    var model = makeModel(calendar)
    let effects = model.update(.draftFound(try leftDraft(), age: "5 minutes ago"))
    return (model, effects)
  }

  private func calendar(_ path: JSONPath, _ value: JSONValue) -> JSONValue {
    var calendar = sampleCalendar
    _ = calendar.update(at: path) { $0 = value }
    return calendar
  }

  @Test func thereIsNoDraftOfAnUnchangedCalendar() {
    var model = makeModel()
    #expect(model.draft == nil)
    let before = model.draftRevision
    model.press("Down Down")
    #expect(model.draftRevision == before, "moving about writes nothing")
    model.visit("slotDuration")
    model.press("5")
    #expect(model.draftRevision != before)
    #expect(model.draft != nil)
    model.press("Ctrl-Z")
    #expect(model.draft == nil)
  }

  /// Names that come while the draft is not decided on count as changes, too.
  @Test(arguments: 0...4)
  func aRecoveredCalendarIsAChange(namesBefore: Int) throws {
    var (model, _) = try found()
    for number in 0..<namesBefore {
      let ana = LookUpResult(id: "ana", name: "Ana \(number)")
      _ = model.update(.lookedUp(.users, .success([ana])))
    }
    let before = model.draftRevision
    model.press("r")
    #expect(model.draftRevision != before)
  }

  @Test func aCalendarThatIsLoadedAgainIsAChange() throws {
    var model = makeModel()
    let before = model.draftRevision
    model.open(calendar("name", "By others"))
    #expect(model.draftRevision != before)
  }

  @Test func itSaysHowOldItIsAndWhatIsInIt() throws {
    let (model, _) = try found()
    #expect(model.screen.contains("5 minutes ago"))
    #expect(model.screen.contains("2 changed properties"))
    #expect(model.draftStatus.isUndecided)
  }

  @Test func recoveringBringsEditsHistoryAndPlaceBack() throws {
    var (model, _) = try found()
    model.press("r")
    #expect(model.body == ["name": "Consultation!", "slotDuration": 45])
    #expect(model.focusedPath == "slotDuration")
    #expect(!model.draftStatus.isUndecided)
    model.press("Ctrl-Z Ctrl-Z")
    #expect(model.document?.isModified == false, "undo reaches back to the beginning")
  }

  @Test func theDifferenceCanBeLookedAtFirst() throws {
    var (model, _) = try found()
    model.press("d")
    #expect(model.screen.contains("Slot duration: 30 min → 45 min"))
    model.press("Esc")
    #expect(model.screen.contains("There is a draft"))
  }

  @Test func discardingForgetsIt() throws {
    var (model, _) = try found()
    // Twice, as there is no undo; any key in between takes it back.
    #expect(model.press("x Down x") == [])
    #expect(model.screen.contains("Press x again to discard the draft"))
    #expect(model.press("x") == [.discardDraft])
    #expect(model.document?.isModified == false)
    #expect(!model.draftStatus.isUndecided)
  }

  /// Where there is no list to go to, as for a file.
  @Test func escDecidesNothing() throws {
    var model = TestApp(
      source: Source(.file(path: "calendar.json")), size: Size(rows: 24, columns: 80), today: today)
    model.open(sampleCalendar)
    _ = model.update(.draftFound(try leftDraft(), age: "5 minutes ago"))
    model.press("Esc")
    #expect(model.draftStatus.isUndecided)
    #expect(model.dialogs.count == 1)
    #expect(model.screen.contains("Recover the draft or discard it first"))
    // Where the question covers the place for it, it says so itself, above the answers.
    _ = model.update(.terminal(.resize(Size(rows: 12, columns: 40))))
    #expect(model.screen.contains("Recover the draft or discard it"))
    #expect(model.screen.contains("Discard it"))
  }

  @Test func whatOthersChangedElsewhereIsKept() throws {
    var (model, _) = try found(calendar("slug", "moved"))
    #expect(model.screen.contains("has changed since"))
    model.press("r")
    #expect(model.body == ["name": "Consultation!", "slotDuration": 45])
    #expect(model.document?["slug"] == "moved")
    #expect(model.banner?.details.contains { $0.contains("somebody else") } == true)
  }

  @Test func whatBothChangedIsAsked() throws {
    var (model, _) = try found(calendar("slotDuration", 60))
    model.press("r")
    #expect(model.screen.contains("theirs  60"))
    model.press("Esc")
    #expect(model.dialogs.count == 1 && model.dialogs.last is DraftDialog, "it has to be decided")
    #expect(model.draftStatus.isUndecided)
    model.press("r t Ctrl-S")
    #expect(model.dialogs.isEmpty && !model.draftStatus.isUndecided)
    #expect(model.body == ["name": "Consultation!"])
  }

  @Test func aDraftThatIsNoChangeAnyMoreIsRemoved() throws {
    var calendar = calendar("slotDuration", 45)
    _ = calendar.update(at: "name") { $0 = "Consultation!" }
    let (model, effects) = try found(calendar)
    #expect(effects == [.discardDraft])
    #expect(model.dialogs.isEmpty)
    // A save that was on its way when the program ended.
    #expect(
      model.screen.contains(
        "The draft of your last session is deleted: the service has all its changes.")
    )
  }

  private func goToWednesday(_ model: inout TestApp) throws {
    model.visit("openHours")
    model.focus(line: try #require(model.layout.firstLine { $0.day == 3 }))
    model.syncInput()
  }

  /// Hours wait for Enter; who is thrown out before that has typed them all the same.
  @Test func hoursThatWaitForEnterAreInTheDraft() throws {
    var model = makeModel()
    try goToWednesday(&model)
    let before = model.draftRevision
    model.press("1 0 - 1 2")
    #expect(model.draftRevision != before)
    #expect(model.document?.isModified == false)
    let draft = try #require(model.draft)
    var document = draft.document(today: today)
    #expect(document.isModified)
    var taken = model
    taken.press("Enter")
    #expect(draft.current == taken.document?.current)
    _ = document.undo()
    #expect(!document.isModified)
    #expect(draft.stepCount == 1)

    model.press("x")
    let unread = try #require(model.draft, "what cannot be understood is kept as it is typed")
    #expect(unread.typed == "10-12x" && unread.stepCount == 0 && unread.changeCount == 0)
    let typed = model.draftRevision
    model.press("Esc")
    #expect(model.draftRevision != typed)
    #expect(model.draft == nil)
  }

  @Test func datesThatWaitForEnterAreInTheDraft() throws {
    var model = makeModel()
    model.visit("availabilities")
    model.focus(line: try #require(model.layout.monthLine))
    model.press("\"2026-12-27 9-12\"")
    let draft = try #require(model.draft)
    model.press("Enter")
    #expect(draft.current == model.document?.current)
  }

  /// Several lines stand for one value there.
  @Test func theCursorIsOnTheDayWhereItWas() throws {
    var model = makeModel()
    try goToWednesday(&model)
    model.press("\"10-12\" Enter Up")
    #expect(model.focusedItem?.day == 3)
    var other = makeModel()
    _ = other.update(.draftFound(try #require(model.draft), age: "now"))
    other.press("r")
    #expect(other.focusedItem?.day == 3)

    model.visit("availabilities")
    model.focus(line: try #require(model.layout.monthLine))
    model.press("Right Right")
    let date = model.dates.cursor.date
    #expect(date != today)
    other = makeModel()
    _ = other.update(.draftFound(try #require(model.draft), age: "now"))
    other.press("r")
    #expect(other.focusedItem?.isMonth == true)
    #expect(other.dates.cursor.date == date)
  }

  @Test func aFailingDiskStandsInTheTitle() {
    var model = makeModel(columns: 120)
    _ = model.update(.draftFailed(FileFailure(path: "d", reason: "disk full")))
    #expect(model.screen.contains("no draft: disk full"))
    model.press("Down")
    #expect(model.screen.contains("no draft: disk full"))
    _ = model.update(.draftFailed(nil))
    #expect(!model.screen.contains("no draft"))
  }

  @Test(arguments: [40, 80, 120]) func aSecondCaleditHidesNoName(_ columns: Int) {
    var model = makeModel(rows: columns == 40 ? 12 : 24, columns: columns)
    _ = model.update(.draftFailed(FileFailure(path: "", reason: "another caledit edits it")))
    let title = model.screen.prefix { $0 != "\n" }
    #expect(title.contains("Consultation"), "\(title)")
    #expect(title.contains("no draft"), "\(title)")
    #expect(!title.contains("has it unchanged"), "\(title)")
    #expect(columns == 40 || title.contains("no draft: another caledit edits it"), "\(title)")
  }
}
