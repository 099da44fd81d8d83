import CalendarModel
import JSON
import TextUI

/// Tells whether anything in a draft has changed, but for the cursor.
package struct DraftRevision: Sendable, Hashable {
  let document: Int
  let typed: [String]
}

/// The draft: what is kept of work that is not saved, and how the user recovers it.
extension CalendarEditor {
  /// Differs from the one before when the draft on disk is out of date.
  package var draftRevision: DraftRevision {
    let typed = input?.isPending == true ? [input?.buffer.text ?? ""] : []
    return DraftRevision(
      document: document?.revision ?? 0, typed: typed + unfinished.texts.map(\.text))
  }

  /// The work as a draft; nil when nothing would be lost without one.
  ///
  /// Hours that wait for Enter are in it: as a change when they can be read, else as they are
  /// typed.
  package var draft: DocumentDraft? {
    guard input?.isPending == true else { return draftOfDocument(focus: placeOfFocus) }
    var taken = self
    let isUnderstood = taken.commitInput()
    return taken.draftOfDocument(
      focus: placeOfFocus, typed: isUnderstood ? nil : input?.buffer.text)
  }

  private func draftOfDocument(focus: JSONPath?, typed: String? = nil) -> DocumentDraft? {
    guard let document,
      document.isModified || typed?.isEmpty == false || !unfinished.isEmpty
    else { return nil }
    return DocumentDraft(
      document, focus: focus, typed: typed,
      unfinished: unfinished.texts.map { TypedText($0.text, at: $0.place.path) })
  }

  /// Asks what to do with a draft that an earlier session has left.
  mutating func offer(_ draft: DocumentDraft, age: String) -> [Effect] {
    guard let document else { return [] }
    let merge = merge(of: draft, document)
    if areEquivalent(merge.resolved(), document.current), merge.conflicts.isEmpty,
      draft.typed == nil, draft.unfinished.isEmpty
    {
      // A save that was under way when the program ended has arrived, or somebody else changed the
      // same.
      note(
        "The draft of your last session is deleted: the \(source.isFile ? "file" : "service") "
          + "has all its changes.",
        details: [
          "It was written \(age), with \(Wording.counted(draft.changeCount, "changed property"))."
        ])
      return [.discardDraft]
    }
    draftStatus.isUndecided = true
    dialogs.append(DraftDialog(draft, age: age, merge, saves.settled))
    return []
  }

  /// Recovers a draft, merged with the calendar where that has changed since.
  mutating func recover(_ draft: DocumentDraft) {
    guard let document else { return }
    resolveOrAsk(merge(of: draft, document), for: .recovery(draft))
  }

  /// Recovers a draft, with the user's choices where both sides changed something.
  mutating func recover(
    _ draft: DocumentDraft, _ merge: CalendarMerge,
    _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    var recovered = draft.document(today: today, format: format)
    recovered.rebase(merge, choices)
    recovered.names = lookUps.lists.names.merging(draft.names) { now, _ in now }
    replaceDocument(by: recovered)
    draftStatus.isUndecided = false
    dialogs.close(DraftDialog.kind)
    afterChange()
    let losses = draft.losses.map(\.message)
    let notes = banner.map { [$0.title] + $0.details } ?? []
    banner = Banner(
      kind: losses.isEmpty && notes.isEmpty ? .success : .warning,
      title: "Recovered: \(changesInWords).",
      details: losses + notes + Self.report(merge))
    for typed in draft.unfinished { keep(typed) }
    if let focus = draft.focus { go(toPlace: focus) }
    if let typed = draft.typed { goOn(typing: typed) }
  }

  /// Puts a text that could not be read back onto its line.
  private mutating func keep(_ typed: TypedText) {
    guard typed.place.count == 2, case .key(let key)? = typed.place.last else { return }
    if typed.place.parent == WeekHours.path, let day = Int(key), (0..<7).contains(day) {
      unfinished.keep(typed.text, at: .day(day))
    } else if typed.place.parent == DateIndex.path, let date = CalendarDate(key) {
      unfinished.keep(typed.text, at: .dates(date...date))
    }
  }

  /// Puts the text that the user was typing back into the line with the focus.
  private mutating func goOn(typing text: String) {
    syncInput()
    guard var input, input.target == .dates || focusedItem?.day != nil else {
      banner?.details.append("The line where you were typing is gone: \(text)")
      return
    }
    input.buffer = TextBuffer(text)
    (input.isFresh, input.isPending) = (false, true)
    self.input = input
  }

  /// Notes why the draft cannot be written; nil when it can be again.
  mutating func note(draftProblem problem: FileFailure?) {
    draftStatus.problem = problem
    guard let problem else { return }
    lastReport = Banner(
      kind: .error, title: "No draft is kept: \(problem.reason)",
      details: (problem.path.isEmpty ? [] : [problem.path])
        + ["Save before you quit: without a draft, unsaved changes are lost."])
  }

  /// The work that would be lost without a draft, in words; nil when there is none.
  package var unsavedWork: String? {
    guard let draft else { return nil }
    let texts = [draft.typed].compactMap { $0 } + draft.unfinished.map(\.text)
    let typed = texts.isEmpty ? nil : texts.map { $0.inQuotes }.joined(separator: ", ")
    return document?.isModified == true
      ? [changesInWords, typed].compactMap { $0 }.joined(separator: " and ") : typed
  }

  // MARK: Where the cursor was

  /// The place of the cursor: a path, and where several lines share one, a key that tells them
  /// apart.
  var placeOfFocus: JSONPath? {
    if let day = focusedItem?.day { return WeekHours.path.appending("\(day)") }
    if focusedItem?.isMonth == true { return DateIndex.path.appending("\(dates.cursor.date)") }
    return focusedItem?.path
  }

  /// Goes to a place as it stands in a draft.
  mutating func go(toPlace path: JSONPath) {
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

  /// Gives up the draft that an earlier session has left.
  mutating func discardDraft() -> [Effect] {
    draftStatus.isUndecided = false
    say("The draft is discarded.")
    return [.discardDraft]
  }

  private func merge(of draft: DocumentDraft, _ document: CalendarDocument) -> CalendarMerge {
    CalendarMerge(
      base: draft.base, theirs: document.base, mine: draft.current, names: document.names,
      format: format)
  }
}
