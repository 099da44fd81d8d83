/// What a character of a text becomes on the screen.
///
/// This is the one gate between text from outside and the terminal: control characters, escape
/// sequences, bidirectional overrides and invisible characters come out as visible symbols.
public struct Glyph: Sendable {
  /// What is put into cells, one after another; each has a width of 1 or 2.
  struct Part: Sendable {
    var base: UInt32
    var marks: (UInt32, UInt32) = (0, 0)
    var width: Int
  }

  var parts: [Part]
  /// In cells.
  public let width: Int
  /// Whether a symbol stands for a character that is not shown as itself.
  public let isSymbol: Bool

  private init(parts: [Part], isSymbol: Bool = false) {
    self.parts = parts
    self.isSymbol = isSymbol
    width = parts.reduce(0) { $0 + $1.width }
  }

  /// The glyph of one character.
  ///
  /// A sequence that terminals disagree about (joined emoji, skin tones) is shown as its first
  /// character.
  public static func of(_ character: Character) -> Glyph {
    var part: Part?
    for scalar in character.unicodeScalars {
      if let symbol = symbol(for: scalar) {
        // A joiner or a variation selector inside a cluster is how the cluster is spelt, no trick.
        if part != nil, isSelector(scalar) { break }
        return character == "\r\n" ? Glyph(symbol: "\u{240D}\u{240A}") : Glyph(symbol: symbol)
      }
      let width = CharacterWidth.of(scalar)
      if var known = part {
        guard width == 0 else { break }
        if known.marks.0 == 0 {
          known.marks.0 = scalar.value
        } else if known.marks.1 == 0 {
          known.marks.1 = scalar.value
        }
        part = known
      } else if width == 0 {
        part = Part(base: 0x25CC, marks: (scalar.value, 0), width: 1)  // a mark without a letter
      } else {
        part = Part(base: scalar.value, width: width)
      }
    }
    return Glyph(parts: part.map { [$0] } ?? [])
  }

  private init(symbol: String) {
    self.init(
      parts: symbol.unicodeScalars.map { Part(base: $0.value, width: 1) }, isSymbol: true)
  }

  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200D}" || scalar == "\u{200C}" || (0xFE00...0xFE0F).contains(scalar.value)
  }

  /// What stands for a scalar that must not, or cannot, be shown as itself.
  private static func symbol(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20..<0x7F: return nil
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return "\u{2421}"
    case 0xA0..<0xAD: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return named[scalar.value] ?? "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    default:
      return (0xFE00...0xFE0F).contains(scalar.value) ? "<VS>" : nil
    }
  }

  private static let named: [UInt32: String] = [
    0xAD: "<SHY>", 0x61C: "<ALM>", 0x200B: "<ZWSP>", 0x200C: "<ZWNJ>", 0x200D: "<ZWJ>",
    0x200E: "<LRM>", 0x200F: "<RLM>", 0x202A: "<LRE>", 0x202B: "<RLE>", 0x202C: "<PDF>",
    0x202D: "<LRO>", 0x202E: "<RLO>", 0x2060: "<WJ>", 0x2066: "<LRI>", 0x2067: "<RLI>",
    0x2068: "<FSI>", 0x2069: "<PDI>", 0xFEFF: "<BOM>", 0x2028: "<LS>", 0x2029: "<PS>",
  ]
}

extension String {
  /// How many cells this text takes on the screen.
  public var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + Glyph.of($1).width }
  }

  /// The text as ``Grid`` shows it, for everything else that leaves the program: the terminal's
  /// title, the clipboard, the log.
  public var sanitized: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var out = String.UnicodeScalarView()
    for character in self {
      for part in Glyph.of(character).parts {
        for value in [part.base, part.marks.0, part.marks.1] where value != 0 {
          if let scalar = Unicode.Scalar(value) { out.append(scalar) }
        }
      }
    }
    return String(out)
  }
}
