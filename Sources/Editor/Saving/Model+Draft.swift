import CalendarModel
import JSON
import TextUI

/// Changes with all that a draft holds, but for the cursor.
package struct DraftRevision: Sendable, Hashable {
  let document: Int
  let typed: String?
}

/// The draft: what is kept of the work while it is not saved, and how it is gone on with.
extension Model {
  /// The draft is out of date when this is another one.
  package var draftRevision: DraftRevision {
    let typed = input?.isPending == true ? input?.buffer.text : nil
    return DraftRevision(document: document?.revision ?? 0, typed: typed)
  }

  /// What is to be kept of the work; nil when nothing would be lost without it.
  ///
  /// Hours that are typed and wait for Enter are in it: in the calendar when they can be understood,
  /// else as they are typed.
  package var draft: DocumentDraft? {
    guard input?.isPending == true else { return draftOfDocument(focus: draftFocus) }
    var taken = self
    let isUnderstood = taken.commitInput()
    return taken.draftOfDocument(
      focus: draftFocus, typed: isUnderstood ? nil : input?.buffer.text)
  }

  private func draftOfDocument(focus: JSONPath?, typed: String? = nil) -> DocumentDraft? {
    guard let document, document.isModified || typed?.isEmpty == false else { return nil }
    return DocumentDraft(document, focus: focus, typed: typed)
  }

  /// Offers to go on with a draft that was found.
  mutating func offer(_ draft: DocumentDraft, age: String) -> [Effect] {
    guard let document else { return [] }
    let merge = merge(of: draft, document)
    if areEquivalent(merge.resolved(), document.current), merge.conflicts.isEmpty,
      draft.typed == nil
    {
      // A save that was on its way when the program ended, or somebody else's.
      note(
        "Nothing is left of the draft of before: the \(source.isFile ? "file" : "service") has it.",
        details: [
          "It was written \(age), with \(Wording.counted(draft.changeCount, "changed property")), "
            + "and is removed."
        ])
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
    layers.removeAll { $0 is DraftLayer }
    afterChange()
    let losses = draft.losses.map(\.message)
    let notes = banner.map { [$0.title] + $0.details } ?? []
    banner = Banner(
      kind: losses.isEmpty && notes.isEmpty ? .success : .warning,
      title: "Recovered: \(changesInWords).",
      details: losses + notes + Self.report(merge))
    if let focus = draft.focus { go(toDraftFocus: focus) }
    if let typed = draft.typed { goOn(typing: typed) }
  }

  /// Puts a text that was being typed back into the line with the focus.
  private mutating func goOn(typing text: String) {
    syncInput()
    guard var input, input.target == .dates || focusedItem?.day != nil else {
      banner?.details.append("What was being typed has no place any more: \(text)")
      return
    }
    input.buffer = TextBuffer(text)
    (input.isFresh, input.isPending) = (false, true)
    self.input = input
  }

  /// Notes that the draft cannot be written, and why, or that it can be again.
  mutating func note(draftProblem problem: FileFailure?) {
    draftProblem = problem
    guard let problem else { return }
    lastReport = Banner(
      kind: .error, title: "No draft is kept: \(problem.reason)",
      details: (problem.path.isEmpty ? [] : [problem.path])
        + ["Until it can be written, the changes are lost when the program ends without a save."])
  }

  /// What would be lost without a draft, in words; nil when nothing would be.
  package var unsavedWork: String? {
    guard let draft else { return nil }
    let typed = draft.typed.map { "“\($0)”" }
    return document?.isModified == true
      ? [changesInWords, typed].compactMap { $0 }.joined(separator: " and ") : typed
  }

  // MARK: Where the cursor was

  /// The place of the cursor: a path, and where several lines share one, a key that tells them apart.
  private var draftFocus: JSONPath? {
    switch focusedItem {
    case .day(let day)?: WeekHours.path.appending("\(day)")
    case .month?: DateIndex.path.appending("\(dates.cursor.date)")
    case let item: item?.path
    }
  }

  private mutating func go(toDraftFocus path: JSONPath) {
    go(to: path)
    guard path.count == 2, case .key(let key)? = path.components.last else { return }
    if path.parent == WeekHours.path, let day = Int(key),
      let line = layout.firstLine(where: { $0.day == day })
    {
      focus(line: line)
    } else if path.parent == DateIndex.path, let date = CalendarDate(key),
      let line = layout.monthLine
    {
      focus(line: line)
      dates.cursor.go(to: date)
    }
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
