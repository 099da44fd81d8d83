import CalendarModel
import TextUI

/// Lets a person choose, one by one, where somebody else changed the same thing.
struct ConflictDialog: Dialog {
  /// What goes on when everything is chosen.
  enum Purpose: Sendable {
    case save
    /// The changes stay, on top of what the service holds now.
    case loading
    case recovery(DocumentDraft)
    /// What was there before a save comes back, on top of what is there now.
    case restoring
  }

  private let merge: CalendarMerge
  private let purpose: Purpose
  private var choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side] = [:]
  private var selection = 0

  init(_ merge: CalendarMerge, for purpose: Purpose = .save) {
    self.merge = merge
    self.purpose = purpose
  }

  private var words: ConflictWords {
    if case .restoring = purpose { .sinceSave } else { .others }
  }

  private var conflicts: [CalendarMerge.Conflict] { merge.conflicts }

  private var openCount: Int { conflicts.count { choices[$0.id] == nil } }

  var hints: [KeyHint] {
    [KeyHint("m", words.keyOfMine), KeyHint("t", words.keyOfTheirs)]
      + (openCount == 0 ? [KeyHint("Ctrl-S", "Go on")] : [])
      + [
        KeyHint("v", "View whole"), KeyHint("M T", "All"), KeyHint("Up/Down", "Choose"),
        KeyHint("Esc", "Back"),
      ]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape:
      return leave(&editor)
    case .up, .backTab: selection = max(0, selection - 1)
    case .down, .tab: selection = min(conflicts.count - 1, selection + 1)
    case .home: selection = 0
    case .end: selection = conflicts.count - 1
    case .character("m"): choose(.mine)
    case .character("t"): choose(.theirs)
    case .character("v"):
      let conflict = conflicts[selection]
      editor.dialogs.append(TextDialog(conflict.label, whole(conflict)))
    case .character("M"): for conflict in conflicts { choices[conflict.id] = .mine }
    case .character("T"): for conflict in conflicts { choices[conflict.id] = .theirs }
    case .space:
      choose(choices[conflicts[selection].id] == .mine ? .theirs : .mine, isMovingOn: false)
    case .enter, .control("s"):
      guard openCount == 0 else {
        selection = conflicts.firstIndex { choices[$0.id] == nil } ?? selection
        editor.say(words.rule, .problem)
        return .stay()
      }
      return goOn(&editor)
    default: return key.typed == nil ? .ignored : .stay()
    }
    return .stay()
  }

  /// The three values in full; the list has a line for each.
  private func whole(_ conflict: CalendarMerge.Conflict) -> [TextDialog.Line] {
    [
      (words.base, conflict.baseText, conflict.base),
      (words.theirs, conflict.theirsText, conflict.theirs),
      (words.mine, conflict.mineText, conflict.mine),
    ].flatMap { title, text, value -> [TextDialog.Line] in
      let whole = value?.text ?? value?.printed(.readable) ?? ""
      let lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return [
        .init(
          text: "\(title.prefix(1).uppercased() + title.dropFirst()): \(text)", role: .heading,
          hanging: 2)
      ]
        + (whole.isEmpty ? [] : lines.map { .init(text: String($0)) }) + [.init(text: "")]
    }
  }

  private func goOn(_ editor: inout CalendarEditor) -> DialogResponse {
    switch purpose {
    case .save:
      return .close(editor.withJob { $0.resolve(merge, choices) })
    case .loading:
      editor.finish(merge, choices)
      return .close()
    case .recovery(let draft):
      editor.recover(draft, merge, choices)
      return .close()
    case .restoring:
      editor.restore(merge, choices)
      return .close()
    }
  }

  private func leave(_ editor: inout CalendarEditor) -> DialogResponse {
    switch purpose {
    case .save:
      editor.saving = nil
      let done = editor.source.isFile ? "written" : "sent"
      editor.say("Nothing was \(done); your changes are still here.")
      return .close()
    case .loading:
      editor.say("Nothing was loaded; your changes are as they were.")
      return .close()
    case .recovery: return .close()
    case .restoring:
      editor.say("Nothing was restored; your changes are as they were.")
      return .close()
    }
  }

  private mutating func choose(_ side: CalendarMerge.Side, isMovingOn: Bool = true) {
    choices[conflicts[selection].id] = side
    if isMovingOn { selection = min(conflicts.count - 1, selection + 1) }
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let count = Wording.counted(conflicts.count, "value")
    var inner = Panel.draw(
      "\(words.title): \(count)", in: &grid, rect: room, symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    let head =
      switch (openCount, conflicts.count) {
      case (0, _): "Ctrl-S goes on."
      case (_, 1): "\(words.question.prefix(1).uppercased() + words.question.dropFirst())."
      default:
        "\(selection + 1)/\(conflicts.count)  \(openCount) left: \(words.question)."
      }
    grid.draw(
      TextWrap.cut(head, width: inner.columns), row: inner.row, column: inner.column,
      width: inner.columns, style: theme.style(.hint))
    inner = Rect(
      row: inner.row + 1, column: inner.column, rows: inner.rows - 1, columns: inner.columns)
    // Four lines each: only those in sight are drawn.
    let shown = max(1, inner.rows / 4)
    let top = Scrolling.top(0, showing: selection, height: shown, count: conflicts.count)
    for offset in 0..<shown where conflicts.indices.contains(top + offset) {
      draw(
        conflicts[top + offset], isSelected: top + offset == selection, editor, in: &grid,
        rect: Rect(
          row: inner.row + 4 * offset, column: inner.column, rows: inner.rows - 4 * offset,
          columns: inner.columns))
    }
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
  }

  private func draw(
    _ conflict: CalendarMerge.Conflict, isSelected: Bool, _ editor: CalendarEditor,
    in grid: inout Grid,
    rect: Rect
  ) {
    let theme = editor.theme
    let choice = choices[conflict.id]
    let symbols = editor.symbols
    func label(_ word: String) -> String { word + String(repeating: " ", count: 8 - word.count) }
    let lines: [(mark: String, text: String, role: Theme.Role)] = [
      (isSelected ? symbols.focus : " ", conflict.label, isSelected ? .focusedLabel : .text),
      (" ", "  \(label(words.base))\(conflict.baseText)", .hint),
      (
        choice == .theirs ? symbols.done : " ", "  \(label(words.theirs))\(conflict.theirsText)",
        choice == .theirs ? .changed : .text
      ),
      (
        choice == .mine ? symbols.done : " ", "  \(label(words.mine))\(conflict.mineText)",
        choice == .mine ? .changed : .text
      ),
    ]
    for (offset, line) in lines.enumerated() where offset < rect.rows {
      grid.draw(
        line.mark, row: rect.row + offset, column: rect.column, style: theme.style(line.role))
      grid.draw(
        TextWrap.cut(line.text, width: rect.columns - 2), row: rect.row + offset,
        column: rect.column + 2, width: rect.columns - 2, style: theme.style(line.role))
    }
  }
}
