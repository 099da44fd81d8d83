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

  /// The text, or as much of it as fits with a `…` behind.
  package static func cut(_ text: String, width: Int) -> String {
    if text.utf8.count <= width, text.isPlain { return text }
    var used = 0
    var end = text.startIndex
    var at = text.startIndex
    while at < text.endIndex {
      let character = text.measuredCharacter(at: at)
      used += character.width
      if used > width { return text[..<end] + "…" }
      at = character.end
      if used < width { end = at }
    }
    return text
  }

  /// The end of the paragraph that begins at an index, when it fits into one line.
  private static func endOfShortParagraph(
    _ text: String, from start: String.Index, width: Int
  ) -> String.Index? {
    var used = 0
    var at = start
    while at < text.endIndex {
      let character = text.measuredCharacter(at: at)
      if !(0x20..<0x7F).contains(text.utf8[at]), text[at].isNewline { break }
      used += character.width
      if used > width { return nil }
      at = character.end
    }
    return at
  }

  /// Appends the lines of a longer paragraph, at most until there are more than `limit`.
  ///
  /// - Returns: where the paragraph, or the work, ends.
  private static func wrap(
    _ text: String, from start: String.Index, width: Int, limit: Int, into lines: inout [String]
  ) -> String.Index {
    var (line, used) = ("", 0)
    var (word, length) = ("", 0)
    func endWord() {
      if used > 0, used + 1 + length <= width {
        line += " " + word
        used += 1 + length
      } else {
        if used > 0 { lines.append(line) }
        (line, used) = (word, length)
      }
      (word, length) = ("", 0)
    }
    var at = start
    while at < text.endIndex, !text[at].isNewline, lines.count <= limit {
      let character = text[at]
      at = text.index(after: at)
      if character == " " {
        endWord()
        continue
      }
      let more = character.displayWidth
      if length > 0, length + more > width {
        // A word that is longer than a line is cut.
        if used > 0 { lines.append(line) }
        lines.append(word)
        (line, used) = ("", 0)
        (word, length) = ("", 0)
      }
      word.append(character)
      length += more
    }
    endWord()
    lines.append(line)
    return at
  }
}
