import CalendarModel
import TextUI

/// Asks the user what to do with the draft of a session that ended without a save.
struct DraftDialog: Dialog {
  enum Command: String, KeyCommand { case recover, show, discard, leave }

  static let keys = KeyTable<Command>(
    "draft", "When there is a draft",
    [
      KeyBinding(
        .recover, .character("r"), .enter, short: "Recover it",
        help: "Recovers the changes of the draft"),
      KeyBinding(
        .show, .character("d"), short: "Show the changes",
        help: "Shows what recovering would change"),
      KeyBinding(
        .discard, .character("x"), short: "Discard it",
        help: "Discards the draft; press it twice"),
      KeyBinding(
        .leave, .escape, short: "Back",
        help: "Goes to the list of calendars and keeps the draft; it is asked about again"),
    ])

  private let draft: DocumentDraft
  private let merge: CalendarMerge
  private let lines: [String]
  /// Whether the last key was the first of the two that discard the draft.
  private var isAskedToDiscard = false

  /// - Parameters:
  ///   - age: how long ago it was written, in words.
  ///   - save: what became of a save that was under way, in a sentence; nil where none has arrived.
  init(_ draft: DocumentDraft, age: String, _ merge: CalendarMerge, _ save: String? = nil) {
    self.draft = draft
    self.merge = merge
    var lines = [
      "\(save ?? "An earlier session ended without saving.") Its draft was written \(age): "
        + "\(Wording.counted(draft.changeCount, "changed property")), "
        + "\(Wording.counted(draft.stepCount, "step"))."
    ]
    if let typed = draft.typed { lines.append("You were typing \"\(typed)\".") }
    lines += draft.unfinished.map { "You typed \"\($0.text)\", which cannot be read." }
    if merge.isChangedByThem {
      lines.append(
        merge.conflicts.isEmpty
          ? "The calendar has changed since; recovering merges both."
          : "The calendar has changed since, partly in the same places. You choose for each.")
    }
    lines += draft.losses.map(\.message)
    self.lines = lines
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.recover, .show, .discard, in: Self.keys)
      + [
        editor.surroundings.hasList
          ? editor.keymap.hint(.leave, in: Self.keys, saying: "Decide later") : nil,
        editor.keymap.hint(.quit, saying: "Quit, keep it"),
      ].compactMap { $0 }
  }

  var showsStatus: Bool { true }
  /// Who leaves it decides nothing: it stands there when the calendar is shown again.
  var actions: [ActionID] { Self.waysToCalendars + [.quit] }

  func decides(_ key: Key, _ editor: CalendarEditor) -> Bool {
    editor.keymap.command(for: key, in: Self.keys) == .discard
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    let isSure = isAskedToDiscard
    isAskedToDiscard = false
    switch command {
    case .recover: return .stay([.recover(draft)])
    case .discard:
      if isSure { return .close([.discardDraft]) }
      isAskedToDiscard = true
      let key = editor.keymap.hint(.discard, in: Self.keys)?.key ?? ""
      return .stay([
        .say("Press \(key) again to discard the draft. This cannot be undone.", .warning)
      ])
    case .show:
      return .stay([.open(TextDialog("The draft compared with the calendar", difference(editor)))])
    case .leave where editor.surroundings.hasList: return .stay([.perform(.listCalendars)])
    case .leave:
      let key = editor.keymap.hint(.quit)?.key ?? ""
      return .stay([
        .say("Recover the draft or discard it first; \(key) quits and keeps it.", .problem)
      ])
    }
  }

  /// Any other key takes back the first of the two that discard.
  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    isAskedToDiscard = false
    return .ignored
  }

  /// A paste decides nothing, and takes back the first of the two keys that discard.
  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    isAskedToDiscard = false
    return .stay()
  }

  /// What recovering would change, place by place.
  private func difference(_ editor: CalendarEditor) -> [TextDialog.Line] {
    var document = draft.document(today: editor.today, format: editor.format)
    document.rebase(onto: merge.theirs, current: merge.resolved())
    document.names = editor.document?.names ?? [:]
    return ReviewLine.all(of: document).map { .init(text: $0.text, hanging: 4) }
  }

  private static let title = "There is a draft"

  private func answers(_ editor: CalendarEditor) -> [(key: String, text: String)] {
    editor.keymap.hints(.recover, .show, .discard, in: Self.keys).map { ($0.key, $0.text) }
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [Self.title] + lines + answers(editor).map { "\($0.key)  \($0.text)" }
      + [editor.status?.text].compactMap { $0 }
  }

  /// What can be done, in the order of the answers.
  private static let commands: [Command] = [.recover, .show, .discard]

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(
      Self.title,
      .texts(lines)
        + Self.commands.enumerated().compactMap { spot, command in
          Self.keys.binding(of: command).map { .choice($0.short, spot: spot) }
        })
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    guard Self.commands.indices.contains(spot) else { return .stay() }
    return obey(Self.commands[spot], editor)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let width = min(64, room.columns)
    let wrapped = lines.flatMap { TextWrap.lines($0, width: width - 4) }
    let answers = AnswerLines(answers(editor), width: width - 4)
    let frame = room.centered(rows: wrapped.count + answers.rows.count + 3, columns: width)
    let inner = DialogFrame.draw(Self.title, editor, in: &grid, rect: frame)
    for (row, line) in wrapped.enumerated() where row < inner.rows {
      grid.draw(line, row: inner.row + row, column: inner.column, width: inner.columns)
    }
    let start = inner.endRow - min(answers.rows.count, inner.rows)
    // Enter recovers, so that is what the focus is on.
    answers.draw(selection: 0, editor, in: &grid, row: start, inner)
    if frame.endRow > Screen.parts(editor).context.row {
      var above = inner
      above.rows = start - inner.row
      StatusLines(editor, width: above.columns).draw(editor, in: &grid, at: above)
    }
  }
}
