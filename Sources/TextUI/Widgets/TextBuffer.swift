/// A text with a cursor, edited with the keys of readline.
package struct TextBuffer: Sendable, Hashable {
  package private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  /// Whether it may hold line breaks.
  package let isMultiline: Bool

  package init(_ text: String = "", isMultiline: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isMultiline = isMultiline
  }

  package var text: String { String(characters) }

  /// What a key did.
  package enum Outcome: Sendable, Hashable { case edited, moved, ignored }

  /// Takes a key that belongs to text editing; every other one is left to others.
  package mutating func handle(_ key: Key) -> Outcome {
    if let typed = key.typed {
      insert(String(typed))
      return .edited
    }
    switch key {
    case .left: return move(to: cursor - 1)
    case .right: return move(to: cursor + 1)
    case .home, .control("a"): return move(to: lineStart)
    case .end, .control("e"): return move(to: lineEnd)
    case .alt("b"), Key(.left, .control), Key(.left, .alt): return move(to: wordStart)
    case .alt("f"), Key(.right, .control), Key(.right, .alt): return move(to: wordEnd)
    case .backspace, .control("h"): return delete(cursor - 1..<cursor)
    case .delete, .control("d"): return delete(cursor..<cursor + 1)
    case .control("k"): return delete(cursor..<max(cursor, lineEnd))
    case .control("u"): return delete(lineStart..<cursor)
    case .control("w"), Key(.backspace, .alt): return delete(wordStart..<cursor)
    case .alt("d"): return delete(cursor..<wordEnd)
    default: return .ignored
    }
  }

  /// Puts a text at the cursor; in a single line, line breaks become blanks.
  package mutating func insert(_ text: String) {
    var text = text
    if !isMultiline, text.contains(where: \.isNewline) {
      while text.last?.isNewline == true { text.removeLast() }
      text = String(text.map { $0.isNewline ? " " : $0 })
    }
    guard !text.isEmpty else { return }
    // A combining mark joins the character before the cursor.
    let before = cursor > 0 ? String(characters[cursor - 1]) : ""
    let inserted = Array(before + text)
    let start = cursor - (cursor > 0 ? 1 : 0)
    characters.replaceSubrange(start..<cursor, with: inserted)
    cursor = start + inserted.count
  }

  package mutating func moveToStart() { cursor = 0 }

  /// Puts the cursor before the character with that number, or at the nearest end.
  package mutating func place(at index: Int) { cursor = min(max(0, index), characters.count) }

  // MARK: Places

  private mutating func move(to target: Int) -> Outcome {
    cursor = min(max(0, target), characters.count)
    return .moved
  }

  private mutating func delete(_ range: Range<Int>) -> Outcome {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return .moved }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .edited
  }

  private var lineStart: Int {
    guard isMultiline else { return 0 }
    return (characters[..<cursor].lastIndex(where: \.isNewline) ?? -1) + 1
  }

  private var lineEnd: Int {
    guard isMultiline else { return characters.count }
    return characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count
  }

  private var wordStart: Int {
    var at = cursor
    while at > 0, !characters[at - 1].isWordPart { at -= 1 }
    while at > 0, characters[at - 1].isWordPart { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    var at = cursor
    while at < characters.count, !characters[at].isWordPart { at += 1 }
    while at < characters.count, characters[at].isWordPart { at += 1 }
    return at
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
