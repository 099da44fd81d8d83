/// Which rows of a screen a frame was drawn into, for whoever shows the frame that it was drawn over:
/// all other rows are as they were there.
package struct Drawing: Sendable {
  /// Tells what is drawn from everything else that was ever drawn.
  private var id = PartID.next()
  /// What the frame was drawn over; nil when all of it may be new.
  private var below: PartID?
  /// Whether something was drawn into each row of the frame.
  private var rows: [Bool] = []
  private var isUnderWay = false

  /// What tells a frame that is complete from every other one; nil while it is being drawn.
  package var frame: PartID? { isUnderWay ? nil : id }

  /// Begins a frame over what is there.
  mutating func begin(rows count: Int) {
    below = frame
    isUnderWay = true
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: repeatElement(false, count: max(0, count)))
  }

  mutating func end() {
    isUnderWay = false
    id = .next()
  }

  /// Notes that something is drawn into a row; outside of a frame nothing is known of the rest then.
  mutating func note(row: Int) {
    if isUnderWay {
      rows[row] = true
    } else {
      (id, below) = (.next(), nil)
    }
  }

  /// Whether a row can differ from what it was in another frame.
  package func mayDiffer(row: Int, from other: PartID?) -> Bool {
    guard !isUnderWay, let other, other == below, rows.indices.contains(row) else { return true }
    return rows[row]
  }
}
