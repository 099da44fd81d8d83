import CommandOutput
import TextUI

/// Writes a page in lines for a terminal, or for a pipe.
package struct TextRenderer: Sendable {
  /// The cells of a line; examples may be longer.
  private let width: Int

  /// - Parameter width: 40 and 100 are the limits of what reads well.
  package init(width: Int) { self.width = min(max(width, 40), 100) }

  private static let indent = 4

  /// The lines of a page, without their ends.
  package func lines(_ page: ManualPage) -> [StyledText] {
    var lines = [StyledText("NAME", .heading)]
    append(.paragraph("\(page.name) – \(page.summary)"), at: Self.indent, to: &lines)
    if !page.synopsis.isEmpty {
      lines += [StyledText(), StyledText("SYNOPSIS", .heading)]
      for line in page.synopsis { hang(line.text, at: Self.indent, by: 8, to: &lines) }
    }
    for part in page.parts {
      lines += [StyledText(), StyledText(part.title.sanitized, .heading)]
      append(part.blocks, at: Self.indent, to: &lines)
    }
    return lines
  }

  private func append(_ blocks: [ManualBlock], at indent: Int, to lines: inout [StyledText]) {
    for (number, block) in blocks.enumerated() {
      if number > 0, !isHeading(blocks[number - 1]) { lines.append(StyledText()) }
      append(block, at: indent, to: &lines)
    }
  }

  private func isHeading(_ block: ManualBlock) -> Bool {
    if case .heading = block { true } else { false }
  }

  private func append(_ block: ManualBlock, at indent: Int, to lines: inout [StyledText]) {
    switch block {
    case .heading(let title):
      lines.append(StyledText(blanks(max(0, indent - 2)) + title.sanitized, .heading))
    case .paragraph(let text):
      hang(text.text, at: indent, by: 0, to: &lines)
    case .example(let examples):
      lines += examples.map { StyledText($0.isEmpty ? "" : blanks(indent + 2) + $0.sanitized) }
    case .definitions(let list, let gap, let isCompact):
      for (number, definition) in list.enumerated() {
        if number > 0, !isCompact { lines.append(StyledText()) }
        append(definition, at: indent, gap: gap, to: &lines)
      }
    }
  }

  /// A term, and its meaning beside it where there is room, or else below.
  private func append(
    _ definition: ManualDefinition, at indent: Int, gap: Int, to lines: inout [StyledText]
  ) {
    // In a narrow terminal half of the line is left for the meaning.
    let gap = min(gap, max(2, (width - indent) / 2))
    let start = lines.count
    hang(definition.term.text, at: indent, by: 2, to: &lines)
    let end = lines.count
    append(definition.blocks, at: indent + gap, to: &lines)
    guard end == start + 1, lines.count > end, let term = lines[start].spans.first?.text,
      term.displayWidth < indent + gap - 1, case .paragraph? = definition.blocks.first
    else { return }
    let meaning = lines.remove(at: end).text.dropFirst(indent + gap)
    lines[start] = StyledText(
      term + blanks(indent + gap - term.displayWidth) + meaning)
  }

  /// Adds a text whose further lines stand further to the right.
  private func hang(
    _ text: String, at indent: Int, by hanging: Int, to lines: inout [StyledText]
  ) {
    let width = max(10, width - indent)
    lines += TextWrap.hanging(text.sanitized, width: width, by: hanging).map {
      StyledText(blanks(indent) + $0)
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
