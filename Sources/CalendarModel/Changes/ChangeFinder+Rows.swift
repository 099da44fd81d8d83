import JSON

/// The rows of lists.
extension ChangeFinder {
  /// The changes row by row; nil where rows cannot be told apart, or do not keep their order.
  func rows(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    byKey(old, new, type, place) ?? byNumber(old, new, type, place)
  }

  /// Rows that are told apart by a key that each has alone, in both lists.
  private func byKey(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    guard let oldNames = names(of: old, type), let newNames = names(of: new, type),
      let pairs = RowPairing.strict(old: old, new: new, type: type, areNew: true)
    else { return nil }
    let removed = Set(pairs.removed)
    let kept = old.indices.filter { !removed.contains($0) }
    // Where nobody keeps an order, the rows that stay and then the new ones.
    guard pairs.oldIndex.starts(with: kept.map(Optional.some)),
      let changes = changes(
        of: new, from: pairs.oldIndex.map { $0.map { old[$0] } }, newNames, type, place)
    else { return nil }
    return pairs.removed.map { index in
      CalendarChange(
        place.appending(.row(oldNames[index])), .unset, remark: remark(of: old[index], type))
    } + changes
  }

  /// The names of rows by their keys; nil where one has none, or two have the same.
  private func names(of rows: [JSONValue], _ type: ObjectType) -> [ChangePlace.RowName]? {
    let keys = rows.compactMap(type.key).filter { !$0.isEmpty }
    guard keys.count == rows.count, Set(keys).count == keys.count else { return nil }
    return keys.map { .text($0.text) }
  }

  /// Rows that stand one behind the other in both lists, and perhaps more behind them.
  private func byNumber(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    guard type.rows == .likeness, new.count >= old.count else { return nil }
    let numbers = new.indices.map { ChangePlace.RowName.number($0 + 1) }
    let former = new.indices.map { $0 < old.count ? old[$0] : nil }
    return changes(of: new, from: former, numbers, type, place)
  }

  /// The changes of rows that stay, and the rows that join.
  ///
  /// - Parameters:
  ///   - former: what each of the rows was; nil for one that joins.
  ///   - names: how each of them is named.
  private func changes(
    of rows: [JSONValue], from former: [JSONValue?], _ names: [ChangePlace.RowName],
    _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    var changes: [CalendarChange] = []
    for (index, row) in rows.enumerated() {
      guard let old = former[index] else {
        guard let joined = joining(row, type, place) else { return nil }
        changes.append(joined)
        continue
      }
      guard let before = old.object, let after = row.object,
        let found = self.changes(
          of: SchemaWalk.members(of: [before, after], type),
          place.appending(.row(names[index])))
      else { return nil }
      changes += found
    }
    return changes
  }

  /// A row that joins a list; nil where it breaks the schema.
  private func joining(
    _ row: JSONValue, _ type: ObjectType, _ place: ChangePlace
  ) -> CalendarChange? {
    let row = type.documentedPart(of: row).plainlySpelt
    guard let field = place.field, ChangeShape.problem([row], field, today: today) == nil else {
      return nil
    }
    return CalendarChange(place, .addRow(row), remark: remark(of: row, type))
  }
}
