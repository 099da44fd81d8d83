import JSON

extension CalendarDocument {
  /// Takes one change back, as one step, and leaves all others as they are.
  ///
  /// - Parameter change: one of ``DocumentChange/all(of:)`` of this document as it is now.
  /// - Returns: false when nothing changes.
  @discardableResult
  package mutating func takeBack(_ change: DocumentChange) -> Bool {
    switch change.kind {
    case .days(let days): resetWeekHours(of: days)
    case .quantity(let quantity): takeBack(quantity, title: Self.title(change))
    case .difference(let difference): takeBack(difference, title: Self.title(change))
    }
  }

  private static func title(_ change: DocumentChange) -> String { "Take back: \(change.text)" }

  private mutating func takeBack(_ quantity: QuantityField, title: String) -> Bool {
    let paths = [quantity.number, quantity.unit].map { JSONPath([.key($0.key)]) }
    let changes = paths.filter { self[$0] != base[$0] }.map { change(setting: $0, to: base[$0]) }
    return perform(changes, title: title, focus: paths[0])
  }

  private mutating func takeBack(_ difference: Difference, title: String) -> Bool {
    let path = difference.path
    switch difference.kind {
    case .changed(let old, _):
      return perform([change(setting: path, to: old)], title: title, focus: path)
    case .added:
      guard case .index(let index)? = path.last else { return false }
      let list = path.parent
      // A list that is there for this row only goes with it.
      let isNew = list.count == 1 && (base[list]?.isNull ?? true) && self[list]?.array?.count == 1
      let change =
        isNew ? self.change(setting: list, to: base[list]) : .remove(from: list, at: index)
      return perform([change], title: title, focus: isNew ? list : path)
    case .removed(let row, nil):
      // It is still there, and only marked.
      let mark = path.appending("deleted")
      return perform(
        [change(setting: mark, to: row[key: "deleted"])], title: title, focus: path)
    case .removed(let row, let back?):
      return perform(
        [.insert(row, into: path, at: back)], title: title, focus: path.appending(back))
    case .moved(_, let index, let back):
      return perform(
        [.move(in: path.parent, from: index, to: back)], title: title,
        focus: path.parent.appending(back))
    }
  }
}
