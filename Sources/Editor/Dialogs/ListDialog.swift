import TextUI

/// A dialog that is a list in a frame: typing narrows it, Enter takes an entry, Esc takes none.
protocol ListDialog: Dialog where Command == ListCommand {
  /// What the frame is headed with.
  var title: String { get }
  var list: FilterList { get set }
  /// Whether the text that narrows the list has a line of its own from the start.
  var showsQuery: Bool { get }
  /// What stands above the list.
  func notice(_ editor: CalendarEditor) -> String?
  /// What stands under the list about the chosen entry; nil where nothing ever does.
  func footnote(_ editor: CalendarEditor) -> String?
  /// What stands in the list when nothing matches.
  var whenEmpty: ListPanel.Empty { get }

  /// Where the frame stands.
  func frame(in room: Rect) -> Rect

  /// What is to be done when an entry is chosen; the dialog goes away.
  ///
  /// - Parameter entry: its number in the list as it was made.
  func take(_ entry: Int) -> [DialogCommand]
}

extension ListDialog {
  var showsQuery: Bool { false }
  func notice(_ editor: CalendarEditor) -> String? { nil }
  func footnote(_ editor: CalendarEditor) -> String? { nil }
  var whenEmpty: ListPanel.Empty { .hint("Nothing matches.") }
  var isTyping: Bool { showsQuery || !list.query.isEmpty }
  var secondClick: ListCommand? { .take }

  static func wheel(isUp: Bool) -> ListCommand? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.take, .leave, in: Self.keys)
  }

  mutating func obey(_ command: ListCommand, _ editor: CalendarEditor) -> DialogResponse {
    obeyInList(command)
  }

  /// What a list does with a command, for dialogs that do more with some.
  mutating func obeyInList(_ command: ListCommand) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .take:
      if let entry = list.selected { return .close(take(entry)) }
      return .stay([
        .say(
          list.entries.isEmpty
            ? "There is nothing to choose." : "Nothing matches what is typed.", .problem)
      ])
    default:
      list.move(command)
      return .stay()
    }
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    // Nothing is called "?", so before anything is typed it is the key of the help.
    if !isTyping, editor.keymap.actions(for: key).contains(.help) { return .ignored }
    return list.narrow(by: key) ? .stay() : .ignored
  }

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    list.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    ListPanel.draw(self, editor, in: &grid, rect: frame(in: room))
  }

  private func entries(_ editor: CalendarEditor) -> Rect {
    let inner = frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
    return ListPanel.entries(
      list, in: inner, showsQuery: showsQuery, notice: notice(editor),
      hasFootnote: footnote(editor) != nil)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    list.match(at: position, in: entries(editor))
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    list.select(match: spot, in: entries(editor))
    return .stay()
  }

  func words(_ editor: CalendarEditor) -> [String] {
    let empty: String =
      switch whenEmpty {
      case .hint(let text), .choice(let text): text
      }
    let typed = list.query.text
    return [title] + [notice(editor)].compactMap { $0 }
      + (typed.isEmpty
        ? (showsQuery ? ["/ \(ListPanel.invitation(list))"] : []) : ["/ \(typed)"])
      + (list.matches.isEmpty ? [empty] : [])
      + list.matches.map { match in
        let entry = list.entries[match]
        let mark = match == list.selected ? "\(editor.symbols.focus) " : ""
        return mark + entry.title + (entry.detail.isEmpty ? "" : "  \(entry.detail)")
      } + [footnote(editor)].compactMap { $0 }.filter { !$0.isEmpty }
  }
}

/// The list in lines.
extension ListDialog {
  /// A text narrows the list; where only one entry is left, or one is called just that, it is taken.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    list.ask(for: text.trimmedBlanks)
    if list.matches.isEmpty, case .hint = whenEmpty, !list.entries.isEmpty {
      // A list that has nothing any more is no use to somebody who cannot see why.
      list.ask(for: "")
      let back = editor.keymap.word(of: .leave, in: Self.keys)
      return .stay([
        .say("Nothing here has \(text.inQuotes) in it; \(back) leaves this list.", .problem)
      ])
    }
    let wanted = text.spokenForm
    let same = list.matches.filter { list.entries[$0].title.spokenForm == wanted }
    let found = same.count == 1 ? same : list.matches
    guard !wanted.isEmpty, found.count == 1, let entry = found.first else { return .stay() }
    return .close(take(entry))
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    var items: [DialogSpeech.Item] = .texts([notice(editor)].compactMap { $0 })
    if !list.query.isEmpty { items.append(.text("Narrowed by \(list.query.text.inQuotes).")) }
    if list.matches.isEmpty {
      switch whenEmpty {
      case .hint(let text): items.append(.text(text))
      case .choice(let text):
        items.append(.text("\(text): say \(editor.keymap.word(of: .take, in: Self.keys))."))
      }
    }
    items += choices
    return DialogSpeech(title, items, typing: Self.keys.typing.isEmpty ? .none : .narrows)
  }

  /// What can be chosen, with its numbers.
  var choices: [DialogSpeech.Item] {
    list.matches.enumerated().map { spot, match in
      let entry = list.entries[match]
      // The columns of a screen are pauses.
      let detail = entry.detail.replacing("  ", with: ", ")
      return .choice(
        String.spoken(entry.title.markInWords, detail) + (entry.isEnabled ? "" : " (not now)"),
        spot: spot,
        isSelected: spot == list.selection)
    }
  }
}

extension String {
  /// A line of a list with the box before it as words: "[x] Monday" is "Monday, marked".
  var markInWords: String {
    let text = trimmedBlanks
    for (mark, words) in [("[x] ", "marked"), ("[ ] ", "not marked"), ("[-] ", "partly marked")]
    where text.hasPrefix(mark) {
      return "\(text.dropFirst(mark.count)), \(words)"
    }
    return text
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

  /// What stands where the text that narrows the list is typed; empty where nothing can be narrowed.
  fileprivate static func invitation(_ list: FilterList) -> String {
    list.entries.isEmpty ? "" : "type to narrow the list"
  }

  fileprivate static func draw(
    _ dialog: some ListDialog, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) {
    let list = dialog.list
    let notice = dialog.notice(editor)
    let theme = editor.theme
    var inner = DialogFrame.draw(dialog.title, editor, in: &grid, rect: rect)
    for (offset, line) in lines(of: notice, inner).enumerated() {
      grid.draw(line, row: inner.row + offset, column: inner.column, style: theme.style(.hint))
    }
    let footnote = dialog.footnote(editor)
    let entries = entries(
      list, in: inner, showsQuery: dialog.showsQuery, notice: notice,
      hasFootnote: footnote != nil)
    let foot = TextWrap.lines(footnote ?? "", width: inner.columns, limit: footnoteRows)
    for (offset, line) in foot.enumerated() where entries.endRow + offset < inner.endRow {
      grid.draw(
        line, row: entries.endRow + offset, column: inner.column, width: inner.columns,
        style: theme.style(.hint))
    }
    if dialog.showsQuery || !list.query.isEmpty {
      drawQuery(of: list, editor, in: &grid, row: entries.row - 1, inner)
    }
    inner = entries
    if list.matches.isEmpty {
      let (text, role): (String, Theme.Role) =
        switch dialog.whenEmpty {
        case .hint(let text): (text, .hint)
        case .choice(let text): ("\(editor.symbols.focus) \(text)", .selection)
        }
      grid.draw(
        TextWrap.cut(text, width: inner.columns), row: inner.row, column: inner.column,
        width: inner.columns, style: theme.style(role))
    }
    list.draw(in: &grid, rect: inner, theme: theme, symbols: editor.symbols)
    let more = list.more(in: inner)
    DialogFrame.drawMore(
      above: more.above, below: more.below,
      place: "\(list.selection + 1)/\(list.matches.count)", editor, in: &grid, rect: rect)
  }

  private static func drawQuery(
    of list: FilterList, _ editor: CalendarEditor, in grid: inout Grid, row: Int, _ inner: Rect
  ) {
    let theme = editor.theme
    let used = grid.draw("/ ", row: row, column: inner.column, style: theme.style(.key))
    TextField.draw(
      list.query, in: &grid, row: row, column: inner.column + used, width: inner.columns - used)
    if list.query.isEmpty {
      grid.draw(
        TextWrap.cut(invitation(list), width: inner.columns - used), row: row,
        column: inner.column + used, style: theme.style(.hint))
    }
  }

  /// Where the entries stand inside the frame: under the notice and the text that narrows them.
  fileprivate static func entries(
    _ list: FilterList, in inner: Rect, showsQuery: Bool, notice: String?, hasFootnote: Bool
  ) -> Rect {
    var rest = inner
    rest.row += lines(of: notice, inner).count
    if showsQuery || !list.query.isEmpty { rest.row += 1 }
    rest.rows = max(0, inner.endRow - rest.row)
    if hasFootnote { rest.rows = max(min(2, rest.rows), rest.rows - footnoteRows) }
    return rest
  }

  /// How many lines are kept for what is said of the chosen entry.
  private static let footnoteRows = 2

  /// A notice takes three lines at most, and leaves two to the list.
  private static func lines(of notice: String?, _ inner: Rect) -> [String] {
    guard let notice else { return [] }
    return Array(
      TextWrap.lines(notice, width: inner.columns, limit: 3).prefix(max(0, inner.rows - 2)))
  }
}
