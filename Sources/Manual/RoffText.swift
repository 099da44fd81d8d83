import TextUI

/// Text as roff reads it.
///
/// roff takes a `.` or `'` at the beginning of a line for a request, a backslash for an escape, and
/// draws `-`, `'`, `` ` ``, `^` and `~` as other characters than those that a shell knows.
enum RoffText {
  /// A text in lines, each sentence in lines of its own, as formatters like it.
  static func lines(_ text: ManualText) -> [String] {
    var lines = [""]
    for span in text.spans {
      let pieces = span.kind == .plain ? sentences(span.text) : [span.text]
      for (number, piece) in pieces.enumerated() {
        if number > 0 { lines.append("") }
        lines[lines.count - 1] += set(piece, span.kind)
      }
    }
    return lines.map { guarded(trimmed($0)) }.filter { !$0.isEmpty }
  }

  /// A text in one line.
  static func line(_ text: ManualText) -> String {
    guarded(text.spans.map { set($0.text, $0.kind) }.joined())
  }

  /// A line that is no request.
  static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") || line.hasPrefix("\\(aq") ? "\\&" + line : line
  }

  private static func set(_ text: String, _ kind: ManualText.Kind) -> String {
    let escaped = escaped(text, kind)
    guard !escaped.isEmpty else { return "" }
    return switch kind {
    case .plain: escaped
    case .literal: "\\fB\(escaped)\\fR"
    case .variable: "\\fI\(escaped)\\fR"
    }
  }

  /// A text without a meaning for roff; what a terminal would obey is a symbol in it.
  static func escaped(_ text: String, _ kind: ManualText.Kind) -> String {
    guard kind == .plain else { return characters(text.sanitized, hyphen: "\\-") }
    return text.sanitized.split(separator: " ", omittingEmptySubsequences: false).map { word in
      characters(String(word), hyphen: isHyphenated(word) ? "-" : "\\-")
    }.joined(separator: " ")
  }

  /// Whether the dashes in a word of a sentence are hyphens, as in "sub-account", and not part of
  /// something that people type, as in "--dry-run" or "2026-12-24".
  private static func isHyphenated(_ word: Substring) -> Bool {
    let core = word.drop { "('\"".contains($0) }
    guard core.first?.isLetter == true else { return false }
    return core.allSatisfy { $0.isLetter || "-.,:;)?!'\"".contains($0) } && !core.hasSuffix("-")
  }

  private static func characters(_ text: String, hyphen: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\(rs"
      case "-": out += hyphen
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return out
  }

  /// The sentences of a text, each with the blanks in front of it left out.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var hasEnded = false
    for character in text {
      if hasEnded, character == " " {
        sentences.append(sentence)
        sentence = ""
      } else {
        sentence.append(character)
      }
      hasEnded = ".?!".contains(character)
    }
    return sentences + [sentence]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.hasPrefix(" ") { line.removeFirst() }
    while line.hasSuffix(" ") { line.removeLast() }
    return String(line)
  }
}
