/// Which scalars are never shown as themselves, and what stands for them.
///
/// This is the one decision about text from outside: whatever leaves the program for a person or a
/// terminal is asked here, scalar by scalar, by ``Glyph`` and by ``Sanitizer``.
enum HiddenScalar {
  /// What stands for a scalar that a terminal would obey, that turns text around, or that nobody
  /// can see; nil for every other.
  static func symbol(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD: return nil
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return "\u{2421}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return name(of: scalar)
    default:
      // Letters and marks that are drawn as nothing: fillers, variation selectors.
      return scalar.properties.isDefaultIgnorableCodePoint ? name(of: scalar) : nil
    }
  }

  /// Whether a scalar, behind a character that is shown, is how that is spelt and no trick: joiners
  /// and variation selectors.
  static func isSpelling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F, 0x34F: true
    default: false
    }
  }

  /// Whether a scalar that nobody sees is how a letter is spelt: a joiner in a script whose letters
  /// take other forms by it, a selector of a variant in a script that has variants.
  ///
  /// Behind any other letter it would make two texts look the same, and is shown as a symbol.
  static func isSpelling(_ scalar: Unicode.Scalar, of letter: Unicode.Scalar) -> Bool {
    switch (scalar.value, letter.value) {
    // Arabic and its neighbours, the scripts of India and what came of them, Mongolian.
    case (0x200C...0x200D, 0x620...0x10FF), (0x200C...0x200D, 0x1700...0x1C7F),
      (0x200C...0x200D, 0xA800...0xABFF), (0x200C...0x200D, 0x11000...0x11FFF),
      (0x200C...0x200D, 0x1E900...0x1E95F):
      true
    case (0x180B...0x180D, 0x1820...0x18AA), (0x180F, 0x1820...0x18AA): true
    // Ideographs, and signs of mathematics.
    case (0xFE00...0xFE0D, 0x3400...0x9FFF), (0xFE00...0xFE0D, 0xF900...0xFAFF),
      (0xFE00...0xFE0D, 0x20000...0x3FFFF), (0xFE00, 0x2205...0x22FF),
      (0xE0100...0xE01EF, 0x3400...0x9FFF), (0xE0100...0xE01EF, 0xF900...0xFAFF),
      (0xE0100...0xE01EF, 0x20000...0x3FFFF):
      true
    default: false
    }
  }

  /// The letter that stands for half a flag: two of them name a country, and no two terminals agree
  /// how wide they are.
  static func flagLetter(_ scalar: Unicode.Scalar) -> String? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { String($0) }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xFE00...0xFE0F: "<VS\(scalar.value - 0xFE00 + 1)>"
    case 0xE0100...0xE01EF: "<VS\(scalar.value - 0xE0100 + 17)>"
    case let value: named[value] ?? "<" + String(value, radix: 16, uppercase: true) + ">"
    }
  }

  private static let named: [UInt32: String] = [
    0xAD: "<SHY>", 0x61C: "<ALM>", 0x200B: "<ZWSP>", 0x200C: "<ZWNJ>", 0x200D: "<ZWJ>",
    0x200E: "<LRM>", 0x200F: "<RLM>", 0x202A: "<LRE>", 0x202B: "<RLE>", 0x202C: "<PDF>",
    0x202D: "<LRO>", 0x202E: "<RLO>", 0x2060: "<WJ>", 0x2066: "<LRI>", 0x2067: "<RLI>",
    0x2068: "<FSI>", 0x2069: "<PDI>", 0xFEFF: "<BOM>", 0x2028: "<LS>", 0x2029: "<PS>",
  ]
}
