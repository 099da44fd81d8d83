import JSON

/// The steps of an editing session as if it had begun with what somebody else, or a save, made of
/// the calendar meanwhile.
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
  /// What the service holds, where states that an update cannot lead back to are left out; nil where
  /// every state is one to go back to.
  private let held: JSONValue?
  /// How many states can still be merged; one costs as much as to read what they changed.
  private var budget = 100

  /// - Parameters:
  ///   - document: still on top of what both sides started from.
  ///   - merge: of what the document started from, with what it is now.
  ///   - held: what the service holds after a save: a property that it has cannot be unset any more.
  /// - Returns: nil where there are too many steps in what they changed.
  init?(of document: CalendarDocument, _ merge: CalendarMerge, held: JSONValue? = nil) {
    self.merge = merge
    self.held = held
    touched = Self.touched(by: merge).union(held.map { Self.unset(in: document, $0) } ?? [])
    var state = document.firstState
    current =
      CalendarMerge(base: merge.base, theirs: merge.theirs, mine: state).resolved()
    if let held { current = Self.sendable(current, over: held) }
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

  /// A state without holes that an update cannot make: an absent property stays as it is held, and
  /// an absent list is an empty one.
  static func sendable(_ state: JSONValue, over held: JSONValue) -> JSONValue {
    guard case .object(var object) = state else { return state }
    for field in CalendarSchema.all where !field.isReadOnly && object[field.key] == nil {
      object[field.key] = sendable(field, held)
    }
    return .object(object)
  }

  private static func sendable(_ field: Field, _ held: JSONValue) -> JSONValue? {
    guard let value = held[key: field.key] else { return nil }
    if case .list = field.type, value.array?.isEmpty == false { return [] }
    return value
  }

  /// One step from a state to another; nil where they are the same.
  static func step(title: String, from: JSONValue, to: JSONValue) -> Step? {
    var state = from
    let changes = CalendarSchema.all.compactMap { field -> Edit? in
      let value = to[key: field.key]
      guard !field.isReadOnly, value != from[key: field.key] else { return nil }
      return .set(JSONPath([.key(field.key)]), value)
    }
    guard let first = changes.first else { return nil }
    let inverses = changes.compactMap { state.apply($0) }
    return Step(title: title, focus: first.path, edits: changes, inverses: inverses)
  }

  /// The properties that the service holds and that some state of the document does not have.
  private static func unset(in document: CalendarDocument, _ held: JSONValue) -> Set<String> {
    let steps = document.undoSteps + document.redoSteps
    return Set(
      steps.flatMap { $0.edits + $0.inverses }.compactMap { change in
        guard case .set(let path, nil, _) = change, path.count == 1, let key = path.topKey,
          held[key: key] != nil, CalendarSchema.field(key)?.isReadOnly == false
        else { return nil }
        return key
      })
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
      var value = touched.contains(key) ? merged[key: key] : state[key: key]
      if value == nil, let held, let field = CalendarSchema.field(key), !field.isReadOnly {
        value = Self.sendable(field, held)
      }
      guard seen.insert(key).inserted, rebased[key: key] != value else { return nil }
      return .set(JSONPath([.key(key)]), value)
    }
  }
}
