import TextUI

/// Shows a text that is longer than the screen: help, an answer, a JSON body.
struct TextLayer: Layer {
  /// A line with its role.
  struct Line: Sendable, Hashable {
    var text: String
    var role: Theme.Role = .text
    /// How far the rest of a wrapped line stands in.
    var hanging = 0
  }

  let title: String
  let lines: [Line]
  private var top = 0

  init(_ title: String, _ lines: [Line]) {
    self.title = title
    self.lines = lines
  }

  init(_ title: String, text: String) {
    self.init(
      title,
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        Line(text: String($0))
      })
  }

  var hints: [KeyHint] {
    [KeyHint("Esc", "Back"), KeyHint("Up/Down", "Scroll"), KeyHint("PgUp/PgDn", "Page")]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    let room = Screen.room(model)
    let rows = wrapped(room.columns - 4).count
    let height = max(1, room.rows - 2)
    switch key {
    case .escape, .enter, .character("q"): return .close()
    case .up, .character("k"): top -= 1
    case .down, .character("j"): top += 1
    case .pageUp: top -= height - 1
    case .pageDown, .space: top += height - 1
    case .home: top = 0
    case .end: top = rows
    default: return .ignored
    }
    top = min(max(0, top), max(0, rows - height))
    return .stay()
  }

  private func wrapped(_ width: Int) -> [Line] {
    lines.flatMap { line in
      let indent = String(repeating: " ", count: line.hanging)
      return TextWrap.lines(line.text, width: max(8, width - line.hanging)).enumerated().map {
        Line(text: ($0.offset > 0 ? indent : "") + $0.element, role: line.role)
      }
    }
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    let theme = model.theme
    let inner = Panel.draw(
      title, in: &grid, rect: room, symbols: model.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    let shown = wrapped(inner.columns)
    let top = min(self.top, max(0, shown.count - inner.rows))
    for (offset, line) in shown.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(
        line.text, row: inner.row + offset, column: inner.column, width: inner.columns,
        style: theme.style(line.role))
    }
    if shown.count > inner.rows {
      let place = " \(min(shown.count, top + inner.rows))/\(shown.count) "
      grid.draw(
        place, row: room.endRow - 1, column: room.endColumn - place.count - 2,
        style: theme.style(.hint))
    }
  }
}
