/// Finds which rows of a list are still there after a change.
enum ElementPairing {
  /// The largest lists whose changed middle is compared row by row.
  private static let limit = 400

  /// For each new row the old one whose place it takes, in rising order; nil for one that was
  /// added.
  static func pairs(_ old: [JSONValue], _ new: [JSONValue]) -> [Int?] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (start..<old.count - end, start..<new.count - end)
    var pairs: [Int?] = Array(repeating: nil, count: new.count)
    for index in 0..<start { pairs[index] = index }
    for index in 0..<end { pairs[new.count - 1 - index] = old.count - 1 - index }
    // Between two rows that stayed, one that went and one that came are one that was changed.
    var (from, to) = (oldMiddle.lowerBound, newMiddle.lowerBound)
    for anchor in anchors(old, oldMiddle, new, newMiddle) + [
      (oldMiddle.upperBound, newMiddle.upperBound)
    ] {
      for index in 0..<min(anchor.0 - from, anchor.1 - to) { pairs[to + index] = from + index }
      if newMiddle.contains(anchor.1) { pairs[anchor.1] = anchor.0 }
      (from, to) = (anchor.0 + 1, anchor.1 + 1)
    }
    return pairs
  }

  /// The rows of two middles that are the same, in rising order.
  private static func anchors(
    _ old: [JSONValue], _ oldRange: Range<Int>, _ new: [JSONValue], _ newRange: Range<Int>
  ) -> [(Int, Int)] {
    guard max(oldRange.count, newRange.count) <= limit else { return [] }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in Array(new[newRange]).difference(from: Array(old[oldRange])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(oldRange.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(newRange.lowerBound + offset)
      }
    }
    let kept = (
      oldRange.filter { !removed.contains($0) }, newRange.filter { !inserted.contains($0) }
    )
    return Array(zip(kept.0, kept.1))
  }
}
