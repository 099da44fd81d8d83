import CalendarModel
import TextUI

/// Chooses which settings are copied: sections, and the fields in them.
struct CopySettingsDialog: SelectionDialog {
  enum Command: String, PagingCommand {
    case goOn, leave, mark, open, close, previous, next, pageUp, pageDown, first, last, all, none
  }

  static let keys = KeyTable<Command>(
    "copySettings", "Choosing settings to copy",
    [
      KeyBinding(.goOn, .enter, short: "Go on", help: "Goes on with what is chosen"),
      KeyBinding(
        .mark, .space, short: "Choose", help: "Chooses the section or the field, or no longer"),
      KeyBinding(.open, .right, short: "Fields", help: "Shows the fields of the section"),
      KeyBinding(.close, .left, short: "Fold", help: "Hides the fields of the section"),
      KeyBinding(
        .all, .character("a"), short: "Usual", help: "Chooses all that does not identify a calendar"
      ),
      KeyBinding(.none, .character("n"), short: "None", help: "Chooses nothing"),
      KeyBinding(.leave, .escape, short: "Back", help: "Copies nothing"),
    ] + Command.moves(MoveWords("line", previous: "The line before")))

  private enum Row {
    case section(Section)
    case field(Field)
    /// What becomes of dates that only the target has.
    case dates
  }

  /// Which way the settings go.
  private let direction: CopyDirection
  private var choices: CopyChoices
  private var unfolded: Set<Section> = []
  var cursor = ListCursor()

  /// - Parameter section: the one to begin with; it alone is chosen then.
  init(_ direction: CopyDirection, beginningWith section: Section?) {
    self.direction = direction
    guard let section else {
      choices = .usual
      return
    }
    choices = CopyChoices([])
    choices.choose(section)
    cursor = ListCursor(at: Section.allCases.firstIndex(of: section) ?? 0)
  }

  private var rows: [Row] {
    Section.allCases.flatMap { section -> [Row] in
      let fields = CopyChoices.fields(in: section)
      guard !fields.isEmpty else { return [] }
      return [.section(section)]
        + (unfolded.contains(section) ? fields.map(Row.field) : [])
        + (section == .dateHours && choices.extent(of: section) != .none ? [.dates] : [])
    }
  }

  var count: Int { rows.count }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.goOn, .mark, .open, .all, .none, .leave, in: Self.keys)
  }

  var secondClick: Command? { .mark }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    let rows = rows
    switch command {
    case .leave: return .close()
    case .goOn:
      guard !choices.keys.isEmpty else {
        return .stay([.say("Choose what to copy first.", .problem)])
      }
      return .close([.app(.copy(choices, direction))])
    case .previous, .next, .pageUp, .pageDown, .first, .last: move(command, page: shown(editor))
    case .all:
      let dates = choices.dates
      choices = .usual
      choices.dates = dates
    case .none: choices = CopyChoices([])
    case .mark: mark(rows[selection])
    case .open: if case .section(let section) = rows[selection] { unfolded.insert(section) }
    case .close: fold(rows)
    }
    // What is chosen decides which lines there are.
    select(selection)
    return .stay()
  }

  private mutating func mark(_ row: Row) {
    switch row {
    case .section(let section): choices.choose(section, choices.extent(of: section) != .all)
    case .field(let field): choices.choose(field.key, !choices.isChosen(field.key))
    case .dates: choices.dates = choices.dates == .add ? .replace : .add
    }
  }

  /// Hides the fields of the section that the selected line is in.
  private mutating func fold(_ rows: [Row]) {
    let head = rows[...selection].lastIndex { if case .section = $0 { true } else { false } }
    guard let head, case .section(let section) = rows[head] else { return }
    unfolded.remove(section)
    select(head)
  }

  // MARK: Drawing

  private func text(_ row: Row) -> String {
    switch row {
    case .section(let section):
      let mark =
        switch choices.extent(of: section) {
        case .none: " "
        case .some: "-"
        case .all: "x"
        }
      return "[\(mark)] \(section.title)"
    case .field(let field): return "    [\(choices.isChosen(field.key) ? "x" : " ")] \(field.label)"
    case .dates: return "    \(choices.dates.label)"
    }
  }

  private func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, rows.count + 3), columns: min(room.columns, 60))
  }

  mutating func layOut(_ editor: CalendarEditor) {
    cursor.scroll(height: entries(editor).rows, of: count)
  }

  func entries(_ editor: CalendarEditor) -> Rect { list(in: Screen.room(editor)) }

  private func list(in room: Rect) -> Rect {
    var rect = frame(in: room).inset(rows: 1, columns: 2)
    rect.row += 1
    rect.rows = max(0, rect.rows - 1)
    return rect
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let rect = frame(in: room)
    let inner = DialogFrame.draw(direction.title, editor, in: &grid, rect: rect)
    grid.draw(
      TextWrap.cut(direction.text, width: inner.columns), row: inner.row, column: inner.column,
      style: theme.style(.hint))
    let list = list(in: room)
    let rows = rows
    let top = cursor.top(height: list.rows, of: rows.count)
    for offset in 0..<list.rows where rows.indices.contains(top + offset) {
      let isSelected = top + offset == selection
      let row = list.row + offset
      grid.draw(isSelected ? editor.symbols.focus : " ", row: row, column: list.column)
      if isSelected { grid.cursor = Position(row: row, column: list.column + 2) }
      grid.draw(
        text(rows[top + offset]), row: row, column: list.column + 2, width: list.columns - 2,
        style: theme.style(isSelected ? .selection : .text))
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + list.rows < rows.count, editor, in: &grid, rect: rect)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(
      direction.title,
      .texts([direction.text])
        + rows.enumerated().map {
          .choice(text($1).markInWords, spot: $0, isSelected: $0 == selection)
        })
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [direction.title, direction.text]
      + rows.enumerated().map {
        ($0.offset == selection ? "\(editor.symbols.focus) " : "") + text($0.element)
      }
  }
}

/// Which way settings are copied.
package enum CopyDirection: Sendable, Hashable {
  /// From another calendar into the one that is shown.
  case from(ListedPlace, name: String)
  /// From the one that is shown into others.
  case toOthers

  var title: String {
    switch self {
    case .from(_, let name): "Copy from \(name)"
    case .toOthers: "Use for others"
    }
  }

  var text: String {
    switch self {
    case .from: "What this calendar takes over:"
    case .toOthers: "What other calendars take over from this one:"
    }
  }
}
