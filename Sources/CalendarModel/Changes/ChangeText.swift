import JSON

/// How values are written in a file of changes.
enum ChangeText {
  /// A text as it stands behind the sign: bare where nothing is lost by that, or else in quotes.
  static func written(_ text: String) -> String {
    let isBare =
      text.trimmed == text && text.first != "\""
      && text.unicodeScalars.allSatisfy { !isHidden($0) }
      // It would join the sign before it.
      && text.unicodeScalars.first.map(joins) != true
    return isBare ? text : quoted(text)
  }

  /// A text as a JSON string in which nothing is hidden.
  static func quoted(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, joins(first) else {
      return escaped(JSONString.quoted(text))
    }
    let rest = JSONString.quoted(String(text.unicodeScalars.dropFirst()))
    return "\"" + escape(first) + escaped(String(rest.dropFirst()))
  }

  /// JSON with escapes for what nobody sees.
  static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isHidden) else { return json }
    var out = ""
    for scalar in json.unicodeScalars {
      if isHidden(scalar) {
        out += escape(scalar)
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    } ?? ""
  }

  /// Whether a scalar at the beginning of a text would make one character with what stands before.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isGraphemeExtend || scalar.properties.isEmojiModifier
      || scalar.value == 0x200D
  }

  /// Whether a scalar is a control character, breaks the line, or turns the direction of the text.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
