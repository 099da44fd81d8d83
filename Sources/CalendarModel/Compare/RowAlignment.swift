import JSON

/// Lines up the rows of three versions of a list: each row with its index in every version that has
/// it.
struct RowAlignment {
  struct Row {
    var base: Int?
    var theirs: Int?
    var mine: Int?
  }

  /// The rows in the order of the merged list, without those that both sides deleted.
  private(set) var rows: [Row]
  /// Whether the order is theirs, because they moved rows and mine did not.
  let isTheirOrder: Bool

  /// Lines the rows up; nil where it would have to guess.
  init?(base: [JSONValue], theirs: [JSONValue], mine: [JSONValue], type: ObjectType) {
    guard let toTheirs = RowPairing.strict(old: base, new: theirs, type: type),
      let toMine = RowPairing.strict(old: base, new: mine, type: type)
    else { return nil }
    var rows = base.indices.map { Row(base: $0) }
    for (index, from) in toTheirs.oldIndex.enumerated() {
      if let from { rows[from].theirs = index }
    }
    for (index, from) in toMine.oldIndex.enumerated() { if let from { rows[from].mine = index } }
    let newTheirs = theirs.indices.filter { toTheirs.oldIndex[$0] == nil }
    let newMine = mine.indices.filter { toMine.oldIndex[$0] == nil }
    guard
      let both = RowPairing.strict(
        old: newTheirs.map { theirs[$0] }, new: newMine.map { mine[$0] }, type: type, areNew: true)
    else { return nil }
    for (index, from) in both.oldIndex.enumerated() {
      rows.append(Row(theirs: from.map { newTheirs[$0] }, mine: newMine[index]))
    }
    rows += both.removed.map { Row(theirs: newTheirs[$0]) }
    let ordered = Self.ordered(rows)
    self.rows = ordered.rows
    isTheirOrder = ordered.isTheirs
  }

  /// Orders the rows as mine, with each row that only they have behind the row that it follows in
  /// theirs; the other way round if they moved rows and mine did not.
  private static func ordered(_ rows: [Row]) -> (rows: [Row], isTheirs: Bool) {
    let mine = sorted(rows, by: \.mine)
    let theirs = sorted(rows, by: \.theirs)
    let isTheirs = isMoved(theirs, rows) && !isMoved(mine, rows)
    let (lead, other) = isTheirs ? (theirs, mine) : (mine, theirs)
    let isLeading = Set(lead)
    var first: [Int] = []
    var followers: [Int: [Int]] = [:]
    var last: Int?
    for row in other {
      if isLeading.contains(row) {
        last = row
      } else if let last {
        followers[last, default: []].append(row)
      } else {
        first.append(row)
      }
    }
    let order = first + lead.flatMap { [$0] + (followers[$0] ?? []) }
    return (order.map { rows[$0] }, isTheirs)
  }

  private static func sorted(_ rows: [Row], by place: KeyPath<Row, Int?>) -> [Int] {
    var byPlace: [(place: Int, row: Int)] = []
    for (row, places) in rows.enumerated() {
      if let place = places[keyPath: place] { byPlace.append((place, row)) }
    }
    return byPlace.sorted { $0.place < $1.place }.map(\.row)
  }

  /// Whether the loaded rows are in another order than they were loaded in.
  private static func isMoved(_ order: [Int], _ rows: [Row]) -> Bool {
    let loaded = order.compactMap { rows[$0].base }
    return zip(loaded, loaded.dropFirst()).contains { $0 > $1 }
  }
}
