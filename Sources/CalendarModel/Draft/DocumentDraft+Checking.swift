import JSON

/// Checks that the steps of a draft fit its calendar.
///
/// It tries every edit on a copy, so that no later undo finds that it does not fit.
extension DocumentDraft {
  /// Undoes all steps and redoes them.
  static func checkUndo(_ steps: [Step], of current: JSONValue) throws(DraftProblem) {
    var calendar = current
    for index in steps.indices.reversed() { try undo(steps[index], index, "undo", &calendar) }
    for index in steps.indices { try redo(steps[index], index, "undo", &calendar) }
    try check(calendar, is: current, "undo")
  }

  /// Redoes all steps that were undone, beginning with the last of the list, and undoes them again.
  static func checkRedo(_ steps: [Step], of current: JSONValue) throws(DraftProblem) {
    var calendar = current
    for index in steps.indices.reversed() { try redo(steps[index], index, "redo", &calendar) }
    for index in steps.indices { try undo(steps[index], index, "redo", &calendar) }
    try check(calendar, is: current, "redo")
  }

  /// Compares what an update can carry; the rest may differ, because a save replaces it.
  private static func check(
    _ calendar: JSONValue, is current: JSONValue, _ part: JSONPath
  ) throws(DraftProblem) {
    let isSame = CalendarSchema.all.allSatisfy {
      $0.isReadOnly || areEquivalent(calendar[key: $0.key], current[key: $0.key])
    }
    guard isSame else { throw DraftProblem(part, .endsElsewhere) }
  }

  private static func undo(
    _ step: Step, _ index: Int, _ list: JSONPath, _ calendar: inout JSONValue
  ) throws(DraftProblem) {
    for place in step.inverses.indices.reversed() {
      guard calendar.takes(step.inverses[place]) else {
        let part = list.appending(index).appending("inverses").appending(place)
        throw DraftProblem(part, .doesNotApply)
      }
    }
  }

  private static func redo(
    _ step: Step, _ index: Int, _ list: JSONPath, _ calendar: inout JSONValue
  ) throws(DraftProblem) {
    for place in step.edits.indices {
      guard calendar.takes(step.edits[place]) else {
        let part = list.appending(index).appending("changes").appending(place)
        throw DraftProblem(part, .doesNotApply)
      }
    }
  }
}

extension JSONValue {
  /// Makes an edit; false if it does not fit, or would leave no object.
  fileprivate mutating func takes(_ change: Edit) -> Bool {
    if apply(change) != nil { return object != nil }
    // An edit that removes an absent member does nothing, but it is not wrong.
    guard case .set(let path, nil, _) = change, case .key(let key)? = path.last,
      let object = self[path.parent]?.object
    else { return false }
    return object[key] == nil
  }
}
