import CalendarModel
import CalendarWork
import TextUI

/// Shows how far a run has come; when it has ended, what became of each calendar.
struct BatchRunDialog: BatchDialog {
  enum Command: String, PagingCommand {
    case open, show, hide, goOn, copy, write, leave
    case previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "run", "While many calendars are changed, and in the results", own + moves)

  private static let own: [KeyBinding<Command>] = [
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
  ]

  private(set) var run: BatchRun
  /// The calendars in the order of the rows.
  private var rows: [Int]
  var cursor = ListCursor()
  /// The number of the calendar that somebody selected; nil stays at the top.
  ///
  /// It stays selected while the rows change places.
  private var selected: Int?

  init(_ run: BatchRun) {
    self.run = run
    rows = run.shownOrder
  }

  /// Shows how far it has come now; when it ends, the results begin at the top.
  mutating func show(_ run: BatchRun) {
    if run.isOver, !self.run.isOver { selected = nil }
    self.run = run
    rows = run.shownOrder
    cursor.go(to: selected.flatMap(rows.firstIndex) ?? 0, of: count)
  }

  var count: Int { rows.count }
  private var current: Int? { rows.indices.contains(selection) ? rows[selection] : nil }

  var showsStatus: Bool { true }
  var actions: [ActionID] { [.openCalendars, .previousCalendar, .quit] }
  var secondClick: Command? { .open }

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
    case .previous, .next, .pageUp, .pageDown, .first, .last:
      move(command, page: Self.page)
    }
    return .stay()
  }

  mutating func select(_ index: Int) {
    cursor.go(to: index, of: count)
    selected = current
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

  func panel(_ editor: CalendarEditor) -> BatchPanel {
    BatchPanel(
      title: title, head: head(editor, columns: Screen.room(editor).columns),
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
    if run.isOver { return [sum] }
    let progress = run.tally.progress(at: run.now)
    let text =
      editor.display.isSpoken
      ? progress.joined(separator: ", ") : run.tally.bar(progress, columns: columns - 4)
    return [.init(text: text, isState: true), .init(text: sum.text, role: sum.role, isState: true)]
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
}
