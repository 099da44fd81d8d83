/// A text with a cursor, edited with the keys of readline.
///
/// Places in it are counted in bytes of UTF-8, and are always between two characters: what a key
/// does costs as much as what it changes, however long the text is.
package struct TextBuffer: Sendable {
  package private(set) var text: String
  /// How many bytes stand before the cursor.
  package private(set) var cursor: Int
  /// Whether it may hold line breaks.
  package let isMultiline: Bool
  /// How the text breaks into lines, once ``wrap(to:)`` has asked for it.
  private(set) var lines: WrappedLines?

  package init(_ text: String = "", isMultiline: Bool = false) {
    self.text = text
    self.text.makeContiguousUTF8()
    cursor = self.text.utf8.count
    self.isMultiline = isMultiline
  }

  package var isEmpty: Bool { text.isEmpty }

  /// What a key did.
  package enum Outcome: Sendable, Hashable { case edited, moved, ignored }

  /// Takes a key that belongs to text editing; every other one is left to others.
  package mutating func handle(_ key: Key) -> Outcome {
    if let typed = key.typed {
      insert(String(typed))
      return .edited
    }
    switch key {
    case .left: return move(to: place(before: cursor))
    case .right: return move(to: place(after: cursor))
    case .home, .control("a"): return move(to: lineStart)
    case .end, .control("e"): return move(to: lineEnd)
    case .alt("b"), Key(.left, .control), Key(.left, .alt): return move(to: wordStart)
    case .alt("f"), Key(.right, .control), Key(.right, .alt): return move(to: wordEnd)
    case .backspace, .control("h"): return delete(place(before: cursor)..<cursor)
    case .delete, .control("d"): return delete(cursor..<place(after: cursor))
    case .control("k"): return delete(cursor..<max(cursor, lineEnd))
    case .control("u"): return delete(lineStart..<cursor)
    case .control("w"), Key(.backspace, .alt): return delete(wordStart..<cursor)
    case .alt("d"): return delete(cursor..<wordEnd)
    default: return .ignored
    }
  }

  /// Puts a text at the cursor; in a single line, line breaks become blanks.
  ///
  /// A combining mark joins the character before the cursor.
  package mutating func insert(_ text: String) {
    var text = text
    if !isMultiline, text.contains(where: \.isNewline) {
      while text.last?.isNewline == true { text.removeLast() }
      text = String(text.map { $0.isNewline ? " " : $0 })
    }
    guard !text.isEmpty else { return }
    replace(cursor..<cursor, with: text)
  }

  package var isAtStart: Bool { cursor == 0 }
  package var isAtEnd: Bool { cursor == text.utf8.count }

  /// Puts the cursor at a place, or at the nearest end; within a character, behind it.
  package mutating func place(at place: Int) {
    cursor = behindCharacter(min(max(0, place), text.utf8.count))
  }

  /// Breaks the text into lines of a width, and keeps them while it is edited.
  package mutating func wrap(to width: Int) {
    if lines?.width != width { lines = WrappedLines(text, width: width) }
  }

  // MARK: Changing

  private mutating func move(to target: Int) -> Outcome {
    cursor = target
    return .moved
  }

  private mutating func delete(_ range: Range<Int>) -> Outcome {
    guard !range.isEmpty else { return .moved }
    replace(range, with: "")
    return .edited
  }

  private mutating func replace(_ range: Range<Int>, with new: String) {
    // The text before this is the document's as well, so it is copied in any case: into the room
    // that it needs, and not twice of it.
    let count = new.utf8.count
    var changed = ""
    changed.reserveCapacity(text.utf8.count - range.count + count)
    changed += text[..<index(range.lowerBound)]
    changed += new
    changed += text[index(range.upperBound)..<text.endIndex]
    text = changed
    lines?.update(text, replaced: range, by: count)
    cursor = behindCharacter(range.lowerBound + count)
  }

  // MARK: Places

  func index(_ place: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: place)
  }

  func place(of index: String.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }

  func place(before place: Int) -> Int {
    place > 0 ? self.place(of: text.index(before: index(place))) : 0
  }

  func place(after place: Int) -> Int {
    place < text.utf8.count ? self.place(of: text.index(after: index(place))) : place
  }

  /// The same place, or the end of the character that it is in the middle of.
  func behindCharacter(_ place: Int) -> Int {
    guard place < text.utf8.count else { return place }
    let index = index(place)
    let isBetween = String.Index(index, within: text) != nil
    return isBetween ? place : self.place(of: text.index(after: index))
  }

  private var lineStart: Int {
    guard isMultiline else { return 0 }
    let before = text.utf8[..<index(cursor)]
    let start =
      before.withContiguousStorageIfAvailable { bytes in
        var at = bytes.count
        while at > 0, !LineBreak.ends(bytes, before: at) { at -= 1 }
        return at
      } ?? 0
    return behindCharacter(start)
  }

  private var lineEnd: Int {
    guard isMultiline else { return text.utf8.count }
    let length =
      text.utf8[index(cursor)...].withContiguousStorageIfAvailable { bytes in
        var at = 0
        while at < bytes.count, !LineBreak.begins(bytes, at: at) { at += 1 }
        return at
      } ?? 0
    return cursor + length
  }

  private var wordStart: Int {
    var at = index(cursor)
    while at > text.startIndex, case let before = text.index(before: at), !text[before].isWordPart {
      at = before
    }
    while at > text.startIndex, case let before = text.index(before: at), text[before].isWordPart {
      at = before
    }
    return place(of: at)
  }

  private var wordEnd: Int {
    var at = index(cursor)
    while at < text.endIndex, !text[at].isWordPart { at = text.index(after: at) }
    while at < text.endIndex, text[at].isWordPart { at = text.index(after: at) }
    return place(of: at)
  }
}

extension TextBuffer: Hashable {
  package static func == (a: TextBuffer, b: TextBuffer) -> Bool {
    a.cursor == b.cursor && a.isMultiline == b.isMultiline && a.text == b.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(cursor)
    hasher.combine(text)
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}

/// The bytes that break lines: those of the characters that are new lines to Swift.
private enum LineBreak {
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case 0x0A...0x0D: true
    case 0xC2: place + 1 < bytes.count && bytes[place + 1] == 0x85
    case 0xE2:
      place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0xA8
    default: false
    }
  }

  static func ends(_ bytes: UnsafeBufferPointer<UInt8>, before place: Int) -> Bool {
    switch bytes[place - 1] {
    case 0x0A...0x0D: true
    case 0x85: place > 1 && bytes[place - 2] == 0xC2
    case 0xA8, 0xA9: place > 2 && bytes[place - 2] == 0x80 && bytes[place - 3] == 0xE2
    default: false
    }
  }
}
