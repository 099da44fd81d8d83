/// Breaks text into lines of at most so many cells.
///
/// The cost is that of the lines, not of the text: a field may hold a megabyte in one word.
package enum TextWrap {
  /// Breaks between words where it can; a longer word is cut.
  ///
  /// - Returns: at least one line, and at most `limit`, the last of which ends with `…` when text is
  ///   left over.
  package static func lines(_ text: String, width: Int, limit: Int = .max) -> [String] {
    guard width > 0, limit > 0 else { return [] }
    var lines: [String] = []
    var at = text.startIndex
    while lines.count <= limit {
      if let end = endOfShortParagraph(text, from: at, width: width) {
        lines.append(String(text[at..<end]))
        at = end
      } else {
        at = wrap(text, from: at, width: width, limit: limit, into: &lines)
      }
      guard at < text.endIndex else { break }
      at = text.index(after: at)
    }
    if lines.count > limit {
      lines.removeSubrange(limit...)
      lines[limit - 1] = cut(lines[limit - 1] + " …", width: width)
    }
    return lines
  }

  /// Breaks one paragraph into lines, the first with the blanks that it begins with, the others behind
  /// blanks of their own.
  ///
  /// - Parameter hanging: how many blanks stand before all lines but the first.
  package static func hanging(_ text: String, width: Int, by hanging: Int) -> [String] {
    let blanks = text.prefix { $0 == " " }
    // Where there is no room for both, words count for more than where they begin.
    let room = max(1, width - blanks.count)
    let paragraph = String(text.dropFirst(blanks.count))
    guard hanging != blanks.count else {
      return lines(paragraph, width: room).map { blanks + $0 }
    }
    // Only the first line stays as it is broken here, and the second one tells whether there is more.
    let first = lines(paragraph, width: room, limit: 2)
    guard let head = first.first else { return [] }
    guard first.count > 1 else { return [blanks + head] }
    let rest = paragraph.dropFirst(head.count).drop { $0 == " " }
    return [blanks + head]
      + lines(String(rest), width: max(1, width - hanging)).map {
        String(repeating: " ", count: hanging) + $0
      }
  }

  /// The text, or as much of it as fits with a `…` behind.
  package static func cut(_ text: String, width: Int) -> String {
    if text.utf8.count <= width, text.isPlain { return text }
    var measure = TextMeasure(Substring(text))
    measure.walk(upTo: width - 1)
    let end = measure.index
    guard measure.walk(upTo: width) else { return text }
    return text[..<end] + "…"
  }

  /// The end of the paragraph that begins at an index, when it fits into one line.
  private static func endOfShortParagraph(
    _ text: String, from start: String.Index, width: Int
  ) -> String.Index? {
    var measure = TextMeasure(text[start..<text.endIndex])
    return measure.walk(upTo: width, before: .lineBreaks) ? nil : measure.index
  }

  /// Appends the lines of a longer paragraph, at most until there are more than `limit`.
  ///
  /// - Returns: where the paragraph, or the work, ends.
  private static func wrap(
    _ text: String, from start: String.Index, width: Int, limit: Int, into lines: inout [String]
  ) -> String.Index {
    var measure = TextMeasure(text[start..<text.endIndex])
    var line = (start: start, end: start, width: 0)
    var word = (start: start, before: 0)
    var isAtEnd = false
    while !isAtEnd, lines.count <= limit {
      let isTooLong = measure.walk(upTo: word.before + width, before: [.blanks, .lineBreaks])
      let length = measure.width - word.before
      if isTooLong, length == 0 {
        measure.step()  // a character that is wider than a line
      } else if isTooLong {
        // A word that is longer than a line is cut.
        if line.width > 0 { lines.append(String(text[line.start..<line.end])) }
        lines.append(String(text[word.start..<measure.index]))
        line = (measure.index, measure.index, 0)
        word = (measure.index, measure.width)
      } else {
        if line.width > 0, line.width + 1 + length <= width {
          line.end = measure.index
          line.width += 1 + length
        } else {
          if line.width > 0 { lines.append(String(text[line.start..<line.end])) }
          line = (word.start, measure.index, length)
        }
        isAtEnd = measure.rest.first != " "
        if !isAtEnd { measure.step() }
        word = (measure.index, measure.width)
      }
    }
    lines.append(String(text[line.start..<line.end]))
    return measure.index
  }
}
