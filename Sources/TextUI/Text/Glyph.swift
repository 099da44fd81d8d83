/// What a character of a text becomes on the screen.
///
/// This is the one gate between text from outside and the cells of the terminal: control
/// characters, escape sequences, bidirectional overrides and invisible characters come out as
/// visible symbols, as ``HiddenScalar`` says.
package struct Glyph: Sendable {
  /// What is put into cells, one after another; each has a width of 1 or 2.
  struct Part: Sendable {
    var base: UInt32
    var marks: (UInt32, UInt32) = (0, 0)
    var width: Int
  }

  private(set) var parts: [Part]
  /// In cells.
  package let width: Int
  /// Whether a symbol stands for something that is not shown as itself.
  package let isSymbol: Bool

  /// The glyph of one character.
  ///
  /// A sequence that terminals disagree about (joined emoji, skin tones) is shown as its first
  /// character. Of what is hidden in a character, the first is shown.
  package static func of(_ character: Character) -> Glyph {
    if character == "\r\n" { return Glyph(parts: symbol("\u{240D}\u{240A}"), isSymbol: true) }
    var base: Part?
    var before: [Part] = []
    var behind: [Part] = []
    /// Whether what comes now belongs to a part of the character that is not shown.
    var isOver = false
    for scalar in character.unicodeScalars {
      if let symbol = HiddenScalar.symbol(for: scalar) {
        if base != nil, HiddenScalar.isSpelling(scalar) {
          isOver = true
        } else if base == nil, before.isEmpty {
          before = Self.symbol(symbol)
        } else if base != nil, behind.isEmpty {
          behind = Self.symbol(symbol)
        }
        continue
      }
      if isOver { continue }
      let width = CharacterWidth.of(scalar)
      if var known = base {
        if width != 0 {
          isOver = true
        } else if known.marks.0 == 0 {
          known.marks.0 = scalar.value
        } else if known.marks.1 == 0 {
          known.marks.1 = scalar.value
        }
        base = known
      } else if width == 0 {
        base = Part(base: 0x25CC, marks: (scalar.value, 0), width: 1)  // a mark without a letter
      } else {
        base = Part(base: scalar.value, width: width)
      }
    }
    return Glyph(
      parts: before + (base.map { [$0] } ?? []) + behind,
      isSymbol: !before.isEmpty || !behind.isEmpty)
  }

  private init(parts: [Part], isSymbol: Bool) {
    self.parts = parts
    self.isSymbol = isSymbol
    width = parts.reduce(0) { $0 + $1.width }
  }

  private static func symbol(_ text: String) -> [Part] {
    text.unicodeScalars.map { Part(base: $0.value, width: 1) }
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

extension String {
  /// How many cells this text takes on the screen.
  package var displayWidth: Int {
    var width = 0
    var at = startIndex
    while at < endIndex {
      let character = measuredCharacter(at: at)
      width += character.width
      at = character.end
    }
    return width
  }

  /// The width of the character at an index, and where the next one begins.
  ///
  /// Printable ASCII before another ASCII character is a character of its own, whatever follows; the
  /// search for the end of a character, which is slow, is for the rest.
  func measuredCharacter(at index: Index) -> (width: Int, end: Index) {
    if (0x20..<0x7F).contains(utf8[index]) {
      let next = utf8.index(after: index)
      if next == endIndex || utf8[next] < 0x80 { return (1, next) }
    }
    return (self[index].displayWidth, self.index(after: index))
  }

  /// Whether every byte is a character and a cell of its own, shown as it is.
  var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
