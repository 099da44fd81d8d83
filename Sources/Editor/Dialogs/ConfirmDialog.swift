import TextUI

/// Asks a question with a few answers.
struct ConfirmDialog: Dialog {
  enum Command: String, KeyCommand { case give, leave, previous, next, scrollUp, scrollDown }

  static let keys = KeyTable<Command>(
    "question", "In a question", typing: "The letter of an answer chooses it.",
    [
      KeyBinding(.give, .enter, short: "Answer", help: "Chooses the selected answer"),
      KeyBinding(.leave, .escape, short: "Back", help: "Goes back without an answer"),
      KeyBinding(.previous, .up, .left, .backTab, short: "Up", help: "The previous answer"),
      KeyBinding(.next, .down, .right, .tab, short: "Down", help: "The next answer"),
      KeyBinding(
        .scrollUp, .pageUp, short: "Page up", help: "Scrolls a long question up"),
      KeyBinding(
        .scrollDown, .pageDown, short: "Page down", help: "Scrolls a long question down"),
    ])

  /// One answer: the key that gives it, and what is done then.
  struct Answer: Sendable {
    let key: Character
    let text: String
    let commands: [DialogCommand]

    /// - Parameter action: nil where nothing is done.
    init(key: Character, text: String, action: ActionID?) {
      (self.key, self.text) = (key, text)
      commands = action.map { [.perform($0, asked: true)] } ?? []
    }

    /// - Parameter decision: what it decides about a save.
    init(key: Character, text: String, decision: SaveDecision) {
      (self.key, self.text, commands) = (key, text, [.decide(decision)])
    }

    /// - Parameter command: what it asks of the calendar.
    init(key: Character, text: String, command: DialogCommand) {
      (self.key, self.text, commands) = (key, text, [command])
    }

    /// - Parameter request: what it asks of the application.
    init(key: Character, text: String, request: AppRequest) {
      (self.key, self.text, commands) = (key, text, [.app(request)])
    }
  }

  let title: String
  let lines: [String]
  let answers: [Answer]
  /// What leaving the question stands for.
  let leaving: [DialogCommand]
  private var selection: Int
  /// How many lines of the question are scrolled away.
  private var top = 0

  init(
    _ title: String, lines: [String], answers: [Answer], selected: Int = 0,
    leaving: [DialogCommand] = []
  ) {
    self.leaving = leaving
    self.title = title
    self.lines = lines
    self.answers = answers
    selection = selected
  }

  var kind: DialogKind { DialogKind(Self.keys, title: title) }
  var secondClick: Command? { .give }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  var ownKeys: [AnyKeyTable.Entry] {
    answers.map { AnyKeyTable.Entry(answer: $0.key, $0.text) }
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    answers.map { KeyHint(.character($0.key), $0.text) }
      + editor.keymap.hints(.leave, in: Self.keys)
  }

  func decides(_ key: Key, _ editor: CalendarEditor) -> Bool {
    editor.keymap.command(for: key, in: Self.keys) == .give
      || answers.contains { key.typed?.lowercased() == String($0.key) }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close(leaving)
    case .give: return give(answers[selection])
    case .previous: selection = max(0, selection - 1)
    case .next: selection = min(answers.count - 1, selection + 1)
    case .scrollDown: top = min(hidden(in: Screen.room(editor)), top + 3)
    case .scrollUp: top = max(0, top - 3)
    }
    return .stay()
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    guard let typed = key.typed?.lowercased(),
      let answer = answers.first(where: { String($0.key) == typed })
    else { return .ignored }
    return give(answer)
  }

  func refusal(of key: Key, _ editor: CalendarEditor) -> String {
    let letters = answers.map { String($0.key) }
    let last = letters.last ?? ""
    let list =
      letters.count > 1 ? letters.dropLast().joined(separator: ", ") + " or " + last : last
    return "\(key) is no answer here; press \(list)."
  }

  private func give(_ answer: Answer) -> DialogResponse {
    .close(answer.commands)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [title] + lines
      + answers.enumerated().map { index, answer in
        (index == selection ? "\(editor.symbols.focus) " : "") + "\(answer.key)  \(answer.text)"
      }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(
      title,
      .texts(lines)
        + answers.enumerated().map { .choice("\($1.text) (\($1.key))", spot: $0) })
  }

  // MARK: Where it stands

  private struct Places {
    var frame: Rect
    var inner: Rect
    var question: [String]
    var answers: AnswerLines
    var firstAnswer: Int
  }

  /// The lines of the question and the places of everything.
  private func layOut(in room: Rect) -> Places {
    let width = min(60, room.columns)
    let question = lines.flatMap { TextWrap.lines($0, width: width - 4) }
    let answers = AnswerLines(
      self.answers.map { (String($0.key), $0.text) }, width: width - 4)
    let frame = room.centered(rows: question.count + answers.rows.count + 3, columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    return Places(
      frame: frame, inner: inner, question: question, answers: answers,
      firstAnswer: inner.endRow - min(answers.rows.count, inner.rows))
  }

  /// How many lines of the question have no room.
  private func hidden(in room: Rect) -> Int {
    let places = layOut(in: room)
    return max(0, places.question.count - max(1, places.inner.rows - places.answers.rows.count))
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let places = layOut(in: Screen.room(editor))
    let row = position.row - places.firstAnswer
    guard places.inner.contains(position), places.answers.rows.indices.contains(row) else {
      return nil
    }
    return places.answers.rows[row].answer
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    selection = spot
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let places = layOut(in: room)
    let inner = places.inner
    _ = DialogFrame.draw(title, editor, in: &grid, rect: places.frame)
    let hidden = hidden(in: room)
    let first = min(top, hidden)
    let height = max(1, inner.rows - places.answers.rows.count)
    for (row, line) in places.question.dropFirst(first).prefix(height).enumerated() {
      grid.draw(line, row: inner.row + row, column: inner.column, width: inner.columns)
    }
    if hidden > 0 { drawMore(first < hidden, editor, in: &grid, frame: places.frame) }
    places.answers.draw(
      selection: selection, editor, in: &grid, row: places.firstAnswer, inner)
  }

  /// Says on the upper border, above the question, that it is longer than its room.
  private func drawMore(
    _ isBelow: Bool, _ editor: CalendarEditor, in grid: inout Grid, frame: Rect
  ) {
    guard
      let hint = editor.keymap.hint(
        isBelow ? .scrollDown : .scrollUp, in: Self.keys, saying: isBelow ? "more" : "back")
    else { return }
    let mark = " \(hint.key): \(hint.text) "
    grid.draw(
      mark, row: frame.row,
      column: max(frame.column + 1, frame.endColumn - mark.displayWidth - 2),
      style: editor.theme.style(.key))
  }
}
