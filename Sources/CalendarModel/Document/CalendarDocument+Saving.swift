import JSON

/// What the service holds, as what edits are compared with.
extension CalendarDocument {
  /// Takes what the service holds now as the calendar that edits are compared with.
  ///
  /// Where its documented values differ from what is being edited, taking them over is a step of
  /// its own, so that undo still leads back to every earlier state.
  package mutating func adopt(saved calendar: JSONValue) {
    let calendar = take(calendar)
    close()
    origins = RowOrigins(base: base, current: current)
    if Self.isSame(current, calendar) {
      current = calendar
      origins = RowOrigins(base: base, current: current)
      dateHours = loadedDateHours
    } else {
      perform([.set(.root, calendar)], title: Wording.takenOver, focus: .root)
    }
    revalidate()
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
    rebase(onto: merge.theirsAsLoaded, current: resolved, title: Wording.theirsTaken)
  }

  /// Takes the service's calendar as what edits are compared with, and goes on with another one.
  ///
  /// Where a documented value of what is being edited changes thereby, that is a step of its own:
  /// undo leads back to how it was before, and on to every earlier state. What is undone that way
  /// stands as a change against what the others saved.
  package mutating func rebase(onto theirs: JSONValue, current merged: JSONValue) {
    rebase(onto: theirs, current: merged, title: Wording.merged)
  }

  private mutating func rebase(onto theirs: JSONValue, current merged: JSONValue, title: String) {
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
