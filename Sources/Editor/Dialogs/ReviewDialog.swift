import CalendarModel
import CalendarWork
import JSON
import TextUI

/// Shows what would be saved: each change with what it was and what it becomes, and the problems.
struct ReviewDialog: Dialog {
  enum Command: String, PagingCommand {
    case save, go, body, leaveOut, nested, write, leave
    case previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "review", "In the review",
    [
      KeyBinding(.save, .control("s"), short: "Save", help: "Saves the changes"),
      KeyBinding(.go, .enter, short: "Go there", help: "Goes to where the value is edited"),
      KeyBinding(
        .leaveOut, .character("R"), .character("r"), .control("r"), short: "Leave out",
        help: "Leaves the change out of the update and resets the value"),
      KeyBinding(
        .body, .character("J"), .character("j"), short: "JSON", help: "Shows what is sent"),
      KeyBinding(
        .nested, .character("U"), .character("u"), short: "Nested keys",
        help: "Sends nested undocumented keys, or leaves them out"),
      KeyBinding(
        .write, .character("W"), .character("w"), short: "Write",
        help: "Writes the changes to a file that caledit apply reads"),
      KeyBinding(.leave, .escape, short: "Back", help: "Goes back; nothing is sent"),
    ] + Command.moves(MoveWords("line", page: "Ten lines")))

  private typealias Line = ReviewLines.Line
  /// A part of a line, as it is wrapped.
  private typealias Row = (line: Int, text: String)

  private let content: ReviewLines
  private var selection: Int
  /// The first row shown when a line was last chosen by its place.
  private var top = 0
  /// The lines as they are wrapped for a width: there may be many, and every key asks for them.
  private var laidOut: (width: Int, rows: [Row]) = (0, [])

  /// - Parameters:
  ///   - settings: how it would be saved.
  ///   - risksLoss: whether the service is known to lose what the update does not name.
  ///   - asks: whether the save asks if undocumented keys are to be sent.
  ///   - unrecorded: why the save would get no record in the history; nil where it gets one.
  init(
    _ document: CalendarDocument, _ settings: SaveSettings, risksLoss: Bool = false,
    asks: Bool = false, unrecorded: FileFailure? = nil
  ) {
    content = ReviewLines(
      document, settings, risksLoss: risksLoss, asks: asks, unrecorded: unrecorded)
    selection = content.lines.firstIndex { $0.target != nil } ?? 0
  }

  private var lines: [Line] { content.lines }

  var showsStatus: Bool { true }
  var secondClick: Command? { .go }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return (editor.terms.isReadOnly ? [] : keymap.hints(.save, in: Self.keys))
      + keymap.hints(.go, .body, .leaveOut, in: Self.keys)
      + (content.isSent && content.hasNested ? keymap.hints(.nested, in: Self.keys) : [])
      + keymap.hints(.write, .leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .save: return .stay([.perform(.send)])
    case .body: return .stay([.perform(.showBody)])
    case .previous: move(-1)
    case .next: move(1)
    case .first: selection = lines.firstIndex { $0.target != nil } ?? 0
    case .last: selection = lines.lastIndex { $0.target != nil } ?? 0
    case .pageUp: for _ in 0..<10 { move(-1) }
    case .pageDown: for _ in 0..<10 { move(1) }
    case .go:
      guard let target = selected?.target else { return .stay() }
      return .close([.go(to: target)])
    case .leaveOut: return leaveOut(editor)
    case .write: return write(editor)
    case .nested:
      return .stay([
        content.hasNested
          ? .perform(.undocumented)
          : .say("This update has no undocumented keys.")
      ])
    }
    return .stay()
  }

  private var selected: Line? { lines.indices.contains(selection) ? lines[selection] : nil }

  private func leaveOut(_ editor: CalendarEditor) -> DialogResponse {
    guard let selected else { return .stay() }
    // A problem is that of a change in the same place.
    let told =
      selected.change ?? lines.first { $0.change?.path == selected.target }?.change
    guard let told else {
      let key = editor.keymap.hint(.go, in: Self.keys)?.key ?? ""
      return .stay([.say("This line is not a change; \(key) goes to its field.")])
    }
    return .stay([.takeBack(told)])
  }

  private func write(_ editor: CalendarEditor) -> DialogResponse {
    guard let document = editor.document else { return .stay() }
    let changes = CalendarChanges(
      from: document.base, to: document.current, names: document.names)
    guard !changes.isEmpty else {
      return .stay([.say("These changes cannot be said as FIELD=VALUE.", .problem)])
    }
    return .stay([
      .open(PromptDialog(.file(WrittenText("The changes", changes.text)), in: editor))
    ])
  }

  mutating func refresh(_ editor: CalendarEditor) {
    guard let document = editor.document, document.isModified else { return }
    show(document, editor)
  }

  /// Makes the lines anew and stays near the one that was chosen.
  private mutating func show(_ document: CalendarDocument, _ editor: CalendarEditor) {
    let old = selection
    let wasOnChange = selected?.change != nil
    self = editor.review(of: document)
    selection = max(0, min(old, lines.count - 1))
    if lines.indices.contains(selection), lines[selection].target == nil {
      move(1)
      if lines[selection].target == nil { move(-1) }
    }
    // Behind the last change stand the problems: who leaves changes out stays with the changes.
    if wasOnChange, selected?.change == nil,
      let last = lines.prefix(selection).lastIndex(where: { $0.change != nil })
    {
      selection = last
    }
  }

  private mutating func move(_ step: Int) {
    var at = selection + step
    while lines.indices.contains(at), lines[at].target == nil { at += step }
    if lines.indices.contains(at) { selection = at }
    top = 0
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let width = Self.width(in: Screen.room(editor))
    if laidOut.width != width { laidOut = (width, wrapped(width)) }
  }

  /// The room for the lines, in columns.
  private static func width(in room: Rect) -> Int { room.inset(columns: 2).columns }

  /// The lines as they are wrapped for a width.
  private func rows(width: Int) -> [Row] {
    laidOut.width == width ? laidOut.rows : wrapped(width)
  }

  private func wrapped(_ width: Int) -> [Row] {
    lines.enumerated().flatMap { index, line in
      let room = max(8, width - 2 - (line.target == nil ? 0 : 2))
      return TextWrap.lines(line.text, width: room).enumerated().map { part, text in
        (index, (line.target == nil ? "" : part == 0 ? "  " : "    ") + text)
      }
    }
  }

  private func top(_ rows: [Row], height: Int) -> Int {
    let first = rows.firstIndex { $0.line == selection } ?? 0
    // The sentences below the last line that can be chosen come into sight with it.
    let isLast = selection == lines.lastIndex { $0.target != nil }
    let last =
      isLast
      ? min(rows.count, first + max(1, height)) - 1
      : rows.lastIndex { $0.line == selection } ?? 0
    return first <= 1 ? 0 : Scrolling.top(top, showing: last, height: height, count: rows.count)
  }

  /// As high as its lines, with a blank one before that at the foot: what is not covered need not be drawn
  /// again when it is left.
  private func frame(in room: Rect) -> Rect {
    var rect = room
    rect.rows = min(room.rows, rows(width: Self.width(in: room)).count + 4)
    return rect
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    var inner = frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
    inner.rows -= 1
    let rows = rows(width: inner.columns)
    let row = top(rows, height: inner.rows) + position.row - inner.row
    guard inner.contains(position), rows.indices.contains(row),
      lines[rows[row].line].target != nil
    else { return nil }
    return rows[row].line
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    let inner = frame(in: Screen.room(editor)).inset(rows: 1, columns: 2)
    top = top(rows(width: inner.columns), height: inner.rows - 1)
    selection = spot
    return .stay()
  }

  func words(_ editor: CalendarEditor) -> [String] {
    ["Review: \(title(editor))"]
      + lines.enumerated().map { index, line in
        (index == selection ? "\(editor.symbols.focus) " : "") + line.text
      } + [footer(editor)]
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let said = editor.status.map { $0.text } ?? footer(editor)
    return DialogSpeech(
      "Review: \(title(editor))",
      lines.enumerated().map { index, line in
        let text = line.text.changeInWords
        return line.target == nil
          ? .text(text) : .choice(text, spot: index, isSelected: index == selection)
      } + .texts([said]))
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let rect = frame(in: room)
    let inner = DialogFrame.draw("Review: \(title(editor))", editor, in: &grid, rect: rect)
    let rows = rows(width: inner.columns)
    let height = inner.rows - 1
    let top = top(rows, height: height)
    let first = rows.firstIndex { $0.line == selection } ?? 0
    for offset in 0..<max(0, height) where rows.indices.contains(top + offset) {
      let (index, text) = rows[top + offset]
      let isSelected = index == selection && lines[index].target != nil
      let row = inner.row + offset
      let indent = text.prefix { $0 == " " }.count
      grid.draw(
        String(text.dropFirst(indent)), row: row, column: inner.column + indent,
        width: inner.columns - indent,
        style: theme.style(isSelected ? .selection : lines[index].role))
      if isSelected, top + offset == first {
        grid.draw(editor.symbols.focus, row: row, column: inner.column)
        grid.cursor = Position(row: row, column: inner.column + indent)
      }
    }
    grid.draw(
      TextWrap.cut(footer(editor), width: inner.columns), row: inner.endRow - 1,
      column: inner.column, width: inner.columns,
      style: theme.style(content.errorCount == 0 ? .hint : .error))
    DialogFrame.drawMore(
      above: top > 0, below: top + height < rows.count, editor, in: &grid, rect: rect)
  }

  /// What was just done, or what a save would do.
  private func footer(_ editor: CalendarEditor) -> String {
    if let status = editor.status { return status.text }
    let errors = Wording.counted(content.errorCount, "error")
    if editor.terms.isReadOnly {
      let what = content.errorCount == 0 ? content.summary + warnings(editor) : errors
      return "\(what); read-only: nothing is sent."
    }
    let isWritten = editor.source.isFile && editor.source.output == nil
    if content.isEmpty, !isWritten { return "An update cannot save any of these changes." }
    let key = editor.keymap.hint(.save, in: Self.keys)?.key ?? ""
    let verb = editor.source.isFile || editor.source.output != nil ? "writes" : "saves"
    return content.errorCount == 0
      ? "\(content.summary)\(warnings(editor)); \(key) \(verb)."
      : "\(errors); \(key) asks first."
  }

  /// The warnings that are told further down, counted as in the title.
  private func warnings(_ editor: CalendarEditor) -> String {
    guard content.warningCount > 0 else { return "" }
    return editor.display.isSpoken
      ? ", \(Wording.counted(content.warningCount, "warning"))"
      : ", \(editor.symbols.warning)\(content.warningCount)"
  }

  private func title(_ editor: CalendarEditor) -> String {
    switch editor.source.kind {
    case _ where editor.source.output != nil:
      "body \(editor.source.replacesOutput ? "replaces" : "to") \(editor.source.output ?? "")"
    case .file("-"): "write standard output"
    case .file(let path): "write \(path)"
    case .list: ""
    case .service(let id, _), .demo(let id):
      "update of \(editor.document?.current[.name]?.text ?? id)"
    }
  }
}
