/// Writes a page with the macros of man(7), as `man` reads it.
package struct RoffRenderer: Sendable {
  /// The day of the page: `2026-11-29`.
  private let date: String
  /// The program with its version, for the foot of the page.
  private let source: String
  private let program: String

  package init(date: String, program: String, version: String) {
    self.date = date
    self.program = program
    source = "\(program) \(version)"
  }

  /// The page as text that ends with a line break.
  package func render(_ page: ManualPage) -> String {
    // Formatters read the date only where its dashes are not escaped.
    let day = String(date.filter { $0.isASCII && ($0.isNumber || $0 == "-") })
    let foot = "\(argument(source)) \(argument("\(program) manual"))"
    var lines = [".TH \(argument(page.name)) \(page.section) \(day.isEmpty ? "-" : day) \(foot)"]
    // No hyphens are put into words: half of them are typed as they stand.
    lines += [".nh", ".ad l"]
    lines += [
      ".SH NAME", RoffText.escaped("\(page.name)", .literal) + " \\- " + plain(page.summary),
    ]
    if !page.synopsis.isEmpty {
      lines.append(".SH SYNOPSIS")
      for (number, line) in page.synopsis.enumerated() {
        if number > 0 { lines.append(".br") }
        lines.append(RoffText.line(line))
      }
    }
    for part in page.parts {
      lines.append(".SH " + argument(part.title))
      append(part.blocks, to: &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Parameter isInDefinition: whether the first block continues the line of a term.
  private func append(
    _ blocks: [ManualBlock], to lines: inout [String], isInDefinition: Bool = false
  ) {
    /// A paragraph right behind a title or a term is none of its own.
    var isFirst = true
    for block in blocks {
      switch block {
      case .heading(let title):
        lines.append(".SS " + argument(title))
      case .paragraph(let text):
        if !isFirst { lines.append(isInDefinition ? ".IP" : ".PP") }
        lines += RoffText.lines(text)
      case .example(let examples):
        if !isFirst { lines.append(isInDefinition ? ".IP" : ".PP") }
        lines += isInDefinition ? [".EX"] : [".RS 4", ".EX"]
        lines += examples.map { RoffText.guarded(RoffText.escaped($0, .literal)) }
        lines += isInDefinition ? [".EE"] : [".EE", ".RE"]
      case .definitions(let list, let indent, let isCompact):
        if isInDefinition { lines.append(".RS") }
        if isCompact { lines.append(".PD 0") }
        for definition in list {
          lines += [".TP \(indent)", RoffText.line(definition.term)]
          append(definition.blocks, to: &lines, isInDefinition: true)
        }
        if isCompact { lines.append(".PD") }
        if isInDefinition { lines.append(".RE") }
      }
      if case .heading = block { isFirst = true } else { isFirst = false }
    }
  }

  private func plain(_ text: String) -> String { RoffText.escaped(text, .plain) }

  /// An argument of a macro, in quotation marks.
  private func argument(_ text: String) -> String {
    "\"" + RoffText.escaped(text, .plain).replacing("\"", with: "\\(dq") + "\""
  }
}
