import JSON

/// The steps of an editing session as if it had begun with what somebody else saved meanwhile.
///
/// Every state that the user had is merged with theirs, and the steps lead from one of these to the
/// next: undo takes back what was edited here, and never what the others did.
struct RebasedHistory {
  private(set) var undoSteps: [Step] = []
  private(set) var redoSteps: [Step] = []
  /// The state between both.
  private(set) var current: JSONValue

  private let merge: CalendarMerge
  /// The properties that they changed, with those that make sense together with them only.
  private let touched: Set<String>
  /// How many states can still be merged; one costs as much as to read what they changed.
  private var budget = 100

  /// - Parameter document: still on top of what both sides started from.
  /// - Returns: nil where there are too many steps in what they changed.
  init?(of document: CalendarDocument, _ merge: CalendarMerge) {
    self.merge = merge
    touched = Self.touched(by: merge)
    var state = document.current
    for step in document.undoSteps.reversed() {
      for change in step.inverses.reversed() { _ = state.apply(change) }
    }
    current =
      CalendarMerge(base: merge.base, theirs: merge.theirs, mine: state).resolved()
    var rebased = current
    for step in document.undoSteps {
      guard let step = follow(step, &state, &rebased) else { return nil }
      if !step.edits.isEmpty { undoSteps.append(step) }
    }
    current = rebased
    for step in document.redoSteps.reversed() {
      guard let step = follow(step, &state, &rebased) else { return nil }
      if !step.edits.isEmpty { redoSteps.insert(step, at: 0) }
    }
  }

  private static func touched(by merge: CalendarMerge) -> Set<String> {
    let (base, theirs) = (merge.base.object ?? JSONObject(), merge.theirs.object ?? JSONObject())
    var keys = Set((base.keys + theirs.keys).filter { base[$0] != theirs[$0] })
    for pair in QuantityField.all {
      let both = [pair.number.key, pair.unit.key]
      if both.contains(where: keys.contains) { keys.formUnion(both) }
    }
    return keys
  }

  /// Makes a step in the state as it was, and the step that comes to the same in the merged one.
  private mutating func follow(
    _ step: Step, _ state: inout JSONValue, _ rebased: inout JSONValue
  ) -> Step? {
    for change in step.edits { _ = state.apply(change) }
    var step = step
    let keys = step.edits.map(\.path.topKey)
    if keys.contains(where: { $0.map(touched.contains) ?? true }) {
      guard budget > 0 else { return nil }
      budget -= 1
      step.edits = changes(of: keys, to: state, from: rebased)
    }
    step.openFor = nil
    step.inverses = step.edits.compactMap { rebased.apply($0) }
    return step
  }

  /// The changes that lead to a state that is merged with theirs.
  ///
  /// - Parameter keys: of the properties that can differ; nil stands for all.
  private func changes(
    of keys: [String?], to state: JSONValue, from rebased: JSONValue
  ) -> [Edit] {
    func part(_ calendar: JSONValue) -> JSONValue {
      .object(JSONObject(calendar.object?.members.filter { touched.contains($0.key) } ?? []))
    }
    let merged = CalendarMerge(
      base: part(merge.base), theirs: part(merge.theirs), mine: part(state)
    ).resolved()
    let isAll = keys.contains(nil)
    var candidates = isAll ? (rebased.object?.keys ?? []) + (state.object?.keys ?? []) : []
    candidates += isAll ? merged.object?.keys ?? [] : keys.compactMap { $0 }
    // Of a number and its unit the other one can change as well.
    candidates += touched.filter { merged[key: $0] != rebased[key: $0] }
    var seen: Set<String> = []
    return candidates.compactMap { key in
      let value = touched.contains(key) ? merged[key: key] : state[key: key]
      guard seen.insert(key).inserted, rebased[key: key] != value else { return nil }
      return .set(JSONPath([.key(key)]), value)
    }
  }
}
