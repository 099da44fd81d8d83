import TextUI

/// Rows in columns, aligned by the cells that their texts take on a terminal.
///
/// A column that is empty in all rows is left out. On a terminal the widest columns are cut until a
/// row fits, those that are needed least are left out where that is not enough, and the last one may
/// go on in further lines. In a pipe nothing is cut: a text that is
/// much longer than the others pushes the rest of its own row to the right.
package struct TextTable: Sendable {
  package struct Column: Sendable, Hashable {
    /// What it says where a row is too wide.
    package enum Overflow: Sendable, Hashable { case cut, wrap }

    package let title: String
    package let isNumber: Bool
    package let overflow: Overflow
    /// How many cells it keeps where a row is too wide.
    package let least: Int
    /// Which columns are left out first where even that is too wide: those with the highest number;
    /// one with 0 never is.
    package let rank: Int

    /// - Parameters:
    ///   - title: empty for a column without one.
    ///   - isNumber: whether it is aligned to the right, and never cut.
    ///   - overflow: ``Overflow/wrap`` counts for the last column only.
    package init(
      _ title: String, isNumber: Bool = false, _ overflow: Overflow = .cut, least: Int = 6,
      rank: Int = 0
    ) {
      (self.title, self.isNumber, self.overflow) = (title, isNumber, overflow)
      (self.least, self.rank) = (least, rank)
    }
  }

  private enum Row: Sendable {
    case cells([StyledText])
    /// A line across all columns.
    case heading(StyledText)
  }

  private let columns: [Column]
  private var rows: [Row] = []

  package init(_ columns: [Column]) { self.columns = columns }

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; cells that are missing are empty.
  package mutating func add(_ cells: [StyledText]) {
    let missing = max(0, columns.count - cells.count)
    rows.append(
      .cells(
        Array(
          (cells + Array(repeating: StyledText(), count: missing))
            .prefix(columns.count))))
  }

  /// Adds a line across all columns.
  package mutating func addHeading(_ text: StyledText) { rows.append(.heading(text)) }

  // MARK: Layout

  private static let gap = 2
  /// The widest that a column is made for the sake of one long text where nothing is cut.
  private static let widest = 60

  /// The lines, the titles first.
  package func lines(_ style: OutputStyle) -> [StyledText] {
    let shown = rows.map { row -> [StyledText] in
      if case .cells(let cells) = row { cells.map { $0.shown(in: style) } } else { [] }
    }
    var used = columns.indices.filter { column in
      shown.contains { column < $0.count && !$0[column].isEmpty }
    }
    guard !used.isEmpty else {
      return rows.compactMap { if case .heading(let text) = $0 { text } else { nil } }
    }
    let widths = fitted(&used, natural(shown, style.width), style.width)
    var lines: [StyledText] = []
    let titles = used.map { StyledText(columns[$0].title, .heading) }
    if titles.contains(where: { !$0.isEmpty }) { lines += laid(titles, used, widths, style) }
    for (row, cells) in zip(rows, shown) {
      switch row {
      case .heading(let text): lines.append(text)
      case .cells: lines += laid(used.map { cells[$0] }, used, widths, style)
      }
    }
    return lines
  }

  /// The width that each column wants.
  private func natural(_ rows: [[StyledText]], _ limit: Int?) -> [Int] {
    columns.indices.map { column in
      let most = limit ?? (columns[column].isNumber ? .max : Self.widest)
      let cells = rows.filter { !$0.isEmpty }.map { min(most, $0[column].width(upTo: most)) }
      return max(columns[column].title.displayWidth, cells.max() ?? 0)
    }
  }

  /// The widths with which a row fits; leaves out columns where it does not otherwise.
  private func fitted(_ used: inout [Int], _ natural: [Int], _ limit: Int?) -> [Int] {
    guard let limit else { return used.map { natural[$0] } }
    func least(_ column: Int) -> Int {
      columns[column].isNumber ? natural[column] : min(natural[column], columns[column].least)
    }
    func room() -> Int { limit - Self.gap * (used.count - 1) }
    while used.reduce(0, { $0 + least($1) }) > room(),
      let last = used.max(by: { columns[$0].rank < columns[$1].rank }), columns[last].rank > 0
    {
      used.removeAll { $0 == last }
    }
    var widths = used.map { natural[$0] }
    while widths.reduce(0, +) > room() {
      // The widest gives way first, down to the next widest.
      let candidates = widths.indices.filter { widths[$0] > least(used[$0]) }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let excess = widths.reduce(0, +) - room()
      widths[widest] = max(
        least(used[widest]), min(widths[widest] - 1, max(widths[widest] - excess, next)))
    }
    return widths
  }

  /// One row in its columns; several lines where the last one is wrapped.
  private func laid(
    _ cells: [StyledText], _ used: [Int], _ widths: [Int], _ style: OutputStyle
  ) -> [StyledText] {
    var line = StyledText()
    var rest: [String] = []
    for (place, cell) in cells.enumerated() {
      let isLast = place == cells.count - 1
      let column = columns[used[place]]
      var cell = cell
      if style.width != nil, !column.isNumber {
        if isLast, column.overflow == .wrap {
          let wrapped = TextWrap.lines(cell.text, width: max(1, widths[place]))
          rest = Array(wrapped.dropFirst())
          cell = StyledText(wrapped.first ?? "", cell.spans.first?.role ?? .plain)
        } else {
          cell = cell.cut(to: widths[place])
        }
      }
      let padding = StyledText(
        String(repeating: " ", count: max(0, widths[place] - cell.width(upTo: widths[place]))))
      if column.isNumber {
        line = line + padding + cell
      } else {
        line = line + cell + (isLast ? StyledText() : padding)
      }
      if !isLast { line = line + StyledText(String(repeating: " ", count: Self.gap)) }
    }
    let indent = widths.dropLast().reduce(0) { $0 + $1 + Self.gap }
    let role = cells.last?.spans.first?.role ?? .plain
    return [line.trimmedEnd]
      + rest.map { StyledText(String(repeating: " ", count: indent)) + StyledText($0, role) }
  }
}

extension StyledText {
  /// As it is written, so that its cells can be counted.
  fileprivate func shown(in style: OutputStyle) -> StyledText {
    spans.reduce(StyledText()) { $0 + StyledText(style.shown($1.text), $1.role) }
  }

  /// The cells of it, or more than a limit.
  fileprivate func width(upTo limit: Int) -> Int {
    var width = 0
    for span in spans where width <= limit {
      let room = limit == .max ? limit : limit - width
      let more = span.text.displayWidth(upTo: room)
      width += more
    }
    return width
  }

  /// As much as fits, with `…` behind where something is left out.
  fileprivate func cut(to width: Int) -> StyledText {
    guard self.width(upTo: width) > width else { return self }
    var cut = StyledText()
    var room = width
    for span in spans {
      let text = TextWrap.cut(span.text, width: room)
      cut = cut + StyledText(text, span.role)
      room -= text.displayWidth
      if text != span.text || room <= 0 { break }
    }
    return cut
  }

  /// Without blanks at its end.
  fileprivate var trimmedEnd: StyledText {
    var trimmed = StyledText()
    for (place, span) in spans.enumerated() {
      let isLast = spans[(place + 1)...].allSatisfy { $0.text.allSatisfy { $0 == " " } }
      guard isLast else {
        trimmed = trimmed + StyledText(span.text, span.role)
        continue
      }
      let end = span.text.lastIndex { $0 != " " }
      return trimmed + StyledText(end.map { String(span.text[...$0]) } ?? "", span.role)
    }
    return trimmed
  }
}
