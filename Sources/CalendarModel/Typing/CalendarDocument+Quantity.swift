import JSON

extension CalendarDocument {
  /// Sets a number and its unit as one step: "Slot duration: 30 min → 45 min".
  ///
  /// Each of the two properties is touched only when what it means changes, the unit of `slotBuffer`
  /// never. Nil makes the number absent and leaves the unit alone.
  /// - Parameter typing: whether it belongs to a run of typing, which is undone as one step.
  /// - Returns: false when nothing changes.
  @discardableResult
  package mutating func set(
    _ field: QuantityField, to quantity: Quantity?, typing: Bool = false
  ) -> Bool {
    let path = JSONPath([.key(field.number.key)])
    let unitPath = JSONPath([.key(field.unit.key)])
    var changes: [Edit] = []
    let number = quantity.map { JSONValue.number($0.number) }
    if !areEquivalent(self[path], number) { changes.append(.set(path, number)) }
    if !field.isUnitFixed, let unit = quantity?.unit, unit != field.unitText(in: current) {
      changes.append(.set(unitPath, .text(unit)))
    }
    guard !changes.isEmpty else { return false }
    var was = current
    if typing, isTyping(at: path), let step = undoSteps.last {
      _ = was.apply(.set(path, step.original))
    }
    let before = field.wording(in: was)
    let after = quantity?.description ?? Wording.value(nil)
    return perform(
      changes, title: "\(field.number.label): \(before) → \(after)", focus: path, joining: typing)
  }

  /// Gives a number and its unit other values as one step.
  ///
  /// Nil makes a property absent; the unit of `slotBuffer` stays.
  ///
  /// - Returns: false when nothing changes.
  @discardableResult
  package mutating func set(
    _ field: QuantityField, to number: JSONValue?, unit: JSONValue?
  ) -> Bool {
    let path = JSONPath([.key(field.number.key)])
    let unitPath = JSONPath([.key(field.unit.key)])
    var changes: [Edit] = []
    if self[path] != number { changes.append(.set(path, number)) }
    if !field.isUnitFixed, self[unitPath] != unit { changes.append(.set(unitPath, unit)) }
    guard !changes.isEmpty else { return false }
    let before = field.wording(in: current)
    let after = field.wording(number, unit: field.isUnitFixed ? self[unitPath] : unit)
    return perform(
      changes, title: "\(field.number.label): \(before) → \(after)", focus: path, joining: false)
  }
}
