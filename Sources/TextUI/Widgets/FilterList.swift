/// A list to choose from, narrowed by typing.
public struct FilterList: Sendable {
  /// One line of the list.
  public struct Entry: Sendable, Hashable {
    public let title: String
    /// Shown behind the title, less prominent.
    public let detail: String
    /// What typing is compared with besides the title.
    public let keywords: String
    public let isEnabled: Bool

    public init(
      _ title: String, detail: String = "", keywords: String = "", isEnabled: Bool = true
    ) {
      self.title = title
      self.detail = detail
      self.keywords = keywords
      self.isEnabled = isEnabled
    }
  }

  /// How typing narrows the list.
  public enum Matching: Sendable { case prefixOfTitle, wordsAnywhere }

  public private(set) var entries: [Entry]
  private let folded: [(title: String, all: String)]
  private let matching: Matching
  public private(set) var query: TextBuffer
  /// The numbers of the entries that match, best first.
  public private(set) var matches: [Int]
  /// Counted in ``matches``.
  public private(set) var selection = 0

  public init(_ entries: [Entry], matching: Matching, selected: Int = 0, query: String = "") {
    self.entries = entries
    self.matching = matching
    folded = entries.map {
      ($0.title.lowercased(), "\($0.title) \($0.detail) \($0.keywords)".lowercased())
    }
    self.query = TextBuffer(query)
    matches = Array(entries.indices)
    if !query.isEmpty { narrow() }
    selection = matches.firstIndex(of: selected) ?? 0
  }

  /// The number of the entry that is chosen by Enter; nil when none matches.
  public var selected: Int? { matches.indices.contains(selection) ? matches[selection] : nil }

  /// Takes a key that moves the selection or narrows the list.
  ///
  /// - Returns: false when the key is not for the list.
  public mutating func handle(_ key: Key, page: Int = 10) -> Bool {
    switch key {
    case .up, .backTab, .control("p"): move(-1)
    case .down, .tab, .control("n"): move(1)
    case .pageUp: move(-page)
    case .pageDown: move(page)
    case .home: selection = 0
    case .end: selection = max(0, matches.count - 1)
    default:
      switch query.handle(key) {
      case .edited: narrow()
      case .moved: break
      case .ignored: return false
      }
    }
    return true
  }

  public mutating func insert(_ text: String) {
    query.insert(text)
    narrow()
  }

  private mutating func move(_ count: Int) {
    selection = min(max(0, selection + count), max(0, matches.count - 1))
  }

  private mutating func narrow() {
    let typed = query.text.lowercased()
    selection = 0
    guard !typed.isEmpty else {
      matches = Array(entries.indices)
      return
    }
    switch matching {
    case .prefixOfTitle:
      matches = entries.indices.filter { folded[$0].title.hasPrefix(typed) }
      if matches.isEmpty { matches = entries.indices.filter { folded[$0].title.contains(typed) } }
    case .wordsAnywhere:
      let words = typed.split(separator: " ").map(String.init)
      let found = entries.indices.filter { index in
        words.allSatisfy { folded[index].all.contains($0) }
      }
      matches = found.enumerated().sorted {
        (rank($0.element, typed), $0.offset) < (rank($1.element, typed), $1.offset)
      }.map(\.element)
    }
  }

  /// How well an entry fits what was typed: the same first, then what begins with it, then the rest.
  private func rank(_ index: Int, _ typed: String) -> Int {
    let detail = entries[index].detail.lowercased()
    if folded[index].title == typed || detail == typed { return 0 }
    if folded[index].title.hasPrefix(typed) { return 1 }
    if detail.hasPrefix(typed) { return 2 }
    return folded[index].title.contains(typed) ? 3 : detail.contains(typed) ? 4 : 5
  }

  /// Draws the matching entries, the selected one in sight.
  public func draw(in grid: inout Grid, rect: Rect, theme: Theme, symbols: Symbols) {
    let top = Scrolling.top(0, showing: selection, height: rect.rows, count: matches.count)
    let titleWidth = min(
      rect.columns / 2, matches.prefix(200).map { entries[$0].title.displayWidth }.max() ?? 0)
    for offset in 0..<rect.rows where matches.indices.contains(top + offset) {
      let entry = entries[matches[top + offset]]
      let isSelected = top + offset == selection
      let row = rect.row + offset
      grid.draw(isSelected ? symbols.focus : " ", row: row, column: rect.column)
      let style = theme.style(
        isSelected ? .focusedLabel : entry.isEnabled ? .text : .unset)
      let room = entry.detail.isEmpty ? rect.columns - 2 : titleWidth
      grid.draw(
        TextWrap.cut(entry.title, width: room), row: row, column: rect.column + 2, width: room,
        style: style)
      if !entry.detail.isEmpty {
        let width = rect.columns - titleWidth - 4
        grid.draw(
          TextWrap.cut(entry.detail, width: width), row: row,
          column: rect.column + titleWidth + 4, width: width, style: theme.style(.hint))
      }
    }
  }
}
