import Synchronization

/// Tells what a part of a screen shows from everything else that any part has shown in this process.
package struct PartID: Sendable, Hashable {
  private let number: Int

  /// An id that nothing has yet.
  package static func next() -> PartID {
    PartID(number: last.add(1, ordering: .relaxed).newValue)
  }

  /// The id of a part in which nothing stands.
  package static let blank = PartID(number: 0)

  private static let last = Atomic<Int>(0)
}

/// Drawing a frame part by part: what is still there from the frame before is not drawn again.
///
/// The parts of a frame lie beside each other and fill the screen; so a part that is where it was is
/// whole. ``Grid/clear()`` forgets all of them.
extension Grid {
  /// Begins a frame of parts.
  package mutating func beginParts() {
    cursor = nil
    partCount = 0
    drawing.begin(rows: size.rows)
  }

  /// Draws the next part of the frame, on blanks.
  ///
  /// - Parameters:
  ///   - id: what it shows; nil for something that is drawn in any case.
  ///   - draw: draws within the rectangle.
  package mutating func part(
    _ id: PartID?, _ rect: Rect, _ draw: (inout Grid) -> Void
  ) {
    guard !rect.isEmpty else { return }
    let part = id.map { DrawnPart(id: $0, rect: rect) }
    let place = partCount
    partCount += 1
    if place < parts.count {
      if let part, parts[place] == part { return }
      parts[place] = part
    } else {
      parts.append(part)
    }
    fill(rect)
    draw(&self)
  }

  /// Ends a frame of parts.
  package mutating func endParts() {
    parts.removeSubrange(partCount...)
    drawing.end()
  }
}

/// A part of a screen that was drawn.
struct DrawnPart: Sendable, Hashable {
  let id: PartID
  let rect: Rect
}
