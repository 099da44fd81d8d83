import JSON

/// Which row of one list is which row of another, where that is beyond doubt.
///
/// Unlike ``RowMatching``, which always finds the most likely answer to show, it refuses to guess:
/// what it pairs is merged without asking.
struct RowPairs {
  /// By the index of the new row; nil for one that is in the new list only.
  private(set) var oldIndex: [Int?]
  private var free: Set<Int>
  private let old: [JSONValue]
  private let new: [JSONValue]
  private let type: ObjectType

  /// Pairs the rows; nil when rows could be paired in several ways.
  ///
  /// Team members are known by the user, dates by their id and then by their date. Rows that have
  /// nothing of the kind, or share it with another row of their list, are paired only where they are
  /// equal. Locations are paired where they are equal, then by kind where it occurs once; they and
  /// notifications then in order, where nothing came or went.
  /// - Parameter areNew: whether both lists hold rows that came, so that equal places say nothing.
  init?(old: [JSONValue], new: [JSONValue], type: ObjectType, areNew: Bool = false) {
    oldIndex = Array(repeating: nil, count: new.count)
    free = Set(old.indices)
    self.old = old
    self.new = new
    self.type = type
    let isSure =
      switch type.kind {
      case .teamMember: pairByIdentity()
      case .availability: pairByIdentity() && pairByDate()
      default: pairByContent(inOrder: !areNew)
      }
    guard isSure else { return nil }
  }

  /// The old rows that have no new one.
  var removed: [Int] { free.sorted() }

  private mutating func pair(_ old: Int, _ new: Int) {
    oldIndex[new] = old
    free.remove(old)
  }

  private var freeNew: [Int] { new.indices.filter { oldIndex[$0] == nil } }

  // MARK: Rows with an identity

  private mutating func pairByIdentity() -> Bool {
    let (olds, namelessOld) = grouped(old)
    let (news, namelessNew) = grouped(new)
    for (identity, rows) in news {
      guard let others = olds[identity] else { continue }
      if rows.count == 1, others.count == 1 {
        pair(others[0], rows[0])
      } else {
        guard pairEqual(others, rows) == (0, 0) else { return false }
      }
    }
    let rest = pairEqual(namelessOld, namelessNew)
    return rest.old == 0 || rest.new == 0
  }

  private func grouped(_ rows: [JSONValue]) -> (named: [String: [Int]], nameless: [Int]) {
    var named: [String: [Int]] = [:]
    var nameless: [Int] = []
    for (index, row) in rows.enumerated() {
      if let name = RowMatching.identity(of: row, kind: type.kind), !name.isEmpty {
        named[name, default: []].append(index)
      } else {
        nameless.append(index)
      }
    }
    return (named, nameless)
  }

  /// The service gives new dates their ids, and may give others to those it has: the day is the same.
  private mutating func pairByDate() -> Bool {
    func byDate(_ indices: [Int], of rows: [JSONValue]) -> [CalendarDate: [Int]] {
      Dictionary(grouping: indices.filter { DateEntry.date(of: rows[$0]) != nil }) {
        DateEntry.date(of: rows[$0]) ?? CalendarDate(daysSinceEpoch: 0)
      }
    }
    let olds = byDate(removed, of: old)
    for (date, rows) in byDate(freeNew, of: new) {
      guard let others = olds[date] else { continue }
      guard rows.count == 1, others.count == 1 else { return false }
      pair(others[0], rows[0])
    }
    return true
  }

  // MARK: Rows without

  private mutating func pairByContent(inOrder: Bool) -> Bool {
    _ = pairEqual(Array(old.indices), Array(new.indices))
    if type.kind == .location {
      let (olds, news) = (byKind(removed, of: old), byKind(freeNew, of: new))
      for (kind, rows) in news {
        if let others = olds[kind], rows.count == 1, others.count == 1 { pair(others[0], rows[0]) }
      }
    }
    guard inOrder else { return true }
    let (gone, came) = (removed, freeNew)
    if gone.count == came.count {
      for (old, new) in zip(gone, came) { pair(old, new) }
      return true
    }
    return gone.isEmpty || came.isEmpty
  }

  private func byKind(_ indices: [Int], of rows: [JSONValue]) -> [String: [Int]] {
    Dictionary(grouping: indices) { RowMatching.identity(of: rows[$0], kind: type.kind) ?? "" }
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
