/// What the words of a filter are compared with: the texts of one calendar, folded once.
package struct SearchKey: Sendable, Hashable {
  package let name: FoldedText
  private let slug: FoldedText
  private let id: FoldedText
  /// Name, slug, id, group, members, type and state, one behind the other.
  private let all: FoldedText

  init(name: String, slug: String, id: String, others: [String]) {
    self.name = FoldedText(name)
    self.slug = FoldedText(slug)
    self.id = FoldedText(id)
    // No typed word has a line break, so none reaches from one text into the next.
    var bytes = self.name.bytes
    for text in [self.slug, self.id] + others.map(FoldedText.init) where !text.isEmpty {
      bytes.append(0x0A)
      bytes += text.bytes
    }
    all = FoldedText(bytes: bytes)
  }

  /// Whether each of some words stands in one of the texts.
  func contains(_ words: [FoldedText]) -> Bool { words.allSatisfy(all.contains) }

  /// Whether the name has the letters of some words in their order, close together.
  ///
  /// Fewer than three letters stand in too many names.
  func isScattered(_ letters: [UInt8]) -> Bool {
    letters.count > 2 && name.span(of: letters) != nil
  }

  /// How well it fits what was typed: 0 is the same name, slug or id, then what begins with it, then
  /// what has it, then the rest.
  func rank(_ typed: FoldedText, letters: [UInt8]) -> Int {
    if typed.isEmpty || name == typed || slug == typed || id == typed { return 0 }
    if name.hasPrefix(typed) { return 1 }
    if slug.hasPrefix(typed) || id.hasPrefix(typed) { return 2 }
    if name.contains(typed) { return 3 }
    if contains(typed.words) { return all.contains(typed) ? 4 : 5 }
    return 6 + (name.span(of: letters) ?? 2 * letters.count)
  }
}
