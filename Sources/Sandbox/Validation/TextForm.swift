import CalendarModel

/// The kinds of text that the service's validator checks, as loosely as its library does.
enum TextForm {
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace) else {
      return false
    }
    return isHostName(parts[1])
  }

  static func isURL(_ text: String) -> Bool {
    guard !text.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" }) else { return false }
    var rest = text[...]
    if let mark = text.utf8.firstRange(of: "://".utf8) {
      guard ["http", "https", "ftp"].contains(text[..<mark.lowerBound].lowercased()) else {
        return false
      }
      rest = text[mark.upperBound...]
    }
    let host = rest.prefix { !"/?#:".contains($0) }
    return isHostName(host.split(separator: "@").last ?? "")
  }

  /// Whether a text is a host's name of two labels or more.
  private static func isHostName(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
  }

  static func isColor(_ text: String) -> Bool {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    return [3, 4, 6, 8].contains(digits.count) && digits.allSatisfy(\.isHexDigit)
  }

  static func isDate(_ text: String) -> Bool {
    CalendarDate(wire: text) != nil
  }
}
