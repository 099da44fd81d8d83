import TextUI

/// Asks a question with a few answers.
struct ConfirmDialog: Dialog {
  /// One answer: the key that gives it, and the action it stands for (nil: nothing is done).
  struct Answer: Sendable {
    let key: Character
    let text: String
    let action: ActionID?
    /// What it decides about a save; nil for other questions.
    let decision: SaveDecision?

    init(key: Character, text: String, action: ActionID?) {
      (self.key, self.text, self.action) = (key, text, action)
      decision = nil
    }

    init(key: Character, text: String, decision: SaveDecision) {
      (self.key, self.text, self.decision) = (key, text, decision)
      action = nil
    }
  }

  let title: String
  let lines: [String]
  let answers: [Answer]
  /// What leaving the question decides; nil where nothing follows from it.
  let leaving: SaveDecision?
  private var selection: Int
  /// How many lines of the question are scrolled away.
  private var top = 0

  init(
    _ title: String, lines: [String], answers: [Answer], selected: Int = 0,
    leaving: SaveDecision? = nil
  ) {
    self.leaving = leaving
    self.title = title
    self.lines = lines
    self.answers = answers
    selection = selected
  }

  var hints: [KeyHint] {
    answers.map { KeyHint(String($0.key), $0.text) } + [KeyHint("Esc", "Back")]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close(leaving.map { editor.decide($0) } ?? [])
    case .enter: return give(answers[selection], &editor)
    case .up, .left, .backTab: selection = max(0, selection - 1)
    case .down, .right, .tab: selection = min(answers.count - 1, selection + 1)
    case .pageDown: top = min(hidden(in: Screen.room(editor)), top + 3)
    case .pageUp: top = max(0, top - 3)
    default:
      guard let typed = key.typed?.lowercased(),
        let answer = answers.first(where: { String($0.key) == typed })
      else { return key.typed == nil ? .ignored : .stay() }
      return give(answer, &editor)
    }
    return .stay()
  }

  private func give(_ answer: Answer, _ editor: inout CalendarEditor) -> DialogResponse {
    if editor.refusesText() { return .stay() }
    if let decision = answer.decision { return .close(editor.decide(decision)) }
    return .close(answer.action.map { editor.perform($0, asked: true) } ?? [])
  }

  /// The lines of the question and the places of everything.
  private func layOut(
    in room: Rect
  ) -> (frame: Rect, inner: Rect, question: [String], firstAnswer: Int) {
    let width = min(60, room.columns)
    let question = lines.flatMap { TextWrap.lines($0, width: width - 4) }
    let frame = room.centered(rows: question.count + answers.count + 3, columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    return (frame, inner, question, inner.endRow - min(answers.count, inner.rows))
  }

  /// How many lines of the question have no room.
  private func hidden(in room: Rect) -> Int {
    let places = layOut(in: room)
    return max(0, places.question.count - max(1, places.inner.rows - answers.count))
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let places = layOut(in: Screen.room(editor))
    let answer = position.row - places.firstAnswer
    return places.inner.contains(position) && answers.indices.contains(answer) ? answer : nil
  }

  mutating func choose(spot: Int, _ editor: inout CalendarEditor) { selection = spot }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let (frame, inner, question, start) = layOut(in: room)
    _ = Panel.draw(
      title, in: &grid, rect: frame, symbols: editor.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    let hidden = hidden(in: room)
    let first = min(top, hidden)
    let height = max(1, inner.rows - answers.count)
    for (row, line) in question.dropFirst(first).prefix(height).enumerated() {
      grid.draw(line, row: inner.row + row, column: inner.column, width: inner.columns)
    }
    if hidden > 0 {
      let mark = first < hidden ? " PgDn: more " : " PgUp "
      grid.draw(
        mark, row: frame.row, column: max(frame.column + 1, frame.endColumn - mark.count - 2),
        style: theme.style(.key))
    }
    for (index, answer) in answers.enumerated() where start + index < inner.endRow {
      let isSelected = index == selection
      var column = inner.column
      column += grid.draw(
        isSelected ? editor.symbols.focus : " ", row: start + index, column: column)
      column += grid.draw(
        " \(answer.key) ", row: start + index, column: column, style: theme.style(.key))
      grid.draw(
        answer.text, row: start + index, column: column, width: inner.endColumn - column,
        style: theme.style(isSelected ? .focusedLabel : .text))
    }
  }
}
