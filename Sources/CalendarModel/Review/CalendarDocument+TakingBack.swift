import JSON

extension CalendarDocument {
  /// Takes back one change of the review, as one step, and leaves all others as they are.
  ///
  /// - Parameter change: one of ``ReviewLine/all(of:)`` of this document as it is now.
  /// - Returns: false when nothing changes.
  @discardableResult
  package mutating func takeBack(_ change: ReviewLine) -> Bool {
    switch change.kind {
    case .days(let days): resetWeekHours(of: days)
    case .quantity(let quantity): takeBack(quantity, title: title(change))
    case .differences(let differences): takeBack(differences, title: title(change))
    }
  }

  private func title(_ change: ReviewLine) -> StepTitle {
    StepTitle(in: format) { format in
      let line =
        format == self.format
        ? nil : ReviewLine.all(of: self, in: format).first { $0.isSame(as: change) }
      return "Leave out: \((line ?? change).text)"
    }
  }

  private mutating func takeBack(_ quantity: QuantityField, title: StepTitle) -> Bool {
    let fields = [quantity.number] + (quantity.isUnitFixed ? [] : [quantity.unit])
    let paths = fields.map { JSONPath([.key($0.key)]) }
    let changes = paths.filter { self[$0] != base[$0] }.map { change(setting: $0, to: base[$0]) }
    return perform(changes, title: title, focus: paths[0])
  }

  private mutating func takeBack(_ differences: [Difference], title: StepTitle) -> Bool {
    var changes: [Edit] = []
    var leaving: [(list: JSONPath, index: Int)] = []
    var coming: [(list: JSONPath, row: JSONValue, index: Int)] = []
    for difference in differences {
      let path = difference.path
      switch difference.kind {
      case .changed(let old, _): changes.append(change(setting: path, to: old))
      case .added:
        guard case .index(let index)? = path.last else { return false }
        leaving.append((path.parent, index))
      case .removed(let row, nil):
        // The row is still there, and only marked.
        guard let mark = CalendarSchema.field(at: path)?.objectType?.deletionMark else {
          return false
        }
        changes.append(change(setting: path.appending(mark), to: row[key: mark]))
      case .removed(let row, let back?): coming.append((path, row, back))
      case .moved(_, let index, let back):
        changes.append(.move(in: path.parent, from: index, to: back))
      }
    }
    if let list = leaving.first?.list, let made = remaking(list, without: leaving.count) {
      return perform([made], title: title, focus: list)
    }
    changes += leaving.sorted { $0.index > $1.index }.map { .remove(from: $0.list, at: $0.index) }
    let places = coming.enumerated().sorted {
      ($0.element.index, $0.offset) < ($1.element.index, $1.offset)
    }
    for (offset, place) in places.enumerated() {
      let (list, row, index) = place.element
      changes.append(.insert(row, into: list, at: index + offset))
    }
    let focus =
      places.first.map { $0.element.list.appending($0.element.index) } ?? differences.first?.path
    return perform(changes, title: title, focus: focus ?? .root)
  }

  /// The edit that removes a list that was created for exactly these new rows.
  private func remaking(_ list: JSONPath, without count: Int) -> Edit? {
    guard list.count == 1, base[list]?.isNull ?? true, self[list]?.array?.count == count else {
      return nil
    }
    return change(setting: list, to: base[list])
  }
}
