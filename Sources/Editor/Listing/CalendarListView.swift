import CalendarModel
import TextUI

/// Draws the list of calendars: what is typed, a heading for the columns, the calendars, and what is
/// to be said of the selected one.
struct CalendarListView {
  /// Where the parts stand.
  struct Parts {
    /// What is typed, and how much it found.
    var query: Rect
    /// What has to be said of the sub-accounts: how far loading is, which do not answer.
    var notice: Rect
    var titles: Rect
    var rows: Rect
    /// What is to be said of the selected calendar and of the query.
    var context: Rect
  }

  static func parts(of room: Rect) -> Parts {
    let contextRows = room.rows >= 18 ? 3 : room.rows >= 12 ? 2 : 1
    var rest = room
    func take(_ rows: Int) -> Rect {
      var rect = rest
      rect.rows = min(rows, rest.rows)
      rest.row += rect.rows
      rest.rows -= rect.rows
      return rect
    }
    let (query, notice, titles) = (take(1), take(1), take(1))
    var context = rest
    context.rows = min(contextRows, rest.rows)
    context.row = rest.endRow - context.rows
    rest.rows -= context.rows
    return Parts(query: query, notice: notice, titles: titles, rows: rest, context: context)
  }

  private let content: CalendarListContent
  private let query: TextBuffer
  private let selection: Int
  private let top: Int
  private let editor: CalendarEditor

  init(
    _ content: CalendarListContent, query: TextBuffer, selection: Int, top: Int,
    _ editor: CalendarEditor
  ) {
    (self.content, self.query, self.selection) = (content, query, selection)
    (self.top, self.editor) = (top, editor)
  }

  func draw(in grid: inout Grid, room: Rect) {
    grid.fill(room)
    let parts = Self.parts(of: room)
    let theme = editor.theme
    drawQuery(in: &grid, parts.query)
    if let notice {
      grid.draw(
        TextWrap.cut(notice.text, width: room.columns - 2), row: parts.notice.row,
        column: room.column + 1, style: theme.style(notice.role))
    }
    let columns = CalendarColumns(width: room.columns, content, editor)
    columns.drawTitles(in: &grid, parts.titles)
    for offset in 0..<parts.rows.rows where content.rows.indices.contains(top + offset) {
      let row = top + offset
      var rect = parts.rows
      (rect.row, rect.rows) = (parts.rows.row + offset, 1)
      columns.draw(content.rows[row], isSelected: row == selection, in: &grid, rect)
    }
    if content.rows.isEmpty, let text = whenEmpty {
      for (offset, line) in TextWrap.lines(text, width: room.columns - 4, limit: parts.rows.rows)
        .enumerated()
      {
        grid.draw(
          line, row: parts.rows.row + offset, column: room.column + 3, style: theme.style(.hint))
      }
    }
    drawContext(in: &grid, parts.context)
    // While nothing is selected the cursor stands where typing goes.
    if content.place(inRow: selection) == nil {
      grid.cursor = Position(row: parts.query.row, column: room.column + 3)
    }
  }

  private func drawQuery(in grid: inout Grid, _ rect: Rect) {
    let theme = editor.theme
    let count = countInWords
    let room = rect.columns - 4 - count.displayWidth - 2
    let used = grid.draw("/ ", row: rect.row, column: rect.column + 1, style: theme.style(.key))
    let column = rect.column + 1 + used
    if query.isEmpty {
      grid.draw(
        TextWrap.cut(Self.invitation, width: room), row: rect.row, column: column,
        style: theme.style(.hint))
    } else {
      TextField.draw(query, in: &grid, row: rect.row, column: column, width: room)
    }
    grid.draw(
      count, row: rect.row, column: max(column, rect.endColumn - count.displayWidth - 1),
      style: theme.style(.hint))
  }

  private func drawContext(in grid: inout Grid, _ rect: Rect) {
    guard rect.rows > 0 else { return }
    let width = rect.columns - 2
    var lines: [(String, Theme.Role)] = []
    if let status = editor.status { lines.append((status.text, status.kind.role)) }
    if let about { lines.append((about, .text)) }
    lines += said.map { ($0, .hint) }
    var row = rect.row
    let shown = Array(lines.prefix(rect.rows))
    for (number, line) in shown.enumerated() {
      // What needs more than a row has those that no line behind it needs.
      let free = rect.endRow - row - (shown.count - number - 1)
      let texts =
        free > 1 && line.1 == .hint
        ? TextWrap.lines(line.0, width: width, limit: free) : [TextWrap.cut(line.0, width: width)]
      for text in texts {
        grid.draw(
          text, row: row, column: rect.column + 1, style: editor.theme.style(line.1))
        row += 1
      }
    }
  }

  // MARK: Words

  /// What stands where nothing is typed yet.
  private static let invitation = "type to find calendars"

  /// The count as a sentence says it: "12 of 310 calendars, 2 marked, sorted by name".
  private var countInSentence: String {
    let shown = content.rows.count { if case .calendar = $0 { true } else { false } }
    let all = Wording.counted(content.calendars.count, "calendar")
    let parts = [
      shown == content.calendars.count ? all : "\(shown) of \(all)",
      content.marks.isEmpty ? "" : "\(content.marks.count) marked",
      "sorted by \(content.order.title.lowercased())\(content.isTurned ? ", turned" : "")",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// "12 of 310 by name".
  private var countInWords: String {
    let shown = content.rows.count { if case .calendar = $0 { true } else { false } }
    let all = content.calendars.count
    let count = shown == all ? "\(all)" : "\(shown) of \(all)"
    let marked = content.marks.isEmpty ? "" : "  \(content.marks.count) marked"
    let order = "by \(content.order.title.lowercased())\(content.isTurned ? ", turned" : "")"
    return "\(count)\(marked)  \(order)"
  }

  /// What has to be said of the sub-accounts.
  private var notice: (text: String, role: Theme.Role)? {
    let (loaded, failed) = content.progress
    let count = content.listed.count
    if let first = failed.first, case .failed(let title, let advice) = first.state {
      let whose = count > 1 ? "\(first.title): " : ""
      let others = failed.count > 1 ? " (and \(failed.count - 1) more)" : ""
      return (
        "\(editor.symbols.error) \(whose)\(title)\(others). \(advice ?? "")", .error
      )
    }
    let isAsking = content.listed.contains { $0.state == .asked }
    if isAsking {
      return (
        count == 1
          ? "Loading the calendars…" : "Loading: \(loaded) of \(count) sub-accounts are here.",
        .hint
      )
    }
    return content.listed.compactMap(\.remark).first.map { ($0, .warning) }
  }

  private var whenEmpty: String? {
    if content.listed.contains(where: { $0.state == .asked }) { return nil }
    // The line above has no room for what to do about it.
    if content.calendars.isEmpty,
      case .failed(let title, let advice)? = content.progress.failed.first?.state
    {
      return "\(title). \(advice ?? "")"
    }
    if !query.isEmpty { return "No calendar fits." }
    return content.progress.loaded > 0 ? "This sub-account has no calendars." : nil
  }

  /// What there is to know of the selected calendar beyond its line.
  private var about: String? {
    guard content.rows.indices.contains(selection),
      case .calendar(let index) = content.rows[selection]
    else { return nil }
    let calendar = content.calendars[index]
    let members = calendar.memberNames
    let account = content.listed.count > 1 ? content.listed[content.owners[index]].title : nil
    let marks = content.marks(of: index, editor.symbols).map { "\($0.mark) \($0.meaning)" }
    let parts: [String?] =
      [calendar.title, account] + marks + [
        calendar.typeText, calendar.groupName,
        members.isEmpty ? nil : members.joined(separator: ", "),
        calendar.slug.map { "/\($0)" }, calendar.id,
      ]
    let rest = calendar.oddities
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
      + (rest.isEmpty ? "" : "  " + rest.joined(separator: " "))
  }

  /// What is understood of the query, and what is to be said of what it found.
  private var said: [String] {
    guard let query = content.query, !query.isEmpty else { return [] }
    let reading = query.mistakes.isEmpty ? [query.reading] : query.mistakes
    return (reading + content.remarks).filter { !$0.isEmpty }
  }

  /// The list for line mode.
  var speech: DialogSpeech {
    let columns = CalendarColumns(width: 200, content, editor)
    let typed =
      query.isEmpty ? [] : ["Narrowed by \(query.text.inQuotes); \("back".inQuotes) shows all."]
    return DialogSpeech(
      "Calendars" + (editor.lookUps.accountName.map { " of \($0)" } ?? ""),
      .texts(
        (content.calendars.isEmpty ? [] : [countInSentence]) + [notice?.text].compactMap { $0 }
          + typed
          + said)
        + content.rows.enumerated().map { row, line in
          if case .calendar = line { return .choice(columns.sentence(of: line), spot: row) }
          return .text(columns.sentence(of: line))
        } + .texts([whenEmpty].compactMap { content.rows.isEmpty ? $0 : nil }),
      typing: .narrows)
  }

  /// The list in the words of the screen.
  var words: [String] {
    let columns = CalendarColumns(width: 200, content, editor)
    return ["Calendars", countInWords] + [notice?.text].compactMap { $0 }
      + ["/ \(query.isEmpty ? Self.invitation : query.text)", columns.titles]
      + content.rows.enumerated().map { row, line in
        (row == selection ? "\(editor.symbols.focus) " : "") + columns.words(of: line)
      } + [whenEmpty].compactMap { content.rows.isEmpty ? $0 : nil } + [about].compactMap { $0 }
      + said
  }
}
