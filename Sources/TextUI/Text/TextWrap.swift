/// Breaks text into lines of at most so many cells.
public enum TextWrap {
  /// Breaks between words where it can; a longer word is cut.
  ///
  /// - Returns: at least one line, and at most `limit`, the last of which ends with `…` when text is
  ///   left over.
  public static func lines(_ text: String, width: Int, limit: Int = .max) -> [String] {
    guard width > 0, limit > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += wrap(paragraph, width: width)
      if lines.count > limit { break }
    }
    if lines.count > limit {
      lines.removeSubrange(limit...)
      lines[limit - 1] = cut(lines[limit - 1] + " …", width: width)
    }
    return lines
  }

  /// The text, or as much of it as fits with a `…` behind.
  public static func cut(_ text: String, width: Int) -> String {
    if text.utf8.count <= width || text.displayWidth <= width { return text }
    var out = ""
    var used = 0
    for character in text {
      used += Glyph.of(character).width
      if used > width - 1 { break }
      out.append(character)
    }
    return out + "…"
  }

  private static func wrap(_ paragraph: Substring, width: Int) -> [String] {
    if paragraph.utf8.count <= width { return [String(paragraph)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      var length = word.displayWidth
      if used > 0, used + 1 + length <= width {
        line += " " + word
        used += 1 + length
        continue
      }
      if used > 0 { lines.append(line) }
      while length > width {
        var head = ""
        var headWidth = 0
        while let next = word.first, headWidth + Glyph.of(next).width <= width {
          headWidth += Glyph.of(next).width
          head.append(word.removeFirst())
        }
        if head.isEmpty { head.append(word.removeFirst()) }
        lines.append(head)
        length = word.displayWidth
      }
      (line, used) = (word, length)
    }
    lines.append(line)
    return lines
  }
}
