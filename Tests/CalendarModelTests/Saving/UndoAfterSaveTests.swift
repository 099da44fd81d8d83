import JSON
import Testing

@testable import CalendarModel

/// What the service made of a save is no edit: undo goes back through the user's own edits, and each
/// state that it leads to can be sent.
@Suite("Undo after a save", .timeLimit(.minutes(240))) struct UndoAfterSaveTests {
  private typealias Service = RoundTripTests.Service

  /// What a service does to an update beside storing it.
  private struct Whims {
    /// Properties that it does not store.
    var ignored: Set<String> = []
    /// Properties that it loses, though nobody named them.
    var lost: Set<String> = []
  }

  private static func held(
    _ body: JSONValue, _ document: CalendarDocument, _ service: RoundTripTests.Service,
    _ whims: Whims
  ) -> JSONValue {
    guard case .object(var object) = service.stored(body, in: document.base) else { return [:] }
    for key in whims.ignored where body[key: key] != nil {
      object[key] = document.base[key: key]
    }
    for key in whims.lost where body[key: key] == nil { object[key] = nil }
    return .object(object)
  }

  private static func whims(_ body: JSONValue, _ edits: inout EditGenerator) -> Whims {
    var whims = Whims()
    guard edits.chance(2) else { return whims }
    let sent = body.object?.keys ?? []
    if !sent.isEmpty { whims.ignored = [edits.pick(sent)] }
    whims.lost = [edits.pick(["openHours", "notes", "slotInterval", "lookBusyConfig"])]
    return whims
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>, RoundTripTests.Service.allCases)
  func undoLeadsThroughTheUsersEdits(_ seed: UInt64, _ service: RoundTripTests.Service) {
    var edits = EditGenerator(seed: seed &+ 20_000)
    var document = Calendars.document(RoundTripTests.calendar(&edits))
    for _ in 0..<8 { RoundTripTests.edit(&document, &edits) }
    let before = document
    let body = UpdateBody(document)
    let whims = Self.whims(body.json, &edits)
    let held = Self.held(body.json, document, service, whims)
    let report = SaveReport(
      before: document.base, edited: document.current, body: body, held: held)
    document.adopt(saved: held, keeping: Set(report.unstoredKeys))

    // The screen shows what is held, but for the edits that were not stored.
    for field in CalendarSchema.all where !field.isReadOnly {
      let isKept = report.unstoredKeys.contains(field.key)
      let value = isKept ? before.current[key: field.key] : held[key: field.key]
      #expect(
        field.isSamePart(document.current[key: field.key], value)
          || isKept && value == nil, "seed \(seed): \(field.key)")
    }
    #expect(
      document.validation.modifiedKeys.isSubset(of: report.unstoredKeys), "seed \(seed)")
    #expect(document.undoSteps.count <= before.undoSteps.count, "no step of its own")

    // Back to the first state: everything that is a change can be sent.
    let saved = document
    var count = 0
    while document.undo() != nil {
      count += 1
      let update = UpdateBody(document)
      #expect(update.cannotUnset.isEmpty, "seed \(seed): \(update.cannotUnset)")
      #expect(document.dateHours == DateIndex(document.current[.availabilities]))
      // What nobody edited here is as the service holds it, in every state.
      var touched = Set(
        (before.undoSteps + before.redoSteps).flatMap { $0.edits + $0.inverses }
          .map(\.path.topKey))
      // A number and its unit make sense together only.
      for pair in QuantityField.all
      where touched.contains(pair.number.key) || touched.contains(pair.unit.key) {
        touched.formUnion([pair.number.key, pair.unit.key])
      }
      for field in CalendarSchema.all
      where !field.isReadOnly && !touched.contains(field.key) && !touched.contains(nil) {
        #expect(
          document.current[key: field.key] == held[key: field.key], "seed \(seed): \(field.key)")
      }
    }
    let first = document
    for _ in 0..<count { document.redo() }
    #expect(areEquivalent(document.current, saved.current), "seed \(seed): redo leads back")

    // The first state, sent, is stored: the calendar is as it was loaded, but for what was lost.
    let back = UpdateBody(first)
    let stored = service.stored(back.json, in: first.base)
    let found = ReadBack(sent: back.json, held: stored)
    #expect(found.isExact, "seed \(seed): \(found.differences.map(\.text))")
    for key in Set(body.json.object?.keys ?? []).subtracting(body.sentAlong) {
      guard let field = CalendarSchema.field(key), before.base[key: key] != nil else { continue }
      let type = first.calendarType
      #expect(
        RoundTripTests.meaning(stored[key: key], field, of: type)
          == RoundTripTests.meaning(before.base[key: key], field, of: type),
        "seed \(seed): \(key) is as it was loaded")
    }
  }

  /// What was lost is edits again, and everything else stays.
  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func whatWasLostComesBackAsOneStep(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 30_000)
    var document = Calendars.document(RoundTripTests.calendar(&edits))
    for _ in 0..<4 { RoundTripTests.edit(&document, &edits) }
    let body = UpdateBody(document)
    let whims = Whims(lost: ["openHours", "notes", "slotInterval", "teamMembers"])
    let held = Self.held(body.json, document, .merges, whims)
    let report = SaveReport(
      before: document.base, edited: document.current, body: body, held: held)
    let base = document.base
    document.adopt(saved: held, keeping: Set(report.unstoredKeys))
    let adopted = document
    let isBack = document.putBack(report)
    #expect(isBack == report.canSendBack, "seed \(seed)")
    for field in CalendarSchema.all where !field.isReadOnly {
      let isLost = report.unsent.contains { $0.key == field.key && $0.canBeSentBack }
      let isNested = report.lostMembers.contains { $0.keys.first == field.key }
      if isNested { continue }
      #expect(
        document.current[key: field.key]
          == (isLost ? base[key: field.key] : adopted.current[key: field.key]),
        "seed \(seed): \(field.key)")
    }
    guard isBack else { return }
    document.undo()
    #expect(document.current == adopted.current, "seed \(seed): one step")
  }

  /// Typing after a save is a step of its own.
  @Test func typingAfterASaveStartsAnew() {
    var document = Calendars.document()
    document.set("name", to: "A", typing: true)
    document.adopt(saved: document.current)
    document.set("name", to: "AB", typing: true)
    #expect(document.undoSteps.count == 2)
    document.undo()
    #expect(document["name"] == "A" && !document.isModified)
  }

  /// Too many steps in what the service changed: one step is left, from the first state to this one.
  @Test func aLongHistoryIsKeptAsOneStep() {
    var document = Calendars.document()
    for day in 1...150 {
      document.setDateHours([], on: [Calendars.date(2030, 1, 1).adding(days: day)])
    }
    let held = RoundTripTests.Service.replaces.stored(UpdateBody(document).json, in: document.base)
    document.adopt(saved: held)
    #expect(!document.isModified)
    #expect(document.undoSteps.count == 1)
    document.undo()
    #expect(document.validation.modifiedKeys == ["availabilities"])
    let body = UpdateBody(document).json["availabilities"]?.array ?? []
    #expect(body.count { $0[key: "deleted"] == true } == 150)
    document.redo()
    #expect(!document.isModified)
  }
}
