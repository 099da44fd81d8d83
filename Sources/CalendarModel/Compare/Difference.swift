import JSON

/// One difference between the loaded and the edited calendar.
package struct Difference: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case changed(from: JSONValue?, to: JSONValue?)
    case added(JSONValue)
    /// `back` is the place in the list to which the row would be put back; nil while the row is still
    /// there and only marked as deleted.
    case removed(JSONValue, back: Int?)
    /// Rows are counted from 0; moving the row to `back` restores the order of the loaded list.
    case moved(from: Int, to: Int, back: Int)
  }

  /// The path in the edited calendar.
  ///
  /// For a removed row it is the path of the list, or of the row itself while it is only marked as
  /// deleted.
  package let path: JSONPath
  package let kind: Kind

  /// The top-level key it belongs to.
  package var key: String { path.topKey ?? "" }

  /// All differences of the documented properties, section by section.
  ///
  /// Rows are recognised by their user, date, id or days, so that a changed row is not reported as one
  /// row deleted and another one added.
  package static func all(of document: CalendarDocument) -> [Difference] {
    var found: [Difference] = []
    for field in CalendarSchema.all where document.validation.modifiedKeys.contains(field.key) {
      compare(
        document.base[key: field.key], document.current[key: field.key], field,
        at: JSONPath([.key(field.key)]), into: &found)
    }
    return found
  }

  private static func compare(
    _ old: JSONValue?, _ new: JSONValue?, _ field: Field?, at path: JSONPath,
    into found: inout [Difference]
  ) {
    if areEquivalent(old, new) { return }
    switch SchemaWalk.parts(old, new, of: field) {
    case .members(let members): compare(members, at: path, into: &found)
    case .rows(let old, let new, let type), .days(let old, let new, let type):
      compare(old, new, type, at: path, into: &found)
    case .whole:
      if case .list(let type) = field?.type, type.rows != .ranges, old?.isNull ?? true,
        let rows = new?.array, !rows.isEmpty
      {
        for (index, row) in rows.enumerated() {
          found.append(Difference(path: path.appending(index), kind: .added(row)))
        }
      } else {
        found.append(Difference(path: path, kind: .changed(from: old, to: new)))
      }
    }
  }

  private static func compare(
    _ members: [SchemaWalk.Member], at path: JSONPath, into found: inout [Difference]
  ) {
    for member in members {
      compare(
        member.values[0], member.values[1], member.field, at: path.appending(member.key),
        into: &found)
    }
  }

  private static func compare(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, at path: JSONPath,
    into found: inout [Difference]
  ) {
    let pairs = RowPairing.likely(old: old, new: new, type: type)
    let staying = pairs.rowsInOrder
    let places = pairs.places(among: staying)
    for (index, row) in new.enumerated() {
      let here = path.appending(index)
      guard let from = pairs.oldIndex[index] else {
        found.append(Difference(path: here, kind: .added(row)))
        continue
      }
      if !staying.contains(index) {
        let back = places[from] - (places[from] > index ? 1 : 0)
        found.append(Difference(path: here, kind: .moved(from: from, to: index, back: back)))
      }
      if type.isDeleted(row), !type.isDeleted(old[from]) {
        found.append(Difference(path: here, kind: .removed(old[from], back: nil)))
      } else if let before = old[from].object, let after = row.object {
        compare(SchemaWalk.members(of: [before, after], type), at: here, into: &found)
      } else if !old[from].isEquivalent(to: row) {
        found.append(Difference(path: here, kind: .changed(from: old[from], to: row)))
      }
    }
    for index in pairs.removed {
      found.append(Difference(path: path, kind: .removed(old[index], back: places[index])))
    }
  }
}
