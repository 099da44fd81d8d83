import Foundation
import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// Whatever is loaded: it can be edited, reviewed, sent and kept as a draft, and undo leads back.
@Suite("Mutated calendars", .timeLimit(.minutes(240)))
struct RandomMutationTests {
  /// How many calendars each run mutates; more where `CALEDIT_TEST_ALL` is set, as in CI.
  static let count =
    UInt64(ProcessInfo.processInfo.environment["RANDOM_MUTATIONS"] ?? "")
    ?? UInt64(Int(testRuns: 300, few: 60))

  @Test(arguments: 0..<8 as Range<UInt64>)
  func fromLoadToSave(_ run: UInt64) throws {
    for number in 0..<Self.count {
      let seed = run * 1_000_000 + number
      do {
        let seconds = try Effort.once { try check(seed) }
        #expect(seconds < 10, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)")
        return
      }
    }
  }

  /// A law that does not hold.
  private struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  private func demand(_ holds: Bool, _ law: @autoclosure () -> String) throws {
    if !holds { throw Broken(description: law()) }
  }

  private func check(_ seed: UInt64) throws {
    var mutator = CalendarMutator(seed: seed)
    let loaded = try JSONDocument(parsing: mutator.text()).value
    var document = Calendars.document(loaded)
    let start = document.printed
    // What is no object is taken as an empty one.
    let taken = loaded.object == nil ? "{}" : loaded.printed()
    try demand(
      document.stored.printed() == taken,
      "loading makes \(document.stored.printed()) of \(loaded.printed())")
    mutator.edit(&document)

    let changes = ReviewLine.all(of: document)
    try demand(changes.isEmpty || document.isModified, "changes without a modification")
    for change in changes { try demand(!change.text.isEmpty, "a change without words") }
    for problem in document.validation.problems(under: .root) {
      try demand(!problem.message.isEmpty, "a problem without words")
    }
    try checkBody(of: document, &mutator)
    if seed % 2 == 0 { try checkDraft(of: document) }

    let last = document.printed
    let steps = document.undoSteps.count
    while document.undo() != nil {}
    try demand(document.printed == start, "undo does not lead back")
    try demand(!document.isModified, "undone, and modified")
    try demand(UpdateBody(document).isEmpty, "undone, and something to send")
    for _ in 0..<steps { document.redo() }
    try demand(document.printed == last, "redo does not lead on")
  }

  /// What would be sent: what is changed and documented, and nothing else.
  private func checkBody(
    of document: CalendarDocument, _ mutator: inout CalendarMutator
  ) throws {
    for keepsUndocumented in [false, true] {
      let body = UpdateBody(document, keepsUndocumented: keepsUndocumented)
      let text = body.json.printed()
      let read = try JSONDocument(parsing: text)
      try demand(read.value.printed() == text, "the body reads otherwise than it is written")
      for member in read.value.object?.members ?? [] {
        let field = CalendarSchema.field(member.key)
        try demand(field?.isReadOnly == false, "\(member.key) is sent, and not documented")
        let isSame =
          areEquivalent(document.base[key: member.key], document.current[key: member.key])
          && !body.sentAlong.contains(member.key)
        try demand(!isSame, "\(member.key) is sent, and not changed")
        if let field, !keepsUndocumented { try checkDocumented(member.value, field) }
      }
      if keepsUndocumented { continue }
      // Once is enough, as this costs as much as all the rest.
      let served = mutator.served(document.current)
      _ = ReadBack(sent: body.json, held: served)
      let merge = CalendarMerge(
        base: document.base, theirs: served, mine: document.current)
      var merged = document
      merged.rebase(onto: served, current: merge.resolved())
      _ = UpdateBody(merged)
    }
  }

  private func checkDocumented(_ value: JSONValue, _ field: Field) throws {
    let type = field.objectType
    switch (field.type, value) {
    case (.object, .object(let object)):
      for member in object.members {
        guard let inner = type?.field(member.key) else {
          throw Broken(description: "\(field.key).\(member.key) is sent, and not documented")
        }
        try checkDocumented(member.value, inner)
      }
    case (.list, .array(let rows)):
      for case .object(let row) in rows {
        for member in row.members {
          guard let inner = type?.field(member.key) else {
            throw Broken(description: "\(field.key)[].\(member.key) is sent, and not documented")
          }
          try checkDocumented(member.value, inner)
        }
      }
    default: break
    }
  }

  /// The draft comes back from its file as it went into it.
  private func checkDraft(of document: CalendarDocument) throws {
    let text = DocumentDraft(document, focus: "teamMembers[0].userId").json().printed()
    let draft = try DocumentDraft(json: JSONDocument(parsing: text).value)
    try demand(draft.losses.isEmpty, "the draft loses \(draft.losses)")
    try demand(draft.json().printed() == text, "the draft is written otherwise the next time")
    var again = draft.document(today: Calendars.today)
    try demand(again.printed == document.printed, "the draft is another calendar")
    try demand(again.stored == document.stored, "the draft loses how keys were spelt")
    while again.undo() != nil {}
    try demand(again.printed == again.base.printed(), "undo after the draft does not lead back")
  }
}
