import JSON

/// Rows that join and leave, and what a value given as JSON keeps of the rows that are there.
extension ChangeWork {
  mutating func unset(_ place: ChangePlace) throws(Mistake) {
    if let type = place.rowType {
      guard let path = try finder.row(at: place), case .index(let index)? = path.last,
        let row = document[path], !type.isDeleted(row)
      else { return }
      document.removeRow(index, of: path.parent)
      return
    }
    let path = try finder.path(of: place)
    if path.count == 1, let field = QuantityField(place.topKey) {
      document.set(field, to: nil)
    } else {
      try set(path, to: nil)
    }
  }

  mutating func add(_ change: CalendarChange) throws(Mistake) {
    let path = try finder.path(of: change.place)
    guard let type = change.place.field?.objectType,
      let row = try newRow(for: change.action, type)
    else { return }
    let rows = document[path]?.array ?? []
    if let index = type.index(of: row, in: rows) {
      // Who is there already does not join again.
      guard case .addRow = change.action else { return }
      let named = type.keepingID(of: rows[index], in: row)
      let place = change.place.appending(.row(.number(index + 1)))
      try set(path.appending(index), to: adopted(named, place, path.appending(index)))
      return
    }
    let isThere = rows.contains { other in
      if case .add = change.action, type.firstChoice == .locationKind {
        return type.key(of: other) == type.key(of: row)
      }
      return type.documentedPart(of: other).isEquivalent(to: type.documentedPart(of: row))
    }
    if isThere { return }
    guard document.insert(row, into: path, at: rows.count) != nil else {
      throw Mistake(ChangeWording.isNoList(change.place.words))
    }
  }

  /// The row that a change adds; nil where it adds none.
  private func newRow(
    for action: CalendarChange.Action, _ type: ObjectType
  ) throws(Mistake) -> JSONValue? {
    switch (action, type.firstChoice) {
    case (.addRow(let row), _): row
    case (.add(let name), .user?): type.newRow(choosing: .text(try finder.id(named: name, .users)))
    case (.add(let kind), .locationKind?):
      ChangeValueReader.choice(kind, Choices.locationKind).map { type.newRow(choosing: $0.value) }
    case (.add, nil): type.template
    default: nil
    }
  }

  /// A value given as JSON over what stands there: rows keep what no document lists, and dates the ids
  /// that this calendar has.
  func adopted(_ value: JSONValue, _ place: ChangePlace, _ path: JSONPath) -> JSONValue {
    guard let field = place.field else { return value }
    let old = document[path]
    if let type = place.rowType {
      let list = JSONValue.array([type.keepingID(of: old, in: value)])
      return list.adopted(over: old.map { .array([$0]) }, field).array?.first ?? value
    }
    guard let type = field.objectType, type.id != nil, let rows = value.array else {
      return value.adopted(over: old, field)
    }
    var known: [RowKey: JSONValue] = [:]
    for row in old?.array ?? [] { if let key = type.secondKey(of: row) { known[key] = row } }
    let named = rows.map { row in
      type.keepingID(of: type.secondKey(of: row).flatMap { known[$0] }, in: row)
    }
    return JSONValue.array(named).adopted(over: old, field)
  }
}

extension ObjectType {
  /// The place of the row with the same key in a list, other than one that is to go.
  fileprivate func index(of row: JSONValue, in rows: [JSONValue]) -> Int? {
    guard self.rows == .keyed, let key = keyAcrossCalendars(of: row), !key.isEmpty else {
      return nil
    }
    return rows.firstIndex { keyAcrossCalendars(of: $0) == key && !isDeleted($0) }
  }

  /// A row with the id that another one has from the service, where it has none itself.
  fileprivate func keepingID(of old: JSONValue?, in row: JSONValue) -> JSONValue {
    guard let id, let old, case .object(var object) = row, serviceID(of: row) == nil else {
      return row
    }
    for key in [id.key, id.otherKey] where object[key] == nil {
      if let value = old[key: key] { object[key] = value }
    }
    return .object(object)
  }
}
