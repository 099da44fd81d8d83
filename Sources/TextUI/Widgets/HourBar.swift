/// A day as a line: open where it is filled, in cells of equal length from 0:00 to 24:00.
package enum HourBar {
  /// A part of a day, in minutes after midnight.
  package typealias Span = Range<Int>

  /// The bar as text, one character a cell.
  ///
  /// A cell that is open in part is drawn as the half that is open; in ASCII, where there are no
  /// halves, a cell counts as open from its half on.
  package static func text(_ spans: [Span], width: Int, isASCII: Bool) -> String {
    guard width > 0 else { return "" }
    var text = ""
    for cell in 0..<width {
      // Twice the width, so that the halves of a cell are whole numbers apart.
      func edge(_ half: Int) -> Int { (2 * cell + half) * 1440 / (2 * width) }
      let left = isOpen(edge(0)..<edge(1), spans)
      let right = isOpen(edge(1)..<edge(2), spans)
      switch (left, right) {
      case (true, true): text += isASCII ? "#" : "█"
      case (true, false): text += isASCII ? "#" : "▌"
      case (false, true): text += isASCII ? "." : "▐"
      case (false, false): text += isASCII ? "." : "·"
      }
    }
    return text
  }

  /// The hours over a bar of that width: `0     6     12    18    24`.
  ///
  /// - Parameter label: what stands over an hour, 0 to 24, in at most three columns; where the last
  ///   two would touch, the last is left out.
  package static func scale(width: Int, label: (Int) -> String = { "\($0)" }) -> String {
    var text = ""
    for hour in stride(from: 0, through: 24, by: width >= 24 ? 6 : 12) {
      let column = hour * width / 24
      let name = label(hour)
      // The last one ends with the bar.
      let start = hour == 24 ? width - name.count : column
      if hour == 24, start <= text.count { break }
      text += String(repeating: " ", count: max(0, start - text.count)) + name
    }
    return text
  }

  /// Whether at least half of a stretch is open.
  private static func isOpen(_ stretch: Range<Int>, _ spans: [Span]) -> Bool {
    let open = spans.reduce(0) { sum, span in
      sum
        + max(
          0, min(span.upperBound, stretch.upperBound) - max(span.lowerBound, stretch.lowerBound))
    }
    return stretch.isEmpty ? false : 2 * open >= stretch.count
  }
}
