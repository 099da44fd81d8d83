import Algorithms
import JSON

/// Which row of one list is which row of another.
///
/// There are two ways to ask. To show what has changed, the most likely answer is the best one
/// (``likely(old:new:type:)``). To put lists together without asking anybody, only an answer that is
/// beyond doubt will do (``strict(old:new:type:areNew:)``).
struct RowPairing {
  /// By the index of the new row; nil for one that is in the new list only.
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

  /// The old rows that have no new one.
  var removed: [Int] { free.sorted() }

  private mutating func pair(_ old: Int, _ new: Int) {
    oldIndex[new] = old
    free.remove(old)
  }

  private var freeNew: [Int] { new.indices.filter { oldIndex[$0] == nil } }
}

// MARK: The most likely answer

extension RowPairing {
  /// Pairs equal rows first, then rows with the same key, then what is left in order.
  ///
  /// What is left is paired only where rows have no key of their own (locations, hours): a different
  /// user or date is a different row.
  static func likely(old: [JSONValue], new: [JSONValue], type: ObjectType) -> RowPairing {
    var pairing = RowPairing(old: old, new: new, type: type)
    pairing.pairAlike { $0.printed() }
    pairing.pairAlike { type.key(of: $0) }
    if type.rows != .keyed {
      for (old, new) in zip(pairing.removed, pairing.freeNew) { pairing.pair(old, new) }
    }
    return pairing
  }

  /// Pairs rows that have the same of something, in order.
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
  /// Pairs the rows; nil when rows could be paired in several ways.
  ///
  /// Rows with keys are paired by them, dates then by their day. Those that have no key, or share it
  /// with another row of their list, are paired only where they are equal. Locations are paired
  /// where they are equal, then by kind where it occurs once; they and notifications then in order,
  /// where nothing came or went.
  /// - Parameter areNew: whether both lists hold rows that came, so that equal places say nothing.
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

  /// The service gives new dates their ids, and may give others to those it has: the day is the same.
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

  /// Pairs rows that say the same, in order.
  ///
  /// - Returns: how many of each are left.
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
  /// The most new rows that stand in the order of the old list; all others were moved.
  var rowsInOrder: Set<Int> {
    // The longest increasing subsequence: `ends[n]` is the row with the least old place that a run
    // of n + 1 rows can end with.
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

  /// Where in the new list each old row would stand in the order of the old list: behind the last
  /// one before it that has stayed.
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
