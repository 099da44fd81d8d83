import JSON

/// What is known of a top-level list: the problems of each row, and the facts about all rows.
///
/// A change within a row costs one row; one row more or less costs one row as well.
struct ListState: Sendable {
  struct Row: Sendable {
    var facts: RowFacts
    /// With paths from the row on.
    var problems: [Problem]
    /// Whether it differs from the row that was loaded at its place.
    var isModified: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var facts = ListFacts()
  private(set) var errorCount = 0
  private(set) var warningCount = 0
  private(set) var modifiedRows = 0

  init() {}

  private mutating func count(_ row: Row, by step: Int) {
    for problem in row.problems {
      switch problem.severity {
      case .error: errorCount += step
      case .warning: warningCount += step
      case .note: break
      }
    }
    if row.isModified { modifiedRows += step }
    if step > 0 { facts.add(row.facts) } else { facts.remove(row.facts) }
  }

  mutating func insert(_ row: Row, at index: Int) {
    rows.insert(row, at: index)
    count(row, by: 1)
  }

  mutating func remove(at index: Int) { count(rows.remove(at: index), by: -1) }

  /// Puts a row in the place of another.
  ///
  /// - Returns: whether the facts about the list have changed.
  mutating func replace(at index: Int, with row: Row) -> Bool {
    let old = rows[index]
    count(old, by: -1)
    rows[index] = row
    count(row, by: 1)
    return old.facts != row.facts
  }

  /// Says anew which rows differ from what was loaded, after rows have changed places.
  mutating func compare(_ current: [JSONValue], with base: [JSONValue]) {
    modifiedRows = 0
    for index in rows.indices {
      let isModified =
        index >= base.count || index >= current.count
        || !current[index].isEquivalent(to: base[index])
      rows[index].isModified = isModified
      if isModified { modifiedRows += 1 }
    }
  }
}
