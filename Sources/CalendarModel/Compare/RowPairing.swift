import Algorithms
import JSON

/// Finds out which row of a new list is which row of an old one.
///
/// Whoever shows what has changed takes the most likely answer (``likely(old:new:type:)``). Whoever
/// merges lists without asking the user needs an answer that is beyond doubt
/// (``strict(old:new:type:areNew:)``).
struct RowPairing {
  /// For each new row the index of its old row; nil for a row that only the new list has.
  private(set) var oldIndex: [Int?]
  private var free: Set<Int>
  private let old: [JSONValue]
  private let new: [JSONValue]
  private let type: ObjectType

  private init(old: [JSONValue], new: [JSONValue], type: ObjectType) {
    oldIndex = Array(repeating: nil, count: new.count)
    free = Set(old.indices)
    self.old = old
    self.new = new
    self.type = type
  }

  /// The indices of the old rows that the new list does not have, in order.
  var removed: [Int] { free.sorted() }

  private mutating func pair(_ old: Int, _ new: Int) {
    oldIndex[new] = old
    free.remove(old)
  }

  private var freeNew: [Int] { new.indices.filter { oldIndex[$0] == nil } }
}

// MARK: The most likely answer

extension RowPairing {
  /// Pairs equal rows first, then rows with the same key, and then the remaining rows in order.
  ///
  /// Remaining rows are paired only if their type has no keys (locations, hours): another user or date
  /// is another row.
  static func likely(old: [JSONValue], new: [JSONValue], type: ObjectType) -> RowPairing {
    var pairing = RowPairing(old: old, new: new, type: type)
    pairing.pairAlike { $0.printed() }
    pairing.pairAlike { type.key(of: $0) }
    if type.rows != .keyed {
      for (old, new) in zip(pairing.removed, pairing.freeNew) { pairing.pair(old, new) }
    }
    return pairing
  }

  /// Pairs rows that have the same key, in order.
  private mutating func pairAlike<Key: Hashable>(by key: (JSONValue) -> Key?) {
    var places: [Key: [Int]] = [:]
    for index in old.indices.reversed() where free.contains(index) {
      if let key = key(old[index]) { places[key, default: []].append(index) }
    }
    for index in freeNew {
      guard let key = key(new[index]), let match = places[key]?.popLast() else { continue }
      pair(match, index)
    }
  }
}

// MARK: An answer beyond doubt

extension RowPairing {
  /// Pairs the rows; nil when there are several ways to pair them.
  ///
  /// Rows with keys are paired by key, and dates after that by their day. Rows without a key, and rows
  /// that share one with another row of their list, are paired only if they are equal. Locations are
  /// paired if they are equal, and then by a kind that occurs once. If no location or notification
  /// was added or deleted, the remaining ones are paired in order.
  /// - Parameter areNew: whether both lists hold only rows that were added, so that their order says
  ///   nothing.
  static func strict(
    old: [JSONValue], new: [JSONValue], type: ObjectType, areNew: Bool = false
  ) -> RowPairing? {
    var pairing = RowPairing(old: old, new: new, type: type)
    let isSure =
      type.rows == .keyed
      ? pairing.pairByKey() && pairing.pairBySecondKey() : pairing.pairByContent(inOrder: !areNew)
    return isSure ? pairing : nil
  }

  private mutating func pairByKey() -> Bool {
    let (olds, namelessOld) = grouped(old)
    let (news, namelessNew) = grouped(new)
    for (key, rows) in news {
      guard let others = olds[key] else { continue }
      if rows.count == 1, others.count == 1 {
        pair(others[0], rows[0])
      } else {
        guard pairEqual(others, rows) == (0, 0) else { return false }
      }
    }
    let rest = pairEqual(namelessOld, namelessNew)
    return rest.old == 0 || rest.new == 0
  }

  private func grouped(_ rows: [JSONValue]) -> (named: [RowKey: [Int]], nameless: [Int]) {
    var named: [RowKey: [Int]] = [:]
    var nameless: [Int] = []
    for (index, row) in rows.enumerated() {
      if let key = type.key(of: row), !key.isEmpty {
        named[key, default: []].append(index)
      } else {
        nameless.append(index)
      }
    }
    return (named, nameless)
  }

  /// Pairs dates by their day, because the service gives ids to new dates and may replace known ones.
  private mutating func pairBySecondKey() -> Bool {
    let olds = byKey(removed, of: old, type.secondKey)
    for (key, rows) in byKey(freeNew, of: new, type.secondKey) {
      guard !key.isEmpty, let others = olds[key] else { continue }
      guard rows.count == 1, others.count == 1 else { return false }
      pair(others[0], rows[0])
    }
    return true
  }

  private func byKey(
    _ indices: [Int], of rows: [JSONValue], _ key: (JSONValue) -> RowKey?
  ) -> [RowKey: [Int]] {
    Dictionary(grouping: indices) { key(rows[$0]) ?? .text("") }
  }

  private mutating func pairByContent(inOrder: Bool) -> Bool {
    _ = pairEqual(Array(old.indices), Array(new.indices))
    let olds = byKey(removed, of: old, type.key)
    for (key, rows) in byKey(freeNew, of: new, type.key) {
      if let others = olds[key], rows.count == 1, others.count == 1 { pair(others[0], rows[0]) }
    }
    guard inOrder else { return true }
    let (gone, came) = (removed, freeNew)
    if gone.count == came.count {
      for (old, new) in zip(gone, came) { pair(old, new) }
      return true
    }
    return gone.isEmpty || came.isEmpty
  }

  /// Pairs rows with equal documented parts, in order.
  ///
  /// - Returns: how many rows of each list have no partner.
  private mutating func pairEqual(_ olds: [Int], _ news: [Int]) -> (old: Int, new: Int) {
    guard !olds.isEmpty, !news.isEmpty else { return (olds.count, news.count) }
    var places: [MeaningKey: [Int]] = [:]
    for index in olds.reversed() {
      places[MeaningKey(type.documentedPart(of: old[index])), default: []].append(index)
    }
    var pairs = 0
    for index in news {
      let key = MeaningKey(type.documentedPart(of: new[index]))
      guard let match = places[key]?.popLast() else { continue }
      pair(match, index)
      pairs += 1
    }
    return (olds.count - pairs, news.count - pairs)
  }
}

// MARK: Order

extension RowPairing {
  /// The largest set of new rows that are still in the order of the old list; all others were moved.
  var rowsInOrder: Set<Int> {
    // Finds the longest increasing subsequence: `ends[n]` is the row with the smallest old index that
    // can end a run of n + 1 rows.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: oldIndex.count)
    for (index, from) in oldIndex.enumerated() {
      guard let from else { continue }
      let place = ends.partitioningIndex { (oldIndex[$0] ?? 0) >= from }
      before[index] = place > 0 ? ends[place - 1] : nil
      if place < ends.count { ends[place] = index } else { ends.append(index) }
    }
    var rows: Set<Int> = []
    var last = ends.last
    while let row = last {
      rows.insert(row)
      last = before[row]
    }
    return rows
  }

  /// For each old row the index in the new list at which it would be in its old order: behind the last
  /// row before it that has stayed.
  func places(among staying: Set<Int>) -> [Int] {
    var newIndex = [Int?](repeating: nil, count: old.count)
    for index in staying { if let from = oldIndex[index] { newIndex[from] = index } }
    var place = 0
    return newIndex.map { index in
      defer { if let index { place = index + 1 } }
      return place
    }
  }
}
