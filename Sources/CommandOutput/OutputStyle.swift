import TextUI

/// How output for people looks where it goes to.
package struct OutputStyle: Sendable, Hashable {
  /// Whether roles are coloured.
  package let hasColors: Bool
  /// Whether characters outside ASCII can be written.
  package let takesUTF8: Bool
  /// How many cells a line has; nil where nothing is cut, as in a pipe or a file.
  package let width: Int?

  package init(hasColors: Bool, takesUTF8: Bool, width: Int?) {
    (self.hasColors, self.takesUTF8, self.width) = (hasColors, takesUTF8, width)
  }

  /// What a pipe or a file gets.
  package static let plain = OutputStyle(hasColors: false, takesUTF8: true, width: nil)

  /// Decides whether there are colours: on a terminal that has some, unless `NO_COLOR` is set to
  /// anything.
  ///
  /// - Parameter term: the variable `TERM`.
  package static func hasColors(isTerminal: Bool, term: String?, noColor: String?) -> Bool {
    guard isTerminal, noColor?.isEmpty ?? true, let term, !term.isEmpty else { return false }
    return !["dumb", "unknown"].contains(term) && !term.hasSuffix("-m") && !term.hasPrefix("vt1")
  }

  /// One line as it is written, without the end of the line.
  ///
  /// The only escape sequences in it are those of the roles.
  package func rendered(_ line: StyledText) -> String {
    line.spans.map { span in
      let text = shown(span.text)
      guard hasColors, let code = Self.codes[span.role], !text.isEmpty else { return text }
      return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }.joined()
  }

  /// A text with its control characters made visible.
  ///
  /// In a pipe or a file every other character stays whole: what a command prints there may be given
  /// to another one.
  package func shown(_ text: String) -> String {
    guard takesUTF8 else { return text.sanitizedASCII }
    return width == nil && !hasColors ? text.sanitizedLine : text.sanitized
  }

  /// The parameters of the sequences that set the style of a role.
  private static let codes: [StyledText.Role: String] = [
    .good: "32", .bad: "1;31", .warn: "33", .dim: "2", .heading: "1;36",
  ]
}
