/// A fact about the rows of a list, row by row and summed up.
struct Tally<Value: Hashable & Sendable>: Sendable {
  private let fact: RowFact<Value>
  /// The fact of each row; nil where a row has nothing of the kind.
  private(set) var values: [Value?] = []
  /// How often each value occurs.
  private(set) var counts = CountedSet<Value>()

  init(_ fact: RowFact<Value>, _ rows: some Sequence<RowView>) {
    self.fact = fact
    for row in rows { insert(row, at: values.count) }
  }

  /// The rows that a condition on their fact picks, in order.
  func rows(where isPicked: (Value) -> Bool) -> [Int] {
    values.indices.filter { values[$0].map(isPicked) ?? false }
  }

  /// The rows whose value stands in an earlier row already.
  var repeatedRows: [Int] {
    guard !counts.repeated.isEmpty else { return [] }
    var seen: Set<Value> = []
    return rows { counts.repeated.contains($0) && !seen.insert($0).inserted }
  }
}

/// A tally of whatever values, kept up to date row by row.
protocol RowTally: Sendable {
  var name: String { get }
  mutating func insert(_ row: RowView, at index: Int)
  mutating func remove(at index: Int)
  /// - Returns: whether the fact of the row has changed.
  mutating func replace(at index: Int, with row: RowView) -> Bool
}

extension Tally: RowTally {
  var name: String { fact.name }

  mutating func insert(_ row: RowView, at index: Int) {
    let value = fact.read(row)
    values.insert(value, at: index)
    if let value { counts.add(value) }
  }

  mutating func remove(at index: Int) {
    if let value = values.remove(at: index) { counts.remove(value) }
  }

  mutating func replace(at index: Int, with row: RowView) -> Bool {
    let (old, new) = (values[index], fact.read(row))
    guard old != new else { return false }
    values[index] = new
    if let old { counts.remove(old) }
    if let new { counts.add(new) }
    return true
  }
}

/// The tallies of the facts of one list that were asked for.
struct Tallies: Sendable {
  private var tallies: [any RowTally] = []

  subscript<Value>(fact: RowFact<Value>) -> Tally<Value>? {
    tallies.lazy.compactMap { $0.name == fact.name ? $0 as? Tally<Value> : nil }.first
  }

  /// Keeps a tally up to date from now on.
  mutating func keep(_ tally: some RowTally) { tallies.append(tally) }

  mutating func insert(_ row: RowView, at index: Int) {
    for place in tallies.indices { tallies[place].insert(row, at: index) }
  }

  mutating func remove(at index: Int) {
    for place in tallies.indices { tallies[place].remove(at: index) }
  }

  /// - Returns: the names of the facts that have changed.
  mutating func replace(at index: Int, with row: RowView) -> Set<String> {
    var changed: Set<String> = []
    for place in tallies.indices where tallies[place].replace(at: index, with: row) {
      changed.insert(tallies[place].name)
    }
    return changed
  }
}
