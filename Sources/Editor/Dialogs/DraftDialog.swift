import CalendarModel
import TextUI

/// Asks the user what to do with the draft of a session that ended without a save.
struct DraftDialog: Dialog {
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
    if let typed = draft.typed { lines.append("“\(typed)” was being typed.") }
    lines += draft.unfinished.map { "“\($0.text)” was typed and cannot be read." }
    if merge.isChangedByThem {
      lines.append(
        merge.conflicts.isEmpty
          ? "The calendar has changed since; recovering merges both."
          : "The calendar has changed since, partly in the same places. You choose for each.")
    }
    lines += draft.losses.map(\.message)
    self.lines = lines
  }

  private static let answers = [
    KeyHint("r", "Recover it"), KeyHint("d", "Show the changes"), KeyHint("x", "Discard it"),
  ]

  var hints: [KeyHint] { Self.answers + [KeyHint("Ctrl-Q", "Quit, keep it")] }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    let isSure = isAskedToDiscard
    isAskedToDiscard = false
    switch key {
    case .character("r"), .enter:
      editor.recover(draft)
      // Esc leads back here from the question whose values to keep.
      return editor.isDraftUndecided ? .stay() : .close()
    case .character("x"):
      if editor.refusesText() { return .stay() }
      if isSure { return .close(editor.discardDraft()) }
      isAskedToDiscard = true
      editor.say("Press x again to discard the draft. This cannot be undone.", .problem)
      return .stay()
    case .character("d"):
      editor.dialogs.append(TextDialog("The draft against the calendar", difference(editor)))
      return .stay()
    case .escape:
      editor.say("Recover the draft or discard it first; Ctrl-Q quits and keeps it.", .problem)
      return .stay()
    default: return key.typed == nil ? .ignored : .stay()
    }
  }

  /// A paste decides nothing, and takes back the first of the two keys that discard.
  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    isAskedToDiscard = false
    return .stay()
  }

  /// What recovering would change, place by place.
  private func difference(_ editor: CalendarEditor) -> [TextDialog.Line] {
    var document = draft.document(today: editor.today)
    document.rebase(onto: merge.theirs, current: merge.resolved())
    document.names = editor.document?.names ?? [:]
    return ReviewLine.all(of: document).map { .init(text: $0.text, hanging: 4) }
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let width = min(64, room.columns)
    let wrapped = lines.flatMap { TextWrap.lines($0, width: width - 4) }
    let frame = room.centered(rows: wrapped.count + Self.answers.count + 3, columns: width)
    let inner = Panel.draw(
      "There is a draft", in: &grid, rect: frame, symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    for (row, line) in wrapped.enumerated() where row < inner.rows {
      grid.draw(line, row: inner.row + row, column: inner.column, width: inner.columns)
    }
    let start = inner.endRow - min(Self.answers.count, inner.rows)
    for (index, answer) in Self.answers.enumerated() where start + index < inner.endRow {
      let column = inner.column + 1
      grid.draw(answer.key, row: start + index, column: column, style: theme.style(.key))
      grid.draw(answer.text, row: start + index, column: column + 2, width: inner.columns - 3)
    }
    if frame.endRow > Screen.parts(editor).context.row {
      var above = inner
      above.rows = start - inner.row
      StatusLines(editor, width: above.columns).draw(editor, in: &grid, at: above)
    }
  }
}
