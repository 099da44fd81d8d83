import CalendarModel
import CalendarWork
import TextUI

/// Shows how far a run has come; when it has ended, what became of each calendar.
struct BatchRunDialog: Dialog {
  enum Command: String, KeyCommand {
    case open, show, hide, goOn, copy, write, leave
    case previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "run", "While many calendars are changed, and in the results",
    [
      KeyBinding(
        .open, .enter, short: "Open", help: "Opens the calendar where it was changed first"),
      KeyBinding(
        .show, .space, .character("d"), .character("D"), short: "Details",
        help: "Shows all that is known of the calendar"),
      KeyBinding(
        .hide, .function(2), .alt("l"), short: "List",
        help: "Goes to the list of calendars; the run goes on"),
      KeyBinding(
        .goOn, .character("g"), .character("G"), short: "Go on",
        help: "Goes on with the calendars that are left, when the run has ended"),
      KeyBinding(
        .copy, .character("c"), .character("C"), short: "Copy",
        help: "Copies the report to the clipboard (OSC 52)"),
      KeyBinding(
        .write, .character("w"), .character("W"), short: "Write",
        help: "Writes the report to a file"),
      KeyBinding(
        .leave, .escape, short: "Stop",
        help:
          "Asks whether to stop; when the run has ended, closes the results, which stay to be shown again"
      ),
      KeyBinding(.previous, .up, .backTab, short: "Up", help: "The calendar before"),
      KeyBinding(.next, .down, .tab, short: "Down", help: "The next calendar"),
      KeyBinding(.pageUp, .pageUp, short: "Page up", help: "Ten calendars up"),
      KeyBinding(.pageDown, .pageDown, short: "Page down", help: "Ten calendars down"),
      KeyBinding(.first, .home, short: "First", help: "The first calendar"),
      KeyBinding(.last, .end, short: "Last", help: "The last calendar"),
    ])

  private(set) var run: BatchRun
  /// The calendars in the order of the rows.
  private var rows: [Int]
  /// The number of the selected calendar; nil stays at the top.
  private var selected: Int?
  private var top = 0

  init(_ run: BatchRun) {
    self.run = run
    rows = run.shownOrder
  }

  /// Shows how far it has come now; when it ends, the results begin at the top.
  mutating func show(_ run: BatchRun) {
    if run.isOver, !self.run.isOver { selected = nil }
    self.run = run
    rows = run.shownOrder
  }

  private var selection: Int { selected.flatMap(rows.firstIndex) ?? 0 }
  private var current: Int? { rows.indices.contains(selection) ? rows[selection] : nil }

  var actions: [ActionID] { [.openCalendars, .previousCalendar, .quit] }
  var secondClick: Command? { .open }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    let open = keymap.hints(.open, .show, in: Self.keys)
    if run.isOver {
      return open + (run.left.isEmpty ? [] : keymap.hints(.goOn, in: Self.keys))
        + keymap.hints(.copy, .write, in: Self.keys)
        + [keymap.hint(.leave, in: Self.keys, saying: "Close")].compactMap { $0 }
    }
    return keymap.hints(.leave, .hide, in: Self.keys) + open
      + [keymap.hint(.openCalendars)].compactMap { $0 }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return run.isOver ? .close() : stop()
    case .hide: return editor.surroundings.isHome ? .close() : .stay([.app(.showList)])
    case .open:
      guard let index = current else { return .stay() }
      return .stay([.app(.openChanged(run.order.plans[index].target, run.place(of: index)))])
    case .show: return show()
    case .goOn:
      guard run.isOver else { return .stay([.say("The run goes on already.")]) }
      guard !run.left.isEmpty else { return .stay([.say("Nothing is left to go on with.")]) }
      return .stay([.app(.goOnWithRun)])
    case .copy: return .stay([.copy(run.report, as: "the report")])
    case .write:
      return .stay([
        .open(PromptDialog(.file(WrittenText("The report", run.report)), in: editor))
      ])
    case .previous: move(by: -1)
    case .next: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .first: move(by: -rows.count)
    case .last: move(by: rows.count)
    }
    return .stay()
  }

  private mutating func move(by step: Int) {
    let at = BatchPanel.moved(selection, by: step, of: rows.count)
    selected = rows.indices.contains(at) ? rows[at] : nil
  }

  private func stop() -> DialogResponse {
    guard run.state == .running else {
      return .stay([.say("Stopping: what is under way is finished first.")])
    }
    return .stay([.open(ConfirmDialog(stopping: run, quits: false))])
  }

  private func show() -> DialogResponse {
    guard let index = current else { return .stay() }
    return .stay([.open(TextDialog("What became of it", run.details(of: index)))])
  }

  // MARK: What it shows

  private func panel(_ editor: CalendarEditor, columns: Int) -> BatchPanel {
    BatchPanel(
      title: title, head: head(editor, columns: columns),
      rows: rows.map { row($0, editor) }, foot: foot(editor))
  }

  private var title: String {
    switch run.state {
    case .running: "Changing \(Wording.counted(run.tally.total, "calendar"))"
    case .stopping: "Stopping: what is under way is finished"
    case .ended:
      run.problem != nil
        ? "Nothing was changed"
        : run.tally.asWanted == run.tally.total ? "Done" : "Done, but not all as wanted"
    }
  }

  private func head(_ editor: CalendarEditor, columns: Int) -> [BatchPanel.Line] {
    if let problem = run.problem { return [.init(text: problem, role: .error)] }
    let sum = BatchPanel.Line(
      text: run.sum, role: run.isOver && run.tally.asWanted == run.tally.total ? .success : .said)
    return run.isOver ? [sum] : [.init(text: bar(columns: columns - 4)), sum]
  }

  /// "[######----]  24/40  4.8 a second  4 s left", as far as there is room.
  private func bar(columns: Int) -> String {
    let tally = run.tally
    var parts = [run.progress]
    if let rate = tally.rate(at: run.now) {
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10) a second")
    }
    if let left = tally.secondsLeft(at: run.now), tally.left > 0 {
      parts.append(left < 90 ? "\(left) s left" : "\((left + 59) / 60) min left")
    }
    while parts.count > 1, parts.joined(separator: "  ").count + 12 > columns {
      parts.remove(at: 1)
    }
    let text = parts.joined(separator: "  ")
    let room = min(40, columns - text.count - 4)
    guard room >= 5 else { return text }
    let full = tally.total == 0 ? room : room * tally.done / tally.total
    return "[" + String(repeating: "#", count: full)
      + String(repeating: "-", count: room - full) + "]  " + text
  }

  private func row(_ index: Int, _ editor: CalendarEditor) -> BatchPanel.Row {
    let target = run.order.plans[index].target
    let account =
      run.order.accounts.count > 1 ? "\(run.order.title(of: target)): " : ""
    guard let outcome = run.outcomes[index] else {
      let isUnderWay = run.underWay.contains(index)
      return .init(
        mark: isUnderWay ? editor.symbols.more : " ", title: target.title,
        detail: account + (isUnderWay ? "under way" : "waiting"),
        role: isUnderWay ? .text : .hint)
    }
    let text = ([outcome.title] + (outcome.details + outcome.leftOut).prefix(1))
      .joined(separator: " ")
    return .init(
      mark: editor.symbols.mark(of: outcome), title: target.title, detail: account + text,
      role: outcome.role)
  }

  private func foot(_ editor: CalendarEditor) -> [BatchPanel.Line] {
    if let status = editor.status { return [.init(text: status.text, role: status.kind.role)] }
    guard run.isOver else {
      return [.init(text: "Other calendars can be worked on meanwhile.", role: .hint)]
    }
    guard !run.left.isEmpty else { return [] }
    let key = editor.keymap.hint(.goOn, in: Self.keys)?.key ?? ""
    let command = run.id.map { ", or caledit set --resume --run \($0)" } ?? ""
    return [
      .init(
        text: "\(Wording.counted(run.left.count, "calendar")) left: \(key) goes on\(command).",
        role: .warning)
    ]
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let room = Screen.room(editor)
    let height = panel(editor, columns: room.columns).list(in: room).rows
    top = Scrolling.top(top, showing: selection, height: height, count: rows.count)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let room = Screen.room(editor)
    let list = panel(editor, columns: room.columns).list(in: room)
    let row = top + position.row - list.row
    return list.contains(position) && rows.indices.contains(row) ? row : nil
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    if rows.indices.contains(spot) { selected = rows[spot] }
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    panel(editor, columns: room.columns)
      .draw(selection: selection, top: top, editor, in: &grid, room: room)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    panel(editor, columns: Screen.room(editor).columns).words(selection: selection, editor)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    panel(editor, columns: Screen.room(editor).columns).speech(selection: selection)
  }
}
