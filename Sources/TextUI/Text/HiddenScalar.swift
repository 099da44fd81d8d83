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

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: "<VS>"
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
