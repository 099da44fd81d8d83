import CalendarModel
import JSON
import TextUI

/// The calendars of the sub-accounts, narrowed by typing: where the program is at home.
///
/// It fills the screen, and nothing closes it: Esc goes back to the calendar that was shown before.
struct CalendarListDialog: SelectionDialog {
  enum Command: String, PagingCommand {
    case open, leave, previous, next, pageUp, pageDown, first, last
    case complete, mark, markAll, change, sort, turn, group, accounts, reload
  }

  static let keys = KeyTable<Command>(
    "calendars", "In the list of calendars",
    typing: "Typing narrows the list: words, and conditions such as \"look busy on\", "
      + "\"open on 24 dec\", \"slot duration > 30 min\", \"member Jonas\", \"draft\", \"has errors\"; "
      + "\"not\", \"or\" and commas join them.",
    [
      KeyBinding(.open, .enter, short: "Open", help: "Opens the calendar"),
      KeyBinding(
        .leave, .escape, short: "Back",
        help: "Clears what is typed; then goes back to the calendar that was shown"),
    ]
      + Command.moves(
        MoveWords("calendar", previous: "The calendar before"), up: [.up], down: [.down]) + [
        KeyBinding(
          .complete, .tab, short: "Complete", help: "Completes the condition that is being typed"),
        KeyBinding(
          .mark, .insert, .control("t"), short: "Mark",
          help: "Marks the calendar for what is done with several, or no longer"),
        KeyBinding(
          .markAll, .alt("a"), short: "Mark all",
          help: "Marks all calendars that are found, or none of them"),
        KeyBinding(
          .change, .alt("c"), short: "Change",
          help: "Changes the marked calendars, or the selected one, by FIELD=VALUE"),
        KeyBinding(.sort, .control("o"), short: "Sort", help: "Sorts by the next column"),
        KeyBinding(.turn, .alt("d"), short: "Turn", help: "Turns the order round"),
        KeyBinding(
          .group, .alt("g"), short: "Group",
          help: "Groups by group, type, state or member, or not at all"),
        KeyBinding(
          .accounts, .function(2), .alt("l"), short: "Accounts",
          help: "Lists the calendars of another sub-account, or of all"),
        KeyBinding(
          .reload, .function(5), .alt("r"), short: "Load again", help: "Asks the service again"),
      ])

  /// What is typed.
  private(set) var query = TextBuffer()
  private(set) var content: CalendarListContent
  /// Counted in the rows of the content.
  var cursor = ListCursor()

  init(today: CalendarDate) { content = CalendarListContent(today: today) }

  var isTyping: Bool { !query.isEmpty }
  var isHome: Bool { true }
  var showsStatus: Bool { true }
  var secondClick: Command? { .open }
  var count: Int { content.rows.count }
  var actions: [ActionID] {
    [.openCalendars, .previousCalendar, .saveAll, .showRun, .palette, .quit]
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    let isLoaded = !content.calendars.isEmpty
    let open = isLoaded ? keymap.hints(.open, in: Self.keys) : []
    let back = isTyping || editor.surroundings.count > 0 ? keymap.hints(.leave, in: Self.keys) : []
    let others = editor.surroundings.count > 0 ? [keymap.hint(.openCalendars)] : []
    let change =
      content.marks.isEmpty ? [] : keymap.hints(.change, .markAll, in: Self.keys)
    return open + change + back
      + (content.accounts.count > 1 ? keymap.hints(.accounts, in: Self.keys) : [])
      + (isLoaded && change.isEmpty
        ? keymap.hints(.mark, .change, .sort, .group, in: Self.keys) : [])
      + keymap.hints(.reload, in: Self.keys) + others.compactMap { $0 }
      + [keymap.hint(.quit)].compactMap { $0 }
  }

  // MARK: What it shows

  /// Shows what is known of the sub-accounts now; the selected calendar stays selected.
  mutating func show(_ accounts: AccountDirectory, open: [ListedPlace: Bool], today: CalendarDate) {
    keepingSelection { $0.content.take(accounts, open: open, today: today) }
  }

  /// Selects a calendar, where the list has it.
  mutating func select(_ place: ListedPlace) {
    if let row = content.row(of: place) { select(row) }
  }

  /// Narrows the list as if somebody had typed a text.
  mutating func ask(for text: String) {
    query = TextBuffer(text)
    narrow()
  }

  /// Ends the marks of the calendars that a run has done; those of the others are left for its rest.
  mutating func endRun(about places: Set<ListedPlace>, done: Set<ListedPlace>) {
    content.unmark(done)
    content.noteUse(of: places)
  }

  /// The calendars in the order of the list.
  var places: [ListedPlace] { content.places }

  /// The calendars in the order in which somebody goes through them from here.
  var placesInTurn: [ListedPlace] { content.placesInTurn }

  private mutating func keepingSelection(_ change: (inout Self) -> Void) {
    let selected = content.place(inRow: selection)
    change(&self)
    let row = selected.flatMap(content.row) ?? content.calendarRow(from: selection, step: 1) ?? 0
    cursor.go(to: row, of: count)
  }

  private mutating func narrow() {
    content.narrow(by: query.text)
    cursor = ListCursor(at: content.calendarRow(from: 0, step: 1) ?? 0)
  }

  // MARK: Keys

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .open:
      guard let place = content.place(inRow: selection) else {
        return .stay(content.whyNothingOpens.map { [.say($0, .problem)] } ?? [])
      }
      return .stay([.app(.open(place.account, calendarID: place.calendarID))])
    case .leave:
      if !query.isEmpty {
        query = TextBuffer()
        keepingSelection { $0.content.narrow(by: "") }
        return .stay()
      }
      return .stay(
        editor.surroundings.count > 0
          ? [.app(.showPrevious)] : [.say("No calendar is open to go back to.")])
    case .previous, .next, .pageUp, .pageDown, .first, .last:
      move(command, page: max(1, entries(editor).rows - 1))
    case .complete: complete()
    case .mark:
      if let place = content.place(inRow: selection) { content.toggleMark(place) }
      select(selection + 1)
    case .markAll: content.toggleMarks()
    case .change:
      let marked = content.markedPlaces
      let places = marked.isEmpty ? [content.place(inRow: selection)].compactMap { $0 } : marked
      guard !places.isEmpty else {
        return .stay(content.whyNothingOpens.map { [.say($0, .problem)] } ?? [])
      }
      return .stay([.open(PromptDialog(.changes(places), in: editor))])
    case .sort: keepingSelection { $0.content.sortByNext() }
    case .turn: keepingSelection { $0.content.turn() }
    case .group: keepingSelection { $0.content.groupByNext() }
    case .accounts: return .stay([.app(.showAccounts)])
    case .reload: return .stay([.app(.listAgain)])
    }
    return .stay()
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    if !isTyping, editor.keymap.actions(for: key).contains(.help) { return .ignored }
    switch query.handle(key) {
    case .edited: narrow()
    case .moved: break
    case .ignored: return .ignored
    }
    return .stay()
  }

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    query.insert(Self.wanted(in: line))
    narrow()
    return .stay()
  }

  /// What a pasted text looks for: of a link the id or the slug that it holds.
  private static func wanted(in text: String) -> String {
    do {
      return try CalendarLink.id(in: text)
    } catch .slug(let slug) {
      return slug
    } catch {
      return text
    }
  }

  /// Selects the calendar at a row, else the nearest beyond a heading.
  mutating func select(_ index: Int) {
    let target = min(max(0, index), max(0, count - 1))
    let step = index < selection ? -1 : 1
    let row =
      content.calendarRow(from: target, step: step)
      ?? content.calendarRow(from: target, step: -step)
    cursor.go(to: row ?? 0, of: count)
  }

  /// Puts in the first thing that the condition at the cursor can go on with.
  private mutating func complete() {
    let text = query.text
    let cursor = text.count
    guard
      let suggestion = CalendarQuery.suggestions(
        for: text, at: cursor, content.vocabulary, limit: 1
      ).first
    else { return }
    let characters = Array(text)
    let place = suggestion.place.clamped(to: 0..<characters.count)
    query = TextBuffer(
      String(characters[..<place.lowerBound]) + suggestion.text
        + String(characters[place.upperBound...]))
    narrow()
  }

  // MARK: Places on the screen

  mutating func layOut(_ editor: CalendarEditor) {
    let height = entries(editor).rows
    // The heading of the first calendar stays in sight.
    if selection <= 1 { cursor = ListCursor(at: selection) }
    cursor.scroll(height: height, of: count)
    let top = cursor.top(height: height, of: count)
    content.countProblems(inRows: top..<(top + height))
  }

  func entries(_ editor: CalendarEditor) -> Rect {
    CalendarListView.parts(of: Screen.room(editor)).rows
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    cursor.entry(at: position, in: entries(editor), of: count)
      .flatMap { content.place(inRow: $0) == nil ? nil : $0 }
  }

  private func view(_ editor: CalendarEditor) -> CalendarListView {
    CalendarListView(
      content, query: query, selection: selection,
      top: cursor.top(height: entries(editor).rows, of: count), editor)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    view(editor).draw(in: &grid, room: room)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech { view(editor).speech }

  /// Narrows the list; a calendar that is called just that, or is the only one left, is opened.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    query = TextBuffer(Self.wanted(in: text.trimmedBlanks))
    narrow()
    let wanted = text.spokenForm
    let found = content.rows.indices.filter { content.place(inRow: $0) != nil }
    let same = found.filter {
      if case .calendar(let index) = content.rows[$0] {
        content.calendars[index].title.spokenForm == wanted
      } else {
        false
      }
    }
    guard !wanted.isEmpty,
      let row = same.count == 1 ? same.first : found.count == 1 ? found.first : nil
    else { return .stay() }
    select(row)
    return obey(.open, editor)
  }

  func words(_ editor: CalendarEditor) -> [String] { view(editor).words }
}
