import TextUI

/// A layer that is a list in a frame: typing narrows it, Enter takes an entry, Esc takes none.
protocol ListLayer: Layer {
  /// What the frame is headed with.
  var title: String { get }
  var list: FilterList { get set }
  /// Whether the text that narrows the list has a line of its own from the start.
  var showsQuery: Bool { get }
  /// What stands above the list.
  func notice(_ model: Model) -> String?
  /// What stands in the list when nothing matches.
  var whenEmpty: ListPanel.Empty { get }

  /// Where the frame stands.
  func frame(in room: Rect) -> Rect

  /// Does what an entry is for; the layer goes away.
  ///
  /// - Parameter entry: its number in the list as it was made.
  func take(_ entry: Int, _ model: inout Model) -> [Effect]
}

extension ListLayer {
  var showsQuery: Bool { false }
  func notice(_ model: Model) -> String? { nil }
  var whenEmpty: ListPanel.Empty { .hint("Nothing matches.") }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    handleInList(key, &model)
  }

  /// What a list does with a key, for layers that do more with some.
  mutating func handleInList(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let entry = list.selected else { return .stay() }
      return .close(take(entry, &model))
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    list.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return .stay()
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw(self, model, in: &grid, rect: frame(in: room))
  }

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

  fileprivate static func draw(
    _ layer: some ListLayer, _ model: Model, in grid: inout Grid, rect: Rect
  ) {
    let list = layer.list
    let notice = layer.notice(model)
    let theme = model.theme
    var inner = Panel.draw(
      layer.title, in: &grid, rect: rect, symbols: model.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    for (offset, line) in lines(of: notice, inner).enumerated() {
      grid.draw(line, row: inner.row + offset, column: inner.column, style: theme.style(.hint))
    }
    let entries = entries(list, in: inner, showsQuery: layer.showsQuery, notice: notice)
    if layer.showsQuery || !list.query.text.isEmpty {
      let row = entries.row - 1
      let used = grid.draw("/ ", row: row, column: inner.column, style: theme.style(.key))
      TextField.draw(
        list.query, in: &grid, row: row, column: inner.column + used, width: inner.columns - used)
    }
    inner = entries
    if list.matches.isEmpty {
      let (text, role): (String, Theme.Role) =
        switch layer.whenEmpty {
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
  fileprivate static func entries(
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
