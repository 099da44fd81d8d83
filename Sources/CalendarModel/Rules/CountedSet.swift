/// How often each value occurs, with the values that occur more than once at hand.
struct CountedSet<Element: Hashable & Sendable>: Sendable {
  private var counts: [Element: Int] = [:]
  private(set) var repeated: Set<Element> = []
  /// How many there are, each as often as it occurs.
  private(set) var total = 0

  /// Each value once, in no order.
  var elements: some Collection<Element> { counts.keys }

  func contains(_ element: Element) -> Bool { counts[element] != nil }

  /// How often a value occurs.
  func count(of element: Element) -> Int { counts[element] ?? 0 }

  mutating func add(_ element: Element) {
    let count = counts[element, default: 0] + 1
    counts[element] = count
    total += 1
    if count == 2 { repeated.insert(element) }
  }

  mutating func remove(_ element: Element) {
    guard let count = counts[element] else { return }
    counts[element] = count > 1 ? count - 1 : nil
    total -= 1
    if count == 2 { repeated.remove(element) }
  }
}
