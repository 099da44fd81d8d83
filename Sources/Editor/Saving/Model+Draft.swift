import CalendarModel
import JSON

/// The draft: what is kept of the work while it is not saved, and how it is gone on with.
extension Model {
  /// What is to be kept of the work; nil when nothing would be lost without it.
  public var draft: DocumentDraft? {
    guard let document, document.isModified else { return nil }
    return DocumentDraft(document, focus: focusedItem?.path)
  }

  /// Offers to go on with a draft that was found.
  mutating func offer(_ draft: DocumentDraft, age: String) -> [Effect] {
    guard let document else { return [] }
    let merge = merge(of: draft, document)
    if areEquivalent(merge.resolved(), document.current), merge.conflicts.isEmpty {
      return [.discardDraft]
    }
    isDraftUndecided = true
    layers.append(DraftLayer(draft, age: age, merge))
    return []
  }

  /// Goes on with a draft; where the calendar has changed meanwhile, both are put together.
  mutating func recover(_ draft: DocumentDraft) {
    guard let document else { return }
    let merge = merge(of: draft, document)
    guard merge.conflicts.isEmpty else {
      layers.append(ConflictLayer(merge, for: .recovery(draft)))
      return
    }
    recover(draft, merge, [:])
  }

  /// Goes on with a draft, with the user's choices where both sides changed something.
  mutating func recover(
    _ draft: DocumentDraft, _ merge: CalendarMerge,
    _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    var recovered = draft.document(today: today)
    recovered.rebase(merge, choices)
    recovered.names = lookUps.names.merging(draft.names) { now, _ in now }
    replaceDocument(by: recovered)
    isDraftUndecided = false
    afterChange()
    let losses = draft.losses.map(\.message)
    banner = Banner(
      kind: losses.isEmpty ? .success : .warning,
      title: "Recovered: \(changesInWords).",
      details: losses + Self.report(merge))
    if let focus = draft.focus { go(to: focus) }
  }

  /// Forgets a draft that was found.
  mutating func discardDraft() -> [Effect] {
    isDraftUndecided = false
    say("The draft is discarded.")
    return [.discardDraft]
  }

  private func merge(of draft: DocumentDraft, _ document: CalendarDocument) -> CalendarMerge {
    CalendarMerge(
      base: draft.base, theirs: document.base, mine: draft.current, names: document.names)
  }
}
