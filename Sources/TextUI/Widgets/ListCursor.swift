/// The selected entry of a list, and how far the list is scrolled.
///
/// Entries come and go, so the list says how many it has whenever that matters.
package struct ListCursor: Sendable, Hashable {
  /// The number of the selected entry; 0 in an empty list.
  package private(set) var index: Int
  /// The first entry in sight when the list was scrolled last.
  private var first = 0

  package init(at index: Int = 0) { self.index = index }

  /// Selects an entry; one beyond an end is the one at that end.
  package mutating func go(to index: Int, of count: Int) {
    self.index = min(max(0, index), max(0, count - 1))
    first = min(first, self.index)
  }

  /// Moves the selection down, or up for a negative step, and no further than to an end.
  package mutating func move(by step: Int, of count: Int) { go(to: index + step, of: count) }

  /// Scrolls as little as needed for the selected entry to be in sight, and keeps it so: the list does
  /// not jump when another entry in sight is selected.
  ///
  /// - Parameter height: how many entries are in sight at once.
  package mutating func scroll(height: Int, of count: Int) {
    first = top(height: height, of: count)
  }

  /// The first entry in sight.
  ///
  /// - Parameter height: how many entries are in sight at once.
  package func top(height: Int, of count: Int) -> Int {
    Scrolling.top(first, showing: index, height: height, count: count)
  }

  /// The entry at a place of the screen; nil where none is.
  ///
  /// - Parameters:
  ///   - rect: where the entries stand.
  ///   - lines: how many lines an entry takes.
  package func entry(
    at position: Position, in rect: Rect, of count: Int, lines: Int = 1
  ) -> Int? {
    guard rect.contains(position) else { return nil }
    let entry =
      top(height: max(1, rect.rows / lines), of: count) + (position.row - rect.row) / lines
    return (0..<count).contains(entry) ? entry : nil
  }
}
