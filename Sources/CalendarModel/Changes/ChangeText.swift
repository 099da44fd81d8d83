import JSON

/// How values are written in a file of changes.
enum ChangeText {
  /// A text as it stands behind the sign: bare where nothing is lost by that, or else in quotes.
  static func written(_ text: String) -> String {
    let isBare =
      text.trimmed == text && text.first != "\""
      && text.unicodeScalars.allSatisfy { !isHidden($0) }
      // It would join the sign before it.
      && text.unicodeScalars.first?.properties.isGraphemeExtend != true
    return isBare ? text : quoted(text)
  }

  /// A text as a JSON string in which nothing is hidden.
  static func quoted(_ text: String) -> String { escaped(JSONString.quoted(text)) }

  /// JSON with escapes for what nobody sees.
  static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isHidden) else { return json }
    var out = ""
    for scalar in json.unicodeScalars {
      if isHidden(scalar) {
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Whether a scalar is a control character, breaks the line, or turns the direction of the text.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
