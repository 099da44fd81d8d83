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

  /// A line of one role is wrapped between words; one of several is left to the terminal.
  private func wrapped(
    _ line: StyledText, _ hanging: Int, _ style: OutputStyle
  ) -> [StyledText] {
    guard let width = style.width, line.spans.count == 1, let span = line.spans.first else {
      return [line]
    }
    let text = style.shown(span.text)
    guard text.displayWidth(upTo: width) > width, width > hanging + 10 else { return [line] }
    let first = TextWrap.lines(text, width: width)
    guard hanging > 0, let head = first.first else {
      return first.map { StyledText($0, span.role) }
    }
    let rest = String(text.dropFirst(head.count).drop { $0 == " " })
    return [StyledText(head, span.role)]
      + TextWrap.lines(rest, width: width - hanging).map {
        StyledText(String(repeating: " ", count: hanging) + $0, span.role)
      }
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
