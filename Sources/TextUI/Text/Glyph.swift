/// What a character of a text becomes on the screen.
///
/// This is the one gate between text from outside and the cells of the terminal: control
/// characters, escape sequences, bidirectional overrides and invisible characters come out as
/// visible symbols, as ``HiddenScalar`` says. Every letter, vowel sign and mark comes out as itself,
/// so that different names look different.
package struct Glyph: Sendable {
  /// A cell, or the two of a wide letter.
  struct Part: Sendable {
    var base: UInt32
    /// At most ``Cell/markLimit``.
    var marks: [UInt32] = []
    var width: Int
  }

  let parts: [Part]
  /// In cells.
  package let width: Int

  /// The glyph of one character.
  ///
  /// A terminal gives a cell to each letter and each vowel sign that stands beside its letter, and
  /// puts the other marks onto the cell before them; so a character may take several cells. Marks
  /// that one cell has no room for go on in the next, on a dotted circle.
  package static func of(_ character: Character) -> Glyph {
    var maker = GlyphMaker()
    if character == "\r\n" {
      maker.addSymbol("\u{240D}\u{240A}")
    } else {
      let scalars = character.unicodeScalars
      var index = scalars.startIndex
      while index < scalars.endIndex {
        let next = scalars.index(after: index)
        maker.add(scalars[index], next: next < scalars.endIndex ? scalars[next] : nil)
        index = next
      }
    }
    return Glyph(parts: maker.parts)
  }

  private init(parts: [Part]) {
    self.parts = parts
    width = parts.reduce(0) { $0 + $1.width }
  }
}

/// Makes the cells of one character, scalar by scalar.
private struct GlyphMaker {
  private(set) var parts: [Glyph.Part] = []
  /// The letter that marks stand on now; nil behind a symbol.
  private var letter: Unicode.Scalar?
  /// The last emoji, shown or not, with nothing but its selectors and skin tones behind it.
  private var emoji: Unicode.Scalar?
  /// Whether the scalar before was an invisible one of how the letter is spelt.
  private var isBehindSpelling = false
  private var isSkipping = false

  mutating func addSymbol(_ text: String) {
    parts += text.unicodeScalars.map { Glyph.Part(base: $0.value, width: 1) }
    (letter, emoji) = (nil, nil)
  }

  mutating func add(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    if isSkipping {
      isSkipping = false
      emoji = scalar
      return
    }
    if isReduced(scalar, next: next) { return }
    let wasBehindSpelling = isBehindSpelling
    isBehindSpelling = false
    if let symbol = HiddenScalar.symbol(for: scalar) {
      if !wasBehindSpelling, let letter, HiddenScalar.isSpelling(scalar, of: letter) {
        addMark(scalar)
        isBehindSpelling = true
      } else {
        let flag = Self.isTag(scalar) && emoji == Self.blackFlag ? emoji : nil
        addSymbol(symbol)
        emoji = flag
      }
    } else if let flag = HiddenScalar.flagLetter(scalar) {
      addSymbol(flag)
    } else if CharacterWidth.of(scalar) == 0 {
      addMark(scalar)
    } else {
      parts.append(Glyph.Part(base: scalar.value, width: CharacterWidth.of(scalar)))
      letter = scalar
      emoji = scalar.properties.isEmoji ? scalar : nil
    }
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if letter == nil || parts[parts.count - 1].marks.count == Cell.markLimit {
      parts.append(Glyph.Part(base: 0x25CC, width: 1))
      if letter == nil { letter = "\u{25CC}" }
    }
    parts[parts.count - 1].marks.append(scalar.value)
    emoji = nil
  }

  /// Whether a scalar is left out, because the emoji before it stands for both.
  ///
  /// Terminals disagree about how wide such sequences are: joined emoji, skin tones, and selectors
  /// that make an emoji of a letter.
  private mutating func isReduced(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
    guard let emoji else { return false }
    switch scalar.value {
    case 0xFE0E, 0xFE0F: return !emoji.isASCII || next == "\u{20E3}"
    case 0x1F3FB...0x1F3FF: return emoji.properties.isEmojiModifierBase
    case 0x200D:
      isSkipping = next.map { $0.properties.isEmoji && !$0.isASCII } ?? false
      return isSkipping
    // The flag of a region: of its letters, which nobody sees, the first is shown.
    default: return Self.isTag(scalar) && emoji == Self.blackFlag && letter == nil
    }
  }

  private static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0020...0xE007F).contains(scalar.value)
  }
}

extension Character {
  /// How many cells this character takes on the screen.
  var displayWidth: Int {
    let scalars = unicodeScalars
    if let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex,
      HiddenScalar.symbol(for: only) == nil
    {
      return max(1, CharacterWidth.of(only))  // a mark without a letter has a circle under it
    }
    return Glyph.of(self).width
  }
}
