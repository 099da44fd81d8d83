import JSON

/// Finds a row of a top-level list where it was loaded, by what it is known by.
///
/// Team members are known by the user, dates by their id or their date; the rows of the other lists
/// have only their place.
extension CalendarDocument {
  /// Where the value at a path was loaded; nil in a row that is new.
  func loadedPath(_ path: JSONPath) -> JSONPath? {
    guard let key = path.topKey, let row = path.row, let known = loadedRows[key],
      let kind = CalendarSchema.field(key)?.objectType?.kind,
      let current = current[key: key]?[.index(row)],
      let identity = RowMatching.identity(of: current, kind: kind)
    else { return path }
    if let place = known[identity] {
      // Of rows that are known by the same, each has its own place.
      let isHere = baseIdentity(key, row, kind) == identity
      return isHere ? path : path.replacingRow(with: place)
    }
    // What it is known by has been edited: it is the row that was here, unless that is elsewhere now.
    guard let before = baseIdentity(key, row, kind), !validation.holds(before, in: key) else {
      return nil
    }
    return path
  }

  private func baseIdentity(_ key: String, _ row: Int, _ kind: ObjectType.Kind) -> String? {
    base[key: key]?[.index(row)].flatMap { RowMatching.identity(of: $0, kind: kind) }
  }

  /// The places of the rows of a calendar by what they are known by.
  static func places(in calendar: JSONValue) -> [String: [String: Int]] {
    var places: [String: [String: Int]] = [:]
    for field in CalendarSchema.all {
      guard case .list(let type) = field.type, [.teamMember, .availability].contains(type.kind),
        let rows = calendar[key: field.key]?.array
      else { continue }
      places[field.key] = Dictionary(
        rows.enumerated().compactMap { index, row in
          RowMatching.identity(of: row, kind: type.kind).map { ($0, index) }
        }, uniquingKeysWith: { first, _ in first })
    }
    return places
  }
}

extension JSONPath {
  fileprivate func replacingRow(with row: Int) -> JSONPath {
    var path = self
    path.components[1] = .index(row)
    return path
  }
}
