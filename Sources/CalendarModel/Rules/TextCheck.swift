/// Loose checks of texts: they find slips of the finger, not every wrong address.
enum TextCheck {
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
      !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
    else { return false }
    return !text.contains { $0.isWhitespace || $0 == "," || $0 == ";" }
  }

  static func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
    let host = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !host.isEmpty && !text.contains(where: \.isWhitespace)
  }

  static func isColor(_ text: String) -> Bool {
    text.hasPrefix("#") && [4, 7, 9].contains(text.count)
      && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// ASCII letters and digits, `-` and `_`.
  static func isSlug(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
  }

  /// A phone number as `+14455550132`, with the usual spaces, dots, dashes and brackets.
  static func isPhoneNumber(_ text: String) -> Bool {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return (5...15).contains(digits.count)
      && text.allSatisfy { $0.isASCII && $0.isNumber || "+ ().-/".contains($0) }
      && !text.dropFirst().contains("+")
  }
}

extension String {
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
