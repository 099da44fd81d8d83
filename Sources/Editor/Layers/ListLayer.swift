import TextUI

/// A layer that is a list in a frame.
protocol ListLayer: Layer {
  var list: FilterList { get set }
  /// Whether the text that narrows the list has a line of its own from the start.
  var showsQuery: Bool { get }
  /// What stands above the list.
  func notice(_ model: Model) -> String?

  /// Where the frame stands.
  func frame(in room: Rect) -> Rect
}

extension ListLayer {
  var showsQuery: Bool { false }
  func notice(_ model: Model) -> String? { nil }

  private func entries(_ model: Model) -> Rect {
    let inner = frame(in: Screen.room(model)).inset(rows: 1, columns: 2)
    return ListPanel.entries(
      list, in: inner, showsQuery: showsQuery, notice: notice(model))
  }

  func spot(at position: Position, _ model: Model) -> Int? {
    list.match(at: position, in: entries(model))
  }

  mutating func choose(spot: Int, _ model: inout Model) {
    list.select(match: spot, in: entries(model))
  }
}

/// Draws a list in a frame, with the text that narrows it.
enum ListPanel {
  /// What stands in a list that has nothing to choose.
  enum Empty {
    case hint(String)
    /// Something that Enter takes all the same.
    case choice(String)
  }

  /// - Parameter notice: what is worth knowing of the list, above it.
  static func draw(
    _ title: String, _ list: FilterList, _ model: Model, in grid: inout Grid, rect: Rect,
    showsQuery: Bool = false, notice: String? = nil, whenEmpty: Empty = .hint("Nothing matches.")
  ) {
    let theme = model.theme
    var inner = Panel.draw(
      title, in: &grid, rect: rect, symbols: model.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    for (offset, line) in lines(of: notice, inner).enumerated() {
      grid.draw(line, row: inner.row + offset, column: inner.column, style: theme.style(.hint))
    }
    let entries = entries(list, in: inner, showsQuery: showsQuery, notice: notice)
    if showsQuery || !list.query.text.isEmpty {
      let row = entries.row - 1
      let used = grid.draw("/ ", row: row, column: inner.column, style: theme.style(.key))
      TextField.draw(
        list.query, in: &grid, row: row, column: inner.column + used, width: inner.columns - used)
    }
    inner = entries
    if list.matches.isEmpty {
      let (text, role): (String, Theme.Role) =
        switch whenEmpty {
        case .hint(let text): (text, .hint)
        case .choice(let text): ("\(model.symbols.focus) \(text)", .focusedLabel)
        }
      grid.draw(
        TextWrap.cut(text, width: inner.columns), row: inner.row, column: inner.column,
        width: inner.columns, style: theme.style(role))
    }
    list.draw(in: &grid, rect: inner, theme: theme, symbols: model.symbols)
  }

  /// Where the entries stand inside the frame: under the notice and the text that narrows them.
  static func entries(
    _ list: FilterList, in inner: Rect, showsQuery: Bool, notice: String?
  ) -> Rect {
    var rest = inner
    rest.row += lines(of: notice, inner).count
    if showsQuery || !list.query.text.isEmpty { rest.row += 1 }
    rest.rows = max(0, inner.endRow - rest.row)
    return rest
  }

  /// A notice takes three lines at most, and leaves two to the list.
  private static func lines(of notice: String?, _ inner: Rect) -> [String] {
    guard let notice else { return [] }
    return Array(
      TextWrap.lines(notice, width: inner.columns, limit: 3).prefix(max(0, inner.rows - 2)))
  }
}
