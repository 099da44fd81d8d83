/// A list to choose from, narrowed by typing.
package struct FilterList: Sendable {
  /// One line of the list.
  package struct Entry: Sendable, Hashable {
    package let title: String
    /// Shown behind the title, less prominent.
    package let detail: String
    /// What typing is compared with besides the title.
    package let keywords: String
    /// Another name; who types it whole finds this entry first.
    package let alias: String
    /// Other words that people use for it.
    package let synonyms: String
    /// What it is called where the title says where it stands as well; who types it whole means it.
    package let name: String
    /// Whether it comes behind the others that fit as well, unless its alias is typed whole.
    package let isSecondary: Bool
    package let isEnabled: Bool

    package init(
      _ title: String, detail: String = "", keywords: String = "", alias: String = "",
      synonyms: String = "", name: String = "", isSecondary: Bool = false, isEnabled: Bool = true
    ) {
      self.title = title
      self.detail = detail
      self.keywords = keywords
      self.alias = alias
      self.synonyms = synonyms
      self.name = name
      self.isSecondary = isSecondary
      self.isEnabled = isEnabled
    }
  }

  /// How typing narrows the list.
  package enum Matching: Sendable {
    case prefixOfTitle, wordsAnywhere
    /// Words anywhere, and below them titles that have the typed letters in their order.
    case fuzzy
  }

  package private(set) var entries: [Entry]
  private let folded: [Folded]
  private let matching: Matching
  /// How wide nearly all titles are: what stands behind them hardly moves while the list is narrowed.
  private let usualTitleWidth: Int
  package private(set) var query: TextBuffer
  /// The numbers of the entries that match, best first.
  package private(set) var matches: [Int]
  /// Counted in ``matches``.
  private var cursor = ListCursor()
  /// What was typed when ``matches`` were found.
  private var typed: [UInt8] = []

  /// In columns; a terminal that gives a title more is hardly met.
  private static let widestTitle = 100

  package init(_ entries: [Entry], matching: Matching, selected: Int = 0, query: String = "") {
    self.entries = entries
    self.matching = matching
    folded = entries.map(Folded.init)
    let widths = entries.prefix(200).map { $0.title.displayWidth(upTo: Self.widestTitle) }.sorted()
    usualTitleWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    self.query = TextBuffer(query)
    matches = Array(entries.indices)
    if !query.isEmpty { narrow() }
    cursor = ListCursor(at: matches.firstIndex(of: selected) ?? 0)
  }

  /// The match that is selected, counted in ``matches``.
  package var selection: Int { cursor.index }

  /// The number of the entry that is chosen by Enter; nil when none matches.
  package var selected: Int? { matches.indices.contains(selection) ? matches[selection] : nil }

  /// Takes a key that edits the text by which the list is narrowed.
  ///
  /// - Returns: false when the key is not for the list.
  package mutating func narrow(by key: Key) -> Bool {
    switch query.handle(key) {
    case .edited: narrow()
    case .moved: break
    case .ignored: return false
    }
    return true
  }

  package mutating func insert(_ text: String) {
    query.insert(text)
    narrow()
  }

  /// Narrows the list by a text, whatever was typed before.
  package mutating func ask(for text: String) {
    query = TextBuffer(text)
    narrow()
  }

  /// Moves the selection down, or up for a negative count, and no further than to an end.
  package mutating func move(by count: Int) {
    cursor.move(by: count, of: matches.count)
  }

  private mutating func narrow() {
    let typed = Array(query.text.lowercased().utf8)
    // What does not hold a part of what is typed does not hold the whole.
    let candidates =
      matching == .wordsAnywhere && typed.starts(with: self.typed) && !self.typed.isEmpty
      ? matches : Array(entries.indices)
    self.typed = typed
    cursor = ListCursor()
    guard !typed.isEmpty else {
      matches = Array(entries.indices)
      return
    }
    switch matching {
    case .prefixOfTitle:
      matches = entries.indices.filter { folded[$0].title.starts(with: typed) }
      if matches.isEmpty {
        matches = entries.indices.filter { folded[$0].title.contains(typed) }
      }
    case .wordsAnywhere, .fuzzy:
      let words = typed.split(separator: UInt8(ascii: " ")).map(Array.init)
      let found = candidates.filter { index in
        words.allSatisfy { folded[index].all.contains($0) }
      }
      matches = found.map { (rank: folded[$0].rank(typed), index: $0) }.sorted(by: <)
        .map(\.index)
      if matching == .fuzzy { matches += scattered(typed, except: Set(found)) }
    }
  }

  /// The entries whose titles have the typed letters in their order, the closest together first.
  private func scattered(_ typed: [UInt8], except found: Set<Int>) -> [Int] {
    let letters = typed.filter { $0 != UInt8(ascii: " ") }
    guard letters.count > 2 else { return [] }
    return entries.indices.filter { !found.contains($0) }
      .compactMap { index in
        folded[index].title.span(of: letters).map { (span: $0, index: index) }
      }
      .sorted(by: <).map(\.index)
  }

  /// The matching entry at a place of the screen, counted in ``matches``.
  package func match(at position: Position, in rect: Rect) -> Int? {
    cursor.entry(at: position, in: rect, of: matches.count)
  }

  /// Selects a matching entry, counted in ``matches``, that stands in sight in a rectangle.
  package mutating func select(match: Int, in rect: Rect) {
    guard matches.indices.contains(match) else { return }
    cursor.scroll(height: rect.rows, of: matches.count)
    cursor.go(to: match, of: matches.count)
  }

  private func top(in rect: Rect) -> Int { cursor.top(height: rect.rows, of: matches.count) }

  /// Whether there are matches above and below those in sight in a rectangle.
  package func more(in rect: Rect) -> (above: Bool, below: Bool) {
    let top = top(in: rect)
    return (top > 0, top + rect.rows < matches.count)
  }

  /// Draws the matching entries, the selected one in sight and with the cursor on it.
  package func draw(in grid: inout Grid, rect: Rect, theme: Theme, symbols: Symbols) {
    let top = top(in: rect)
    let half = rect.columns / 2
    let shown = matches.dropFirst(top).prefix(rect.rows)
    let widest = shown.map { entries[$0].title.displayWidth(upTo: half) }.max() ?? 0
    let titleWidth = min(half, max(widest, usualTitleWidth))
    for offset in 0..<rect.rows where matches.indices.contains(top + offset) {
      let entry = entries[matches[top + offset]]
      let isSelected = top + offset == selection
      let row = rect.row + offset
      grid.draw(isSelected ? symbols.focus : " ", row: row, column: rect.column)
      if isSelected { grid.cursor = Position(row: row, column: rect.column + 2) }
      let style = theme.style(isSelected ? .selection : entry.isEnabled ? .text : .unset)
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

/// The texts of an entry in lower case, as bytes: a long list is searched with every key.
private struct Folded: Sendable {
  let title: [UInt8]
  let detail: [UInt8]
  let alias: [UInt8]
  /// Each word.
  let synonyms: [[UInt8]]
  let name: [UInt8]
  let isSecondary: Bool
  let all: [UInt8]

  init(_ entry: FilterList.Entry) {
    title = Array(entry.title.lowercased().utf8)
    detail = Array(entry.detail.lowercased().utf8)
    alias = Array(entry.alias.lowercased().utf8)
    name = Array(entry.name.lowercased().utf8)
    isSecondary = entry.isSecondary
    let blank = UInt8(ascii: " ")
    let others = Array(entry.synonyms.lowercased().utf8)
    synonyms = others.split(separator: blank).map(Array.init)
    all =
      title + [blank] + detail + [blank] + alias + [blank]
      + Array(entry.keywords.lowercased().utf8) + [blank] + others
  }

  /// How well it fits what was typed: the same first, then what begins with it, then the rest.
  func rank(_ typed: [UInt8]) -> Int {
    alias == typed ? 0 : fit(typed) + (isSecondary ? 3 : 0)
  }

  private func fit(_ typed: [UInt8]) -> Int {
    if title == typed || name == typed { return 0 }
    if title.starts(with: typed) { return 1 }
    if alias.starts(with: typed) || synonyms.contains(typed) { return 2 }
    return title.contains(typed) ? 3 : alias.contains(typed) || detail.contains(typed) ? 4 : 5
  }
}

extension [UInt8] {
  /// Over how many bytes some letters stand in this order, beginning a word; nil where they do not,
  /// or so far apart that nobody means it.
  fileprivate func span(of letters: [UInt8]) -> Int? {
    let blank = UInt8(ascii: " ")
    return indices.lazy
      .filter { self[$0] == letters[0] && ($0 == 0 || self[$0 - 1] == blank) }
      .compactMap { start -> Int? in
        var at = start
        for letter in letters.dropFirst() {
          guard let next = self[(at + 1)...].firstIndex(of: letter) else { return nil }
          at = next
        }
        let span = at - start + 1
        return span <= 2 * letters.count ? span : nil
      }.min()
  }

  /// Whether some bytes stand in it one behind the other.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    for start in 0...(count - part.count)
    where self[start] == first && self[start..<start + part.count].elementsEqual(part) {
      return true
    }
    return false
  }
}
