import JSON

/// Puts two states of a calendar side by side that differ by what the service does with rows: it
/// gives a new one an id, and takes those away that are marked as deleted.
enum GivenIDs {
  /// The two states, without those differences; everything else stays as it is.
  static func aligned(_ before: JSONValue, _ after: JSONValue) -> (JSONValue, JSONValue) {
    guard case .object(var old) = before, case .object(var new) = after else {
      return (before, after)
    }
    for field in CalendarSchema.all {
      guard case .list(let type) = field.type, type.id != nil,
        case .array(let oldRows)? = old[field.key], case .array(let newRows)? = new[field.key]
      else { continue }
      let rows = rows(oldRows, newRows, type)
      old[field.key] = .array(rows.old)
      new[field.key] = .array(rows.new)
    }
    return (.object(old), .object(new))
  }

  /// A former value of a list with the ids that its rows have now, by what else tells them apart: some
  /// accounts give every date a new id with each update.
  static func renewed(_ former: JSONValue, _ field: Field, as now: JSONValue?) -> JSONValue {
    guard case .list(let type) = field.type, let id = type.id, case .array(let rows) = former,
      let held = now?.array
    else { return former }
    let ids = Set(held.compactMap(type.serviceID))
    let byKey = Dictionary(grouping: held) { type.secondKey(of: $0) }
    let own = Dictionary(grouping: rows) { type.secondKey(of: $0) }
    return .array(
      rows.map { row in
        guard case .object(var object) = row, let old = type.serviceID(of: row), !ids.contains(old),
          let key = type.secondKey(of: row), own[key]?.count == 1, byKey[key]?.count == 1,
          let given = byKey[key]?.first.flatMap(type.serviceID)
        else { return row }
        object[id.otherKey] = nil
        object[id.key] = .text(given)
        return .object(object)
      })
  }

  private static func rows(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType
  ) -> (old: [JSONValue], new: [JSONValue]) {
    let newIDs = Set(new.compactMap(type.serviceID))
    // What was to be deleted, and is gone.
    var old = old.filter { row in
      !type.isDeleted(row) || type.serviceID(of: row).map(newIDs.contains) ?? false
    }
    var new = new
    let oldIDs = Set(old.compactMap(type.serviceID))
    takeIDs(from: &new, unknownTo: oldIDs, like: old, type)
    takeIDs(from: &old, unknownTo: newIDs, like: new, type)
    return (old, new)
  }

  /// Takes the ids out of rows that stand on the other side without one, by what else tells them
  /// apart: the date.
  private static func takeIDs(
    from rows: inout [JSONValue], unknownTo ids: Set<String>, like others: [JSONValue],
    _ type: ObjectType
  ) {
    var waiting: [RowKey: Int] = [:]
    for row in others where type.serviceID(of: row) == nil && !type.isDeleted(row) {
      if let key = type.secondKey(of: row) { waiting[key, default: 0] += 1 }
    }
    // A row that has no id on this side either is the one that is waited for.
    for row in rows where type.serviceID(of: row) == nil {
      if let key = type.secondKey(of: row) { waiting[key, default: 0] -= 1 }
    }
    guard !waiting.isEmpty, let id = type.id else { return }
    for index in rows.indices {
      guard case .object(var object) = rows[index], let given = type.serviceID(of: rows[index]),
        !ids.contains(given), let key = type.secondKey(of: rows[index]),
        let count = waiting[key], count > 0
      else { continue }
      waiting[key] = count - 1
      object[id.key] = nil
      object[id.otherKey] = nil
      rows[index] = .object(object)
    }
  }
}
