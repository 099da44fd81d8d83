import JSON
import TextUI

/// What a command shows: lines for people, and values for programs.
package struct Printout: Sendable {
  /// Part of the lines, each in the way that it has to be laid out.
  private enum Part: Sendable {
    case line(StyledText, hanging: Int)
    case table(TextTable)
  }

  private var parts: [Part] = []

  package init() {}

  package var isEmpty: Bool { parts.isEmpty }

  /// Adds a line, which goes on in the next one where it is too long for the terminal.
  ///
  /// - Parameter hanging: how many cells the further lines are indented by.
  package mutating func add(_ line: StyledText, hanging: Int = 0) {
    parts.append(.line(line, hanging: hanging))
  }

  package mutating func add(_ table: TextTable) { parts.append(.table(table)) }

  package static func += (one: inout Printout, other: Printout) { one.parts += other.parts }

  /// The lines as they are written, without their ends.
  package func lines(_ style: OutputStyle) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .table(let table): table.lines(style).map(style.rendered)
      case .line(let line, let hanging): wrapped(line, hanging, style).map(style.rendered)
      }
    }
  }

  /// A line that is too long is broken between words, and each word keeps its role.
  private func wrapped(
    _ line: StyledText, _ hanging: Int, _ style: OutputStyle
  ) -> [StyledText] {
    guard let width = style.width, width > hanging + 10 else { return [line] }
    let shown = StyledText(line.spans.map { .init(text: style.shown($0.text), role: $0.role) })
    guard shown.text.displayWidth(upTo: width) > width else { return [line] }
    return shown.aligned(with: TextWrap.hanging(shown.text, width: width, by: hanging))
  }
}

extension String {
  /// JSON that a terminal does not obey: what it would is spelt with escapes, which means the same.
  package var harmlessJSON: String { sanitizedJSON }
}

extension JSONValue {
  /// The value for `--json`: several lines for people on a terminal, one line otherwise.
  ///
  /// What a terminal would obey is spelt with escapes, which means the same.
  package func printedForOutput(isTerminal: Bool) -> String {
    printed(isTerminal ? .readable : .compact).sanitizedJSON
  }
}
