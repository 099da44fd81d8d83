/// Where the lines of a text begin when it is broken at a width.
///
/// An edit breaks again only the lines that it changes: from shortly before it to the first line
/// that begins where one began before.
struct WrappedLines: Sendable {
  let width: Int
  /// In bytes, the first is 0; a line break belongs to the line it ends.
  private(set) var starts: [Int]

  init(_ text: String, width: Int) {
    self.width = width
    starts = [0]
    var at = text.startIndex
    while let next = Self.nextLine(text, from: at, width: width) {
      starts.append(text.utf8.distance(from: text.startIndex, to: next))
      at = next
    }
  }

  /// Follows an edit.
  ///
  /// - Parameters:
  ///   - text: the text as it is now.
  ///   - range: the bytes of the old text that were replaced, by so many new ones.
  mutating func update(_ text: String, replaced range: Range<Int>, by count: Int) {
    let shift = count - range.count
    // A shorter word may fit into the line before; a mark may change the last letter of that one.
    let first = max(0, line(of: range.lowerBound) - 2)
    var old = line(of: range.upperBound) + 1
    var new: [Int] = []
    var at = text.utf8.index(text.startIndex, offsetBy: starts[first])
    while let next = Self.nextLine(text, from: at, width: width) {
      let place = text.utf8.distance(from: text.startIndex, to: next)
      while old < starts.count, starts[old] + shift < place { old += 1 }
      if old < starts.count, starts[old] + shift == place {
        // From here on the text is the old one, and so are its lines.
        if shift != 0 { for line in old..<starts.count { starts[line] += shift } }
        starts.replaceSubrange(first + 1..<old, with: new)
        return
      }
      new.append(place)
      at = next
    }
    starts.replaceSubrange((first + 1)..., with: new)
  }

  /// The line that a place is in.
  func line(of place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Where the line behind the one that begins at an index begins; nil for the last one.
  private static func nextLine(
    _ text: String, from start: String.Index, width: Int
  ) -> String.Index? {
    let limit = max(2, width - 1)
    var measure = TextMeasure(text[start...])
    var behindBlank: String.Index?
    while true {
      var isOver = measure.walk(upTo: limit, before: [.blanks, .lineBreaks])
      guard let next = measure.rest.first else { return nil }
      if !isOver, next.isNewline {
        measure.step()
        return measure.index
      }
      isOver = isOver || measure.width + 1 > limit
      if isOver, measure.index > start { return behindBlank ?? measure.index }
      measure.step()
      if next == " " { behindBlank = measure.index }
    }
  }
}
