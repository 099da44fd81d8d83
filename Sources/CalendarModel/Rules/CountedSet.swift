/// How often each value occurs, with the values that occur more than once at hand.
struct CountedSet<Element: Hashable & Sendable>: Sendable {
  private var counts: [Element: Int] = [:]
  private(set) var repeated: Set<Element> = []

  func contains(_ element: Element) -> Bool { counts[element] != nil }

  mutating func add(_ element: Element) {
    let count = counts[element, default: 0] + 1
    counts[element] = count
    if count == 2 { repeated.insert(element) }
  }

  mutating func remove(_ element: Element) {
    guard let count = counts[element] else { return }
    counts[element] = count > 1 ? count - 1 : nil
    if count == 2 { repeated.remove(element) }
  }
}
