import JSON

/// What the service holds, as what edits are compared with.
extension CalendarDocument {
  /// Whether a calendar that came is the one that is edited, as far as its id tells.
  ///
  /// Another one would look as if somebody had emptied this one.
  package func isSameCalendar(as calendar: JSONValue) -> Bool {
    guard let id = base.calendarID else { return true }
    return calendar.calendarID == id
  }

  /// Whether the calendar came with an id.
  ///
  /// Without one nobody can tell its answers from those about
  /// another calendar.
  package var hasID: Bool { base.calendarID != nil }

  /// The calendar before the oldest step of the history.
  var firstState: JSONValue {
    var state = current
    for step in undoSteps.reversed() {
      for edit in step.inverses.reversed() { _ = state.apply(edit) }
    }
    return state
  }

  /// Takes what the service holds after a save as the calendar that edits are compared with.
  ///
  /// What the service made of the save is no edit: undo goes back through the user's own edits, as
  /// changes of what is held now that an update can carry. What an update cannot bring back, such as
  /// a property without a value, stays as it is held.
  ///
  /// - Parameters:
  ///   - calendar: what the service holds.
  ///   - keys: the properties that were sent and that it holds otherwise; what is edited there stays
  ///     as an edit.
  ///   - canUnset: whether a save can take a property away, as that of a file does.
  package mutating func adopt(
    saved calendar: JSONValue, keeping keys: Set<String> = [], canUnset: Bool = false
  ) {
    close()
    let normalised = LoadedSpellings.normalised(Self.object(calendar))
    let held = canUnset ? nil : normalised
    let target = keeping(QuantityField.widened(keys), over: normalised)
    let history = RebasedHistory(
      of: self, CalendarMerge(base: current, theirs: target, mine: current), held: held)
    let rebased = history.map { Self.isSame($0.current, target) } ?? false
    if let history, rebased {
      undoSteps = history.undoSteps
      redoSteps = history.redoSteps
    } else {
      replaceHistory(by: target, held: held)
    }
    take(calendar)
    current = target
    origins = RowOrigins(base: base, current: current)
    dateHours = keys.isEmpty ? loadedDateHours : DateIndex(current[.availabilities])
    revalidate()
  }

  /// What the service holds, with what is edited in some properties.
  private func keeping(_ keys: Set<String>, over held: JSONValue) -> JSONValue {
    guard !keys.isEmpty, case .object(var object) = held else { return held }
    let merged = CalendarMerge(base: base, theirs: held, mine: current).resolved()
    for field in CalendarSchema.all where keys.contains(field.key) {
      if let value = merged[key: field.key] { object[field.key] = value }
    }
    return .object(object)
  }

  /// Keeps of the history one step, from the first state to what is held now.
  private mutating func replaceHistory(by target: JSONValue, held: JSONValue?) {
    let first = CalendarMerge(base: current, theirs: target, mine: firstState).resolved()
    redoSteps = []
    undoSteps =
      RebasedHistory.step(
        title: Wording.earlierEdits,
        from: held.map { RebasedHistory.sendable(first, over: $0) } ?? first, to: target
      ).map { [$0] } ?? []
  }

  /// Takes the service's calendar as what edits are compared with, and goes on with the calendar
  /// that was merged with it.
  ///
  /// Undo takes back what was edited here and leaves what the others saved: its steps are those that
  /// would have led here from their calendar. Where theirs was chosen in a conflict, that is a step
  /// of its own, behind which the edit still stands.
  /// - Parameters:
  ///   - merge: of what this document started from, with what it is now.
  ///   - choices: whose value is kept, by conflict.
  ///   - side: for the conflicts that nothing is chosen for.
  package mutating func rebase(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side] = [:],
    otherwise side: CalendarMerge.Side = .mine
  ) {
    close()
    let resolved = merge.resolved(choices, otherwise: side)
    guard let history = RebasedHistory(of: self, merge),
      Self.isSame(history.current, merge.resolved())
    else { return rebase(onto: merge.theirsAsLoaded, current: resolved) }
    undoSteps = history.undoSteps
    redoSteps = history.redoSteps
    current = history.current
    dateHours = DateIndex(current[.availabilities])
    rebase(onto: merge.theirsAsLoaded, current: resolved, title: StepTitle(Wording.theirsTaken))
  }

  /// Takes the service's calendar as what edits are compared with, and goes on with another one.
  ///
  /// Where a documented value of what is being edited changes thereby, that is a step of its own:
  /// undo leads back to how it was before, and on to every earlier state. What is undone that way
  /// stands as a change against what the others saved.
  package mutating func rebase(onto theirs: JSONValue, current merged: JSONValue) {
    rebase(onto: theirs, current: merged, title: StepTitle(Wording.merged))
  }

  private mutating func rebase(onto theirs: JSONValue, current merged: JSONValue, title: StepTitle)
  {
    close()
    take(theirs)
    let merged = LoadedSpellings.normalised(Self.object(merged))
    origins = RowOrigins(base: base, current: current)
    if Self.isSame(current, merged) {
      current = merged
      origins = RowOrigins(base: base, current: current)
      dateHours = DateIndex(merged[.availabilities])
    } else {
      perform([.set(.root, merged)], title: title, focus: .root)
    }
    revalidate()
  }

  /// Whether two calendars have the same in what an update can carry.
  private static func isSame(_ a: JSONValue, _ b: JSONValue) -> Bool {
    CalendarSchema.all.allSatisfy { $0.isReadOnly || areEquivalent(a[key: $0.key], b[key: $0.key]) }
  }
}
