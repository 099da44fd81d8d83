/// A JSON string: the text it stands for and, where it differs from ours, how it was written.
public struct JSONString: Sendable, Hashable {
  /// The decoded text.
  ///
  /// Half of a surrogate pair reads as U+FFFD here and survives in ``spelling``.
  public let value: String
  /// The literal as it was read, quotes included; nil where the printer would write the same.
  let original: String?

  /// Makes a string that is printed with the escapes JSON demands and no others.
  public init(_ value: String) {
    self.value = value
    original = nil
  }

  init(value: String, original: String) {
    self.value = value
    self.original = original == JSONString.quoted(value) ? nil : original
  }

  init(unescaped value: String) {
    self.value = value
    original = nil
  }

  /// The literal as it is printed, quotes included.
  public var spelling: String { original ?? JSONString.quoted(value) }

  /// Whether the text could not be decoded whole (a lone surrogate), so that only the spelling has it.
  public var isLossy: Bool {
    original != nil && value.unicodeScalars.contains("\u{FFFD}")
  }

  /// Whether both stand for the same text.
  public func isEquivalent(to other: JSONString) -> Bool {
    value.unicodeScalars.elementsEqual(other.value.unicodeScalars)
      && (!isLossy && !other.isLossy || spelling == other.spelling)
  }

  /// Writes a text as a JSON literal.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    out.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
    return out
  }
}
