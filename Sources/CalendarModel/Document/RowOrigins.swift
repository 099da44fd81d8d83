import JSON

/// Remembers which loaded row each row of the edited calendar was.
///
/// A row keeps its origin when it is edited or moved, so that a reset restores its own values and never
/// those of another row. A row that was not loaded has no origin. Every edit brings the origins up to
/// date; when an edit replaces a whole list, the new rows are paired with the old ones. A list of hours
/// counts as one value, so its ranges have no origins.
struct RowOrigins: Sendable {
  /// A row, and the rows of the lists in it.
  private struct Row: Sendable {
    /// The index in the loaded list; nil for a row that was not loaded.
    var place: Int?
    var lists: Lists = [:]
  }

  /// The rows of lists by key; in a list that is missing here, no row has moved.
  private typealias Lists = [String: [Row]]

  private var lists: Lists = [:]

  /// - Parameters:
  ///   - base: the calendar as it was loaded.
  ///   - current: the edited calendar, whose rows are paired with those of `base`.
  init(base: JSONValue, current: JSONValue) {
    for field in CalendarSchema.all { lists[field.key] = Self.paired(field, base, current) }
  }

  // MARK: Asking

  /// The path at which a value was loaded; nil inside a row that was not loaded.
  func loadedPath(_ path: JSONPath) -> JSONPath? {
    var lists = lists
    var loaded = path
    var key: String?
    for (depth, component) in path.components.enumerated() {
      switch component {
      case .key(let text): key = text
      case .index(let index):
        guard let rows = key.flatMap({ lists[$0] }) else {
          lists = [:]
          continue
        }
        guard rows.indices.contains(index), let place = rows[index].place else { return nil }
        loaded.components[depth] = .index(place)
        lists = rows[index].lists
      }
    }
    return loaded
  }

  /// The loaded rows that a top-level list does not have any more, in order.
  ///
  /// - Parameters:
  ///   - count: how many rows the list has.
  ///   - loadedCount: how many it had when it was loaded.
  func gone(from key: String, count: Int, of loadedCount: Int) -> [Int] {
    let there = Set(places(of: key, count: count, of: loadedCount).compactMap { $0 })
    return (0..<loadedCount).filter { !there.contains($0) }
  }

  /// The loaded index of each row of a top-level list; nil for a new row.
  func places(of key: String, count: Int, of loadedCount: Int) -> [Int?] {
    lists[key]?.map(\.place) ?? (0..<count).map { $0 < loadedCount ? $0 : nil }
  }

  // MARK: Keeping up

  /// Follows an edit that was made.
  ///
  /// - Parameters:
  ///   - inverse: the inverse of the edit, which holds the value from before it.
  ///   - base: the calendar as it was loaded.
  ///   - current: the calendar after the edit.
  mutating func update(
    after change: Edit, inverse: Edit, base: JSONValue, current: JSONValue
  ) {
    switch change {
    case .set(let path, _, _):
      guard change.replacesRows else { return }
      var before: JSONValue?
      if case .set(path, let value, _) = inverse { before = value }
      if path.isRoot {
        for field in CalendarSchema.all {
          lists[field.key] = Self.followed(
            field, base, before?[key: field.key], current, lists[field.key])
        }
      } else {
        Self.set(path.components[...], base, before, current, in: &lists, .root)
      }
    case .insert(let row, let list, let index, let origin):
      edit(list, base, current, countBefore: -1) { rows, loaded, type in
        let place = origin ?? Self.origin(of: row, among: loaded, taken: rows, type)
        var new = Row(place: place)
        if let place, loaded.indices.contains(place) {
          new.lists = Self.paired(type, loaded[place], row)
        }
        rows.insert(new, at: min(index, rows.count))
      }
    case .remove(let list, let index):
      edit(list, base, current, countBefore: 1) { rows, _, _ in
        if rows.indices.contains(index) { rows.remove(at: index) }
      }
    case .move(let list, let from, let to):
      edit(list, base, current, countBefore: 0) { rows, _, _ in
        if rows.indices.contains(from), rows.indices.contains(to) {
          rows.insert(rows.remove(at: from), at: to)
        }
      }
    }
  }

  /// Finds the origin of an inserted row: it can be a row that was deleted and comes back.
  private static func origin(
    of row: JSONValue, among loaded: [JSONValue], taken rows: [Row], _ type: ObjectType
  ) -> Int? {
    // In most cases all loaded rows are there, and none can come back.
    guard rows.lazy.filter({ $0.place != nil }).count < loaded.count else { return nil }
    let taken = Set(rows.compactMap(\.place))
    let free = loaded.indices.filter { !taken.contains($0) }
    if let equal = free.first(where: { loaded[$0] == row }) { return equal }
    guard type.rows == .keyed, let key = type.key(of: row), !key.isEmpty else { return nil }
    return free.first { type.key(of: loaded[$0]) == key }
  }

  // MARK: Walking

  /// Changes the origins of the rows of a list.
  ///
  /// - Parameter countBefore: how many more rows the list had before the edit.
  private mutating func edit(
    _ list: JSONPath, _ base: JSONValue, _ current: JSONValue, countBefore: Int,
    _ body: (inout [Row], [JSONValue], ObjectType) -> Void
  ) {
    guard case .list(let type)? = CalendarSchema.field(at: list)?.type, type.rows != .ranges else {
      return
    }
    let count = (current[list]?.array?.count ?? 0) + countBefore
    Self.descend(list.components[...], base, current, in: &lists, count) { rows, loaded in
      body(&rows, loaded, type)
    }
  }

  private static func descend(
    _ path: ArraySlice<JSONPath.Component>, _ base: JSONValue?, _ current: JSONValue?,
    in lists: inout Lists, _ count: Int, _ body: (inout [Row], [JSONValue]) -> Void
  ) {
    guard case .key(let key)? = path.first else { return }
    let rest = path.dropFirst()
    let (loaded, rows) = (base?[key: key]?.array ?? [], current?[key: key]?.array ?? [])
    if rest.isEmpty {
      body(&lists[key, default: unmoved(count, loaded.count)], loaded)
    } else if case .index(let index)? = rest.first {
      var list = lists.removeValue(forKey: key) ?? unmoved(rows.count, loaded.count)
      defer { lists[key] = list }
      guard list.indices.contains(index), rows.indices.contains(index) else { return }
      let place = list[index].place.flatMap { loaded.indices.contains($0) ? loaded[$0] : nil }
      descend(rest.dropFirst(), place, rows[index], in: &list[index].lists, count, body)
    }
  }

  private static func unmoved(_ count: Int, _ loadedCount: Int) -> [Row] {
    (0..<max(0, count)).map { Row(place: $0 < loadedCount ? $0 : nil) }
  }

  /// Follows the rows of a value that was replaced: of a list, or of the lists in a row.
  private static func set(
    _ path: ArraySlice<JSONPath.Component>, _ base: JSONValue?, _ before: JSONValue?,
    _ current: JSONValue?, in lists: inout Lists, _ here: JSONPath
  ) {
    guard case .key(let key)? = path.first else { return }
    let here = here.appending(key)
    guard let field = CalendarSchema.field(at: here) else { return }
    let rest = path.dropFirst()
    guard case .index(let index)? = rest.first, case .list(let type) = field.type else {
      if rest.isEmpty { lists[key] = followed(field, base, before, current, lists[key]) }
      return
    }
    let (loaded, rows) = (base?[key: key]?.array ?? [], current?[key: key]?.array ?? [])
    var list = lists.removeValue(forKey: key) ?? unmoved(rows.count, loaded.count)
    defer { lists[key] = list }
    guard list.indices.contains(index), rows.indices.contains(index) else { return }
    let place = list[index].place.flatMap { loaded.indices.contains($0) ? loaded[$0] : nil }
    let deeper = rest.dropFirst()
    if !deeper.isEmpty {
      set(deeper, place, before, rows[index], in: &list[index].lists, here.appending(index))
    } else {
      list[index].lists = followed(type, place, before, rows[index], list[index].lists)
    }
  }

  /// The rows of a list that replaced another: rows that the old list had keep their origins.
  private static func followed(
    _ field: Field, _ base: JSONValue?, _ before: JSONValue?, _ current: JSONValue?,
    _ known: [Row]?
  ) -> [Row]? {
    guard case .list(let type) = field.type, type.rows != .ranges,
      let rows = current?[key: field.key]?.array
    else { return nil }
    guard let old = before?.array else { return paired(field, base, current) }
    let loaded = base?[key: field.key]?.array ?? []
    let origins = known ?? unmoved(old.count, loaded.count)
    let pairing = RowPairing.likely(old: old, new: rows, type: type)
    var new = pairing.oldIndex.enumerated().map { index, from -> Row in
      guard let from, origins.indices.contains(from) else { return Row(place: nil) }
      var row = origins[from]
      if old[from] != rows[index] {
        let place = row.place.flatMap { loaded.indices.contains($0) ? loaded[$0] : nil }
        row.lists = followed(type, place, old[from], rows[index], row.lists)
      }
      return row
    }
    for index in new.indices where new[index].place == nil {
      new[index].place = origin(of: rows[index], among: loaded, taken: new, type)
    }
    return new
  }

  private static func followed(
    _ type: ObjectType, _ base: JSONValue?, _ before: JSONValue?, _ current: JSONValue?,
    _ known: Lists
  ) -> Lists {
    var lists: Lists = [:]
    for field in type.fields {
      lists[field.key] = followed(
        field, base, before?[key: field.key], current, known[field.key])
    }
    return lists
  }

  /// Pairs the rows of a list, and of the lists in its rows, with the loaded ones; nil where no row has
  /// moved.
  private static func paired(
    _ field: Field, _ base: JSONValue?, _ current: JSONValue?
  ) -> [Row]? {
    guard case .list(let type) = field.type, type.rows != .ranges,
      let rows = current?[key: field.key]?.array
    else { return nil }
    let loaded = base?[key: field.key]?.array ?? []
    if loaded == rows { return nil }
    let pairing = RowPairing.likely(old: loaded, new: rows, type: type)
    return zip(rows, pairing.oldIndex).map { row, place in
      Row(place: place, lists: place.map { paired(type, loaded[$0], row) } ?? [:])
    }
  }

  private static func paired(_ type: ObjectType, _ base: JSONValue, _ current: JSONValue) -> Lists {
    var lists: Lists = [:]
    for field in type.fields { lists[field.key] = paired(field, base, current) }
    return lists
  }
}

extension Edit {
  /// Whether it replaces rows by others: it sets a list, a row or the whole calendar.
  var replacesRows: Bool {
    guard case .set(let path, _, _) = self else { return false }
    if path.isRoot { return true }
    // A list of hours counts as one value; nobody follows its ranges.
    return CalendarSchema.field(at: path)?.objectType.map { $0.rows != .ranges } ?? false
  }
}
