import TextUI

/// What stands on the screen when the program starts and knows no sub-account yet.
struct WelcomeDialog: Dialog {
  enum Command: String, KeyCommand { case demo, scrollUp, scrollDown, leave }

  static let keys = KeyTable<Command>(
    "welcome", "At the first start",
    [
      KeyBinding(
        .demo, .character("d"), .enter, short: "Look at the demo",
        help: "Lists the calendars of the demo, which is a sandbox inside the program"),
      KeyBinding(.scrollUp, .up, .pageUp, short: "Up", help: "Scrolls up"),
      KeyBinding(.scrollDown, .down, .pageDown, short: "Down", help: "Scrolls down"),
      KeyBinding(
        .leave, .character("q"), .escape, short: "Quit", help: "Quits; nothing was written"),
    ])

  /// Where the configuration is looked for.
  private let path: String
  /// What a token has to be allowed to do.
  private let scopes: [String]
  private var top = 0

  init(path: String, scopes: [String]) {
    self.path = path
    self.scopes = scopes
  }

  var actions: [ActionID] { [.palette] }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.demo, .leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .demo: return .close([.app(.beginDemo)])
    case .leave: return .stay([.app(.quitNow(keepsDrafts: true))])
    case .scrollUp: top = max(0, top - 3)
    case .scrollDown: top = min(top + 3, hidden(in: Screen.room(editor)))
    }
    return .stay()
  }

  static func wheel(isUp: Bool) -> Command? { isUp ? .scrollUp : .scrollDown }

  private var text: [TextDialog.Line] {
    [
      .init(text: "caledit edits the settings of HighLevel booking calendars."),
      .init(text: ""),
      .init(text: "It needs to know", role: .heading),
      .init(
        text: "1. The sub-account: its id is the part of the address after /location/.", hanging: 3),
      .init(text: "2. A token of that sub-account.", hanging: 3),
      .init(text: ""),
      .init(text: "How to make a token", role: .heading),
      .init(
        text: "In HighLevel, open the sub-account, then Settings, Private Integrations, Create new "
          + "integration. Choose these scopes, and copy the token at once: it is shown only once.",
        hanging: 0),
      .init(text: scopes.joined(separator: ", "), hanging: 0),
      .init(text: ""),
      .init(text: "Where to put them", role: .heading),
      .init(text: "caledit config edit offers an example of \(path), for several sub-accounts."),
      .init(text: "For one sub-account, the environment is enough:"),
      .init(text: "  HIGHLEVEL_TOKEN=… caledit --location <id of the sub-account>"),
      .init(text: "caledit check says what works."),
    ]
  }

  private func lines(width: Int) -> [TextDialog.Line] {
    text.flatMap { line in
      line.text.isEmpty
        ? [line]
        : TextWrap.lines(line.text, width: width).map { .init(text: $0, role: line.role) }
    }
  }

  private func frame(in room: Rect) -> Rect {
    let width = min(76, room.columns)
    return room.centered(rows: min(room.rows, lines(width: width - 4).count + 2), columns: width)
  }

  private func hidden(in room: Rect) -> Int {
    let inner = frame(in: room).inset(rows: 1, columns: 2)
    return max(0, lines(width: inner.columns).count - inner.rows)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let rect = frame(in: room)
    let inner = DialogFrame.draw("Welcome", editor, in: &grid, rect: rect)
    let lines = lines(width: inner.columns)
    for (offset, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(
        line.text, row: inner.row + offset, column: inner.column, width: inner.columns,
        style: editor.theme.style(line.role))
    }
    grid.cursor = Position(row: inner.row, column: inner.column)
    DialogFrame.drawMore(
      above: top > 0, below: top < hidden(in: room), editor, in: &grid, rect: rect)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech("Welcome", .texts(text.map(\.text)))
  }

  func words(_ editor: CalendarEditor) -> [String] {
    ["Welcome"] + text.map(\.text).filter { !$0.isEmpty }
  }
}
