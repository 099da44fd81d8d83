import JSON

/// What is known of a top-level list: the problems of each row, and the facts about all rows that
/// rules have asked for.
///
/// A change within a row costs one row; one row more or less costs one row as well.
struct ListState: Sendable {
  struct Row: Sendable {
    /// With paths from the row on.
    var problems: [Problem]
    /// Whether it differs from the row that was loaded at its place.
    var isModified: Bool
  }

  private(set) var rows: [Row] = []
  var tallies = Tallies()
  private(set) var counts = ProblemCounts()
  private(set) var modifiedRows = 0

  private mutating func count(_ row: Row, by step: Int) {
    for problem in row.problems { counts.add(problem.severity, times: step) }
    if row.isModified { modifiedRows += step }
  }

  mutating func insert(_ row: Row, _ view: RowView, at index: Int) {
    rows.insert(row, at: index)
    count(row, by: 1)
    tallies.insert(view, at: index)
  }

  mutating func remove(at index: Int) {
    count(rows.remove(at: index), by: -1)
    tallies.remove(at: index)
  }

  /// Puts a row in the place of another.
  ///
  /// - Returns: the names of the facts that have changed.
  mutating func replace(at index: Int, with row: Row, _ view: RowView) -> Set<String> {
    count(rows[index], by: -1)
    rows[index] = row
    count(row, by: 1)
    return tallies.replace(at: index, with: view)
  }

  /// Finds anew which rows differ from what was loaded, after rows have changed places.
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
