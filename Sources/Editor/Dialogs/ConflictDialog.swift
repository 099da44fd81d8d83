import CalendarModel
import TextUI

/// Lets a person choose, one by one, where somebody else changed the same thing.
struct ConflictDialog: SelectionDialog {
  enum Command: String, MovingCommand {
    case mine, theirs, other, allMine, allTheirs, view, goOn, leave, previous, next, first, last
  }

  static let keys = KeyTable<Command>(
    "conflict", "When somebody else changed the same values",
    [
      KeyBinding(.mine, .character("m"), short: "Mine", help: "Keeps your value"),
      KeyBinding(.theirs, .character("t"), short: "Theirs", help: "Uses their value"),
      KeyBinding(
        .goOn, .control("s"), .enter, short: "Continue",
        help: "Continues, or goes to the next value to choose"),
      KeyBinding(
        .view, .character("v"), short: "View in full", help: "Shows the three values in full"),
      KeyBinding(.allMine, .character("M"), short: "All mine", help: "Keeps all your values"),
      KeyBinding(
        .allTheirs, .character("T"), short: "All theirs", help: "Uses all their values"),
      KeyBinding(.other, .space, short: "Switch", help: "Chooses the other side's value"),
    ] + Command.moves(MoveWords("value")) + [
      KeyBinding(.leave, .escape, short: "Back", help: "Goes back; nothing is sent or loaded")
    ])

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
  var cursor = ListCursor()

  init(_ merge: CalendarMerge, for purpose: Purpose = .save) {
    self.merge = merge
    self.purpose = purpose
  }

  private var names: ConflictWords {
    if case .restoring = purpose { .sinceSave } else { .others }
  }

  private var conflicts: [CalendarMerge.Conflict] { merge.conflicts }

  var count: Int { conflicts.count }

  private var openCount: Int { conflicts.count { choices[$0.id] == nil } }
  var showsStatus: Bool { true }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    let hints = [
      keymap.hint(.mine, in: Self.keys, saying: names.keyOfMine),
      keymap.hint(.theirs, in: Self.keys, saying: names.keyOfTheirs),
      openCount == 0 ? keymap.hint(.goOn, in: Self.keys) : nil,
      keymap.hint(.view, in: Self.keys),
      keymap.hint(of: [.allMine, .allTheirs], in: Self.keys, saying: "All"),
      keymap.hint(.leave, in: Self.keys),
    ]
    return hints.compactMap { $0 }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close([.giveUpMerge(purpose)])
    case .previous, .next, .first, .last: move(command, page: shown(editor))
    case .mine: choose(.mine)
    case .theirs: choose(.theirs)
    case .view:
      let conflict = conflicts[selection]
      return .stay([.open(TextDialog(conflict.label, whole(conflict)))])
    case .allMine: for conflict in conflicts { choices[conflict.id] = .mine }
    case .allTheirs: for conflict in conflicts { choices[conflict.id] = .theirs }
    case .other:
      choose(choices[conflicts[selection].id] == .mine ? .theirs : .mine, isMovingOn: false)
    case .goOn:
      guard openCount == 0 else {
        select(conflicts.firstIndex { choices[$0.id] == nil } ?? selection)
        return .stay([.say(rule(editor), .problem)])
      }
      return .close([.resolve(merge, choices, purpose)])
    }
    return .stay()
  }

  /// The three values in full; the list has a line for each.
  private func whole(_ conflict: CalendarMerge.Conflict) -> [TextDialog.Line] {
    [
      (names.base, conflict.baseText, conflict.base),
      (names.theirs, conflict.theirsText, conflict.theirs),
      (names.mine, conflict.mineText, conflict.mine),
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

  private mutating func choose(_ side: CalendarMerge.Side, isMovingOn: Bool = true) {
    choices[conflicts[selection].id] = side
    if isMovingOn { select(selection + 1) }
  }

  // MARK: Drawing

  static let linesPerEntry = 4

  private var title: String {
    "\(names.title): \(Wording.counted(conflicts.count, "value"))"
  }

  /// What the keys of the two sides do.
  private func rule(_ editor: CalendarEditor) -> String {
    let mine = editor.keymap.hint(.mine, in: Self.keys, saying: names.doesMine)
    let theirs = editor.keymap.hint(.theirs, in: Self.keys, saying: names.doesTheirs)
    let keys = [mine, theirs].compactMap { $0 }.map { "\($0.key) \($0.text)" }
    return "Choose for each: \(keys.joined(separator: ", "))."
  }

  /// What is still to be done.
  private func head(_ editor: CalendarEditor) -> String {
    let goOn = editor.keymap.hint(.goOn, in: Self.keys)?.key ?? ""
    return switch (openCount, conflicts.count) {
    case (0, _): "\(goOn) continues."
    case (_, 1): "\(names.question.prefix(1).uppercased() + names.question.dropFirst())."
    default: "\(selection + 1)/\(conflicts.count)  \(openCount) left: \(names.question)."
    }
  }

  func entries(_ editor: CalendarEditor) -> Rect {
    let inner = Screen.room(editor).inset(rows: 1, columns: 2)
    return Rect(
      row: inner.row + 1, column: inner.column, rows: inner.rows - 1, columns: inner.columns)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [title, head(editor)]
      + conflicts.flatMap { conflict in
        lines(conflict, editor).map { "\($0.mark == " " ? "" : $0.mark + " ")\($0.text)" }
      } + [editor.status?.text].compactMap { $0 }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let chosen = { (id: CalendarMerge.Conflict.ID) -> String in
      switch choices[id] {
      case .mine?: "chosen: \(names.mine)"
      case .theirs?: "chosen: \(names.theirs)"
      case nil: "not chosen yet"
      }
    }
    return DialogSpeech(
      title,
      .texts([openCount == 0 ? head(editor) : rule(editor)])
        + conflicts.enumerated().map { index, conflict in
          .choice(
            "\(conflict.label): \(names.base) \(conflict.baseText); \(names.theirs) "
              + "\(conflict.theirsText); \(names.mine) \(conflict.mineText); \(chosen(conflict.id))",
            spot: index, isSelected: conflicts.count > 1 && index == selection)
        })
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let frame = DialogFrame.draw(title, editor, in: &grid, rect: room)
    grid.draw(
      TextWrap.cut(head(editor), width: frame.columns), row: frame.row, column: frame.column,
      width: frame.columns, style: editor.theme.style(.hint))
    let inner = entries(editor)
    // Only those in sight are drawn.
    let shown = shown(editor)
    let top = cursor.top(height: shown, of: count)
    for offset in 0..<shown where conflicts.indices.contains(top + offset) {
      draw(
        conflicts[top + offset], isSelected: top + offset == selection, editor, in: &grid,
        rect: Rect(
          row: inner.row + Self.linesPerEntry * offset, column: inner.column,
          rows: inner.rows - Self.linesPerEntry * offset, columns: inner.columns))
    }
    DialogFrame.drawMore(
      above: top > 0, below: top + shown < conflicts.count, editor, in: &grid, rect: room)
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
  }

  private func lines(
    _ conflict: CalendarMerge.Conflict, _ editor: CalendarEditor
  ) -> [(mark: String, text: String, role: Theme.Role)] {
    let choice = choices[conflict.id]
    let isSelected = conflicts[selection].id == conflict.id
    let symbols = editor.symbols
    func label(_ word: String) -> String { word + String(repeating: " ", count: 8 - word.count) }
    return [
      (isSelected ? symbols.focus : " ", conflict.label, isSelected ? .selection : .text),
      (" ", "  \(label(names.base))\(conflict.baseText)", .hint),
      (
        choice == .theirs ? symbols.done : " ", "  \(label(names.theirs))\(conflict.theirsText)",
        choice == .theirs ? .changed : .text
      ),
      (
        choice == .mine ? symbols.done : " ", "  \(label(names.mine))\(conflict.mineText)",
        choice == .mine ? .changed : .text
      ),
    ]
  }

  private func draw(
    _ conflict: CalendarMerge.Conflict, isSelected: Bool, _ editor: CalendarEditor,
    in grid: inout Grid, rect: Rect
  ) {
    let theme = editor.theme
    for (offset, line) in lines(conflict, editor).enumerated() where offset < rect.rows {
      let row = rect.row + offset
      grid.draw(line.mark, row: row, column: rect.column)
      if isSelected, offset == 0 { grid.cursor = Position(row: row, column: rect.column + 2) }
      grid.draw(
        TextWrap.cut(line.text, width: rect.columns - 2), row: row,
        column: rect.column + 2, width: rect.columns - 2, style: theme.style(line.role))
    }
  }
}
