import CalendarAPI
import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The saves of a calendar that are on record, and putting back what was there before one.
@Suite struct HistoryTests {
  /// The newest was never answered, the oldest cannot be read.
  static let saves = [
    PastSave(
      id: "r3", when: "2026-11-22 09:30", who: "anna",
      outcome: "unknown: caledit ended before the answer",
      changes: ["Slot duration: 30 min → 45 min"], changeCount: 1),
    PastSave(
      id: "r2", when: "2026-11-21 17:05", who: "ben", outcome: "Saved: 3 properties.",
      changes: [
        "Slot duration: 20 min → 30 min", "- Team members › Cleo Brandt", "Slug: a → consultation",
      ],
      changeCount: 3),
    PastSave(id: "r1", when: "2026-03-01 08:00", problem: "It is not JSON."),
  ]

  static var before: JSONValue {
    var before = sampleCalendar
    _ = before.update(at: "slotDuration") { $0 = 20 }
    _ = before.update(at: "slug") { $0 = "a" }
    return before
  }

  static func contents(
    before: JSONValue = before, after: JSONValue? = sampleCalendar, withheld: [String] = []
  ) -> Result<PastSave.Contents, FileFailure> {
    .success(
      PastSave.Contents(
        before: before, sent: ["slotDuration": 30, "slug": "consultation"], after: after,
        withheld: withheld))
  }

  static func listed(rows: Int = 24, columns: Int = 80, _ saves: [PastSave] = saves) -> TestApp {
    var model = makeModel(rows: rows, columns: columns)
    #expect(model.perform(.history) == [.listHistory])
    _ = model.update(.historyListed(saves))
    return model
  }

  /// The second save is shown.
  static func shown(
    _ contents: Result<PastSave.Contents, FileFailure> = contents(), of calendar: JSONValue? = nil,
    rows: Int = 24, columns: Int = 80
  ) -> TestApp {
    var model = listed(rows: rows, columns: columns)
    if let calendar { model.open(calendar) }
    #expect(model.press("Down Enter") == [.readHistory(saves[1])])
    _ = model.update(.historyRead(saves[1], contents))
    return model
  }

  // MARK: The list

  static let scenes = ["list", "empty", "reading", "shown", "unknown", "conflict", "restored"]

  private static func scene(_ name: String, _ rows: Int, _ columns: Int) -> TestApp {
    switch name {
    case "list": return listed(rows: rows, columns: columns)
    case "empty": return listed(rows: rows, columns: columns, [])
    case "reading":
      var model = makeModel(rows: rows, columns: columns)
      _ = model.perform(.history)
      return model
    case "unknown": return shown(contents(after: nil), rows: rows, columns: columns)
    case "conflict", "restored":
      var now = sampleCalendar
      if name == "conflict" { _ = now.update(at: "slotDuration") { $0 = 60 } }
      var model = shown(of: now, rows: rows, columns: columns)
      model.press("r")
      return model
    default: return shown(rows: rows, columns: columns)
    }
  }

  @Test(arguments: scenes, ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    try expectSnapshot(
      Self.scene(name, shape.rows, shape.columns).screen, "history-\(name)-\(shape)")
  }

  @Test func itIsInThePalette() {
    var model = makeModel()
    model.press("Ctrl-P \"history\"")
    #expect(model.screen.contains("History: the saves of this calendar"))
    #expect(model.press("Enter") == [.listHistory])
  }

  @Test func aFileAndTheSandboxHaveNone() {
    for kind in [Source.Kind.file(path: "c.json"), .demo(calendarID: "c")] {
      var model = TestApp(
        source: Source(kind), size: Size(rows: 24, columns: 80), today: today)
      model.open(sampleCalendar)
      #expect(model.perform(.history).isEmpty)
      #expect(model.status?.kind == .problem)
    }
  }

  @Test func aBrokenRecordIsListedAndHidesNoOther() {
    var model = Self.listed()
    #expect(model.screen.contains("The record cannot be read. It is not JSON."))
    #expect(model.press("End Enter").isEmpty)
    #expect(model.status?.kind == .problem)
    #expect(model.press("Home Enter") == [.readHistory(Self.saves[0])])
  }

  @Test func manySavesAreWalkedThrough() {
    let many = (0..<150).map { PastSave(id: "r\($0)", when: "t\($0)", who: "w\($0)") }
    for (rows, columns) in [(12, 40), (24, 80), (40, 120)] {
      var model = Self.listed(rows: rows, columns: columns, many)
      model.press("End")
      #expect(model.screen.contains("t149"))
      #expect(model.press("Enter") == [.readHistory(many[149])])
      model.press("Home PgDn PgUp Up")
      #expect(model.screen.contains("t0 "))
      var seen: Set<String> = []
      for _ in many {
        if case .readHistory(let save)? = model.press("Enter").first { seen.insert(save.id) }
        model.press("Down")
      }
      #expect(seen.count == many.count)
    }
  }

  @Test func aRecordThatComesTooLateIsNotShown() {
    var model = Self.listed()
    model.press("Enter Esc")
    _ = model.update(.historyRead(Self.saves[0], Self.contents()))
    #expect(model.dialogs.isEmpty)
    #expect(model.records.shown == nil)
  }

  @Test func theIDThatTheServiceGaveIsNoDifference() {
    let new: JSONValue = ["date": "2026-12-28T00:00:00.000Z", "hours": []]
    let given: JSONValue = ["date": "2026-12-28T00:00:00.000Z", "hours": [], "_id": "x9"]
    let rows = sampleCalendar[key: "availabilities"]?.array ?? []
    var sent = rows + [new]
    sent[0] = [
      "date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "a1", "deleted": true,
    ]
    var after = sampleCalendar
    _ = after.update(at: "availabilities") { $0 = .array([rows[1], given]) }
    let contents = PastSave.Contents(
      before: sampleCalendar, sent: ["availabilities": .array(sent)], after: after,
      notes: ["A schedule no longer governs this calendar. It was “Office”."])
    let lines = PastSaveText.lines(Self.saves[1], contents, names: [:], restoredBy: "r").map(\.text)
    #expect(lines.contains("  + Date-specific hours › 2026-12-28 closed"), "\(lines)")
    #expect(lines.contains("  - Date-specific hours › 2026-12-24 closed"), "\(lines)")
    #expect(!lines.contains { $0.contains("without an id") }, "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("As it was sent") }, "\(lines)")
    #expect(lines.contains { $0.contains("“Office”") }, "\(lines)")
  }

  @Test func aDraftSaysThatItsSaveHasArrived() throws {
    var session = makeModel()
    session.edit("slotDuration", to: 45)
    session.edit("notes", to: "later")
    let draft = try #require(session.draft)
    let sentence = "caledit ended before the answer to your last save; it was saved."
    for isSaved in [true, false] {
      var model = makeModel()
      _ = model.update(.saveSettled(sentence, isSaved: isSaved))
      #expect(model.screen.contains("caledit ended before the answer"))
      _ = model.update(.draftFound(draft, age: "now"))
      #expect(model.screen.contains("ended without saving") == !isSaved, "\(model.screen)")
    }
  }

  // MARK: Restoring

  @Test func theFormerValuesComeBackAsEdits() throws {
    var model = Self.shown()
    model.press("r")
    #expect(model.dialogs.isEmpty)
    #expect(model.body == ["slug": "a", "slotDuration": 20])
    #expect(model.status?.text.hasPrefix("Restored: 2 properties.") == true)
    model.press("Ctrl-S")
    #expect(model.screen.contains("Slot duration: 30 min → 20 min"))
    model.press("Esc Ctrl-Z")
    #expect(model.document?.current == sampleCalendar)
    model.press("Ctrl-Y")
    #expect(model.body == ["slug": "a", "slotDuration": 20])
  }

  @Test func whatIsBeingEditedStays() {
    var model = makeModel()
    model.visit("notes")
    model.edit("notes", to: "mine")
    _ = model.perform(.history)
    _ = model.update(.historyListed(Self.saves))
    model.press("Down Enter")
    _ = model.update(.historyRead(Self.saves[1], Self.contents()))
    model.press("r")
    #expect(model.body == ["slug": "a", "slotDuration": 20, "notes": "mine"])
  }

  @Test(arguments: [("m", 20), ("t", 60)]) func whatChangedSinceIsAsked(
    _ key: String, _ duration: Int
  ) {
    var now = sampleCalendar
    _ = now.update(at: "slotDuration") { $0 = 60 }
    var model = Self.shown(of: now)
    model.press("r")
    #expect(model.screen.contains("Changed again since that save: 1 value"))
    #expect(model.document?.isModified == false)
    // Nothing is taken over before it is chosen.
    model.press("Enter")
    #expect(model.status?.kind == .problem)
    model.press("\(key) Enter")
    #expect(model.dialogs.isEmpty)
    #expect(model.document?[.init([.key("slotDuration")])] == .integer(duration))
    #expect(model.document?["slug"] == "a")
  }

  @Test func aChoiceCanBeGivenUp() {
    var now = sampleCalendar
    _ = now.update(at: "slotDuration") { $0 = 60 }
    var model = Self.shown(of: now)
    model.press("r Esc")
    #expect(model.dialogs.count == 1)
    #expect(model.screen.contains("Nothing was restored"), "\(model.screen)")
    #expect(model.document?.isModified == false)
  }

  @Test func whatTheRecordLeavesOutStaysAndIsNamed() {
    var before = Self.before
    _ = before.update(at: "description") { $0 = "[token]" }
    var model = Self.shown(Self.contents(before: before, withheld: ["description"]))
    #expect(model.screen.contains("Not in the record, because they held the token"))
    model.press("r")
    #expect(model.body == ["slug": "a", "slotDuration": 20])
    #expect(model.status?.text.contains("holds only part of them: Description.") == true)
  }

  @Test func aSaveThatIsUndoneAlreadyHasNothingToRestore() {
    var model = Self.shown(of: Self.before)
    model.press("r")
    #expect(model.document?.isModified == false)
    #expect(model.status?.text.hasPrefix("Nothing to restore") == true)
  }

  @Test func anUnknownOutcomeRestoresWhatWasAskedFor() {
    // The save arrived, though nobody saw it.
    var model = Self.shown(Self.contents(after: nil))
    #expect(model.screen.contains("What the service held after the save is not known."))
    model.press("r")
    #expect(model.body == ["slug": "a", "slotDuration": 20])
  }

  @Test func aFailureIsSaidAndTheSaveGoesOn() {
    var model = makeModel()
    model.edit("slotDuration", to: 45)
    let effects = model.press("Ctrl-S Ctrl-S")
    guard case .save(let id, _)? = effects.last else {
      Issue.record("Nothing is saved: \(effects)")
      return
    }
    let failure = FileFailure(path: "/state/history", reason: "No space left on device")
    #expect(model.update(.historyFailed(failure)).isEmpty)
    #expect(model.status?.text.contains("No space left on device") == true)
    #expect(model.request?.id == id)
    // The report has it as well.
    var held = sampleCalendar
    _ = held.update(at: "slotDuration") { $0 = 45 }
    _ = model.update(
      .saved(id, .success(SavedCalendar(calendar: held, route: .documented, status: 200))))
    #expect(model.banner?.title == "Saved: 1 property.")
    #expect(
      model.banner?.details.last
        == "The history has no full record of this save: No space left on device (/state/history).")
  }

  @Test func theReviewSaysThatASaveGetsNoRecord() {
    var model = makeModel()
    model.edit("slotDuration", to: 45)
    model.press("Ctrl-S")
    #expect(!model.screen.contains("Not in the history"))
    model.press("Esc")
    model.records.problem = FileFailure(path: "/state", reason: "Read-only file system")
    model.press("Ctrl-S")
    #expect(model.screen.contains("Not in the history"))
    #expect(model.flat.contains("Read-only file system (/state)"))
  }
}
