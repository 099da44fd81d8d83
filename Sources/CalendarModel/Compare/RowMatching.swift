import JSON

/// Which row of the loaded list each row of the edited list is.
struct RowMatching {
  /// By the index of the edited row; nil for a new row.
  private(set) var oldIndex: [Int?]
  /// The loaded rows that are gone.
  private(set) var removed: [Int] = []

  /// Matches equal rows first, then rows of the same identity, then what is left in order.
  ///
  /// What is left is matched only where rows have no identity of their own (locations, hours):
  /// a different user or date is a different row.
  init(old: [JSONValue], new: [JSONValue], kind: ObjectType.Kind) {
    oldIndex = Array(repeating: nil, count: new.count)
    var free = Set(old.indices)
    func pair(_ keyOf: (JSONValue) -> String?, _ oldIndex: inout [Int?]) {
      var byKey: [String: [Int]] = [:]
      for index in old.indices.reversed() where free.contains(index) {
        if let key = keyOf(old[index]) { byKey[key, default: []].append(index) }
      }
      for index in new.indices where oldIndex[index] == nil {
        guard let key = keyOf(new[index]), let match = byKey[key]?.popLast() else { continue }
        oldIndex[index] = match
        free.remove(match)
      }
    }
    pair({ $0.printed() }, &oldIndex)
    pair({ Self.identity(of: $0, kind: kind) }, &oldIndex)
    if !Self.hasIdentity(kind) {
      let unmatched = new.indices.filter { oldIndex[$0] == nil }
      for (index, match) in zip(unmatched, free.sorted()) {
        oldIndex[index] = match
        free.remove(match)
      }
    }
    removed = free.sorted()
  }

  /// The most edited rows that stand in the order of the loaded list; all others were moved.
  var rowsInOrder: Set<Int> {
    // The longest increasing subsequence: `ends[n]` is the row with the least old place that a run
    // of n + 1 rows can end with.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: oldIndex.count)
    for (index, from) in oldIndex.enumerated() {
      guard let from else { continue }
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if (oldIndex[ends[middle]] ?? 0) < from { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var rows: Set<Int> = []
    var last = ends.last
    while let row = last {
      rows.insert(row)
      last = before[row]
    }
    return rows
  }

  /// Where in the edited list each loaded row would stand in the order of the loaded list: behind
  /// the last one before it that has stayed.
  func places(among staying: Set<Int>, of count: Int) -> [Int] {
    var newIndex = [Int?](repeating: nil, count: count)
    for index in staying { if let from = oldIndex[index] { newIndex[from] = index } }
    var place = 0
    return newIndex.map { index in
      defer { if let index { place = index + 1 } }
      return place
    }
  }

  /// What a row is known by through all changes; nil when it has nothing of the kind.
  static func identity(of row: JSONValue, kind: ObjectType.Kind) -> String? {
    switch kind {
    case .teamMember: row[key: "userId"]?.text
    case .availability: row.serviceID ?? row[key: "date"]?.text
    case .openHours: row[key: "daysOfTheWeek"]?.printed()
    case .location: row[key: "kind"]?.text
    default: nil
    }
  }

  private static func hasIdentity(_ kind: ObjectType.Kind) -> Bool {
    kind == .teamMember || kind == .availability
  }
}
