import CalendarModel
import JSON
import TextUI

/// Edits a text of several lines.
struct LongTextDialog: Dialog {
  enum Command: String, KeyCommand {
    case leave, newLine, tab, up, down, pageUp, pageDown
  }

  static let keys = KeyTable<Command>(
    "longText", "In a long text", typing: "Typing edits the text; it is in the calendar at once.",
    [
      KeyBinding(.leave, .escape, short: "Done", help: "Closes the text; what is typed stays"),
      KeyBinding(.newLine, .enter, short: "New line", help: "Begins a new line"),
      KeyBinding(.tab, .tab, short: "Tab", help: "Types a tab"),
      KeyBinding(.up, .up, short: "Up", help: "A line up"),
      KeyBinding(.down, .down, short: "Down", help: "A line down"),
      KeyBinding(.pageUp, .pageUp, short: "Page up", help: "A page up"),
      KeyBinding(.pageDown, .pageDown, short: "Page down", help: "A page down"),
    ])

  private let path: JSONPath
  private let field: Field
  private var buffer: TextBuffer
  /// The text as the calendar has it.
  private var stored: String
  /// The first line shown.
  private var top = 0

  init(_ path: JSONPath, _ field: Field, in editor: CalendarEditor) {
    self.path = path
    self.field = field
    stored = FieldText.text(of: editor.document?[path], field: field)
    buffer = TextBuffer(stored, isMultiline: true)
  }

  var isTyping: Bool { true }
  var showsStatus: Bool { true }
  static func wheel(isUp: Bool) -> Command? { isUp ? .up : .down }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return keymap.hints(.leave, .newLine, in: Self.keys)
      + [keymap.hint(.externalEditor), keymap.hint(.undo), keymap.hint(.review)]
      .compactMap { $0 }
  }

  /// The actions that lead elsewhere.
  ///
  /// What is typed is in the calendar already, so nothing is lost by that.
  private static let ways: [ActionID] = [.review, .search, .palette]
  /// What is done with the text.
  private static let works: [ActionID] = [.externalEditor, .copyValue, .undo, .redo]

  var actions: [ActionID] { Self.ways + Self.works }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close([.closeStep])
    case .newLine: return insert("\n")
    case .tab: return insert("\t")
    case .up: move(-1, editor)
    case .down: move(1, editor)
    case .pageUp: move(1 - textRect(editor).rows, editor)
    case .pageDown: move(textRect(editor).rows - 1, editor)
    }
    return .stay()
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    switch buffer.handle(key) {
    case .edited: return store()
    case .moved: return .stay()
    case .ignored: break
    }
    let actions = editor.keymap.actions(for: key)
    if let action = actions.first(where: Self.ways.contains) {
      return .close([.closeStep, .perform(action)])
    }
    if let action = actions.first(where: Self.works.contains) {
      return .stay([.perform(action)])
    }
    // It says where a command works that does not here.
    let beside: [ActionID] = [.quit, .repaint, .help, .showReport]
    guard let action = actions.first, !beside.contains(action) else { return .ignored }
    let back = editor.keymap.hint(.leave, in: Self.keys)?.key ?? ""
    return .stay([.say("\(key) works in the form; \(back) goes back to it.")])
  }

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    buffer.insert(text)
    stored = buffer.text
    return .stay([.closeStep, .edit(path, .text(stored), typing: true), .closeStep])
  }

  mutating func refresh(_ editor: CalendarEditor) {
    let text = FieldText.text(of: editor.document?[path], field: field)
    guard text != stored else { return }
    stored = text
    buffer = TextBuffer(text, isMultiline: true)
  }

  private mutating func insert(_ text: String) -> DialogResponse {
    buffer.insert(text)
    return store()
  }

  private mutating func store() -> DialogResponse {
    stored = buffer.text
    return .stay([.edit(path, .text(stored), typing: true)])
  }

  private mutating func move(_ lines: Int, _ editor: CalendarEditor) {
    buffer.place(
      at: TextArea(buffer, width: textRect(editor).columns).cursor(movedBy: lines))
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [field.label] + TextDialog.lines(buffer.text).map(\.text)
      + [editor.status?.text].compactMap { $0 }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let lines = buffer.isEmpty ? ["The text is empty."] : TextDialog.lines(buffer.text).map(\.text)
    return DialogSpeech(
      field.label, lines.map { .text($0.isEmpty ? "(an empty line)" : $0) }, typing: .lines)
  }

  /// One line more behind the last.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    let joined = buffer.isEmpty ? text : "\(buffer.text)\n\(text)"
    buffer = TextBuffer(joined, isMultiline: true)
    stored = joined
    return .stay([.closeStep, .edit(path, .text(joined), typing: true), .closeStep])
  }

  // MARK: Where it stands

  private static func frame(_ room: Rect) -> Rect {
    room.centered(rows: max(8, room.rows - 4), columns: min(room.columns, 84))
  }

  /// The room of the text; what was just done is said under it.
  private func textRect(_ editor: CalendarEditor) -> Rect {
    var rect = Self.frame(Screen.room(editor)).inset(rows: 1, columns: 2)
    rect.rows -= StatusLines(editor, width: rect.columns).count
    return rect
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let rect = textRect(editor)
    buffer.wrap(to: rect.columns)
    let area = TextArea(buffer, width: rect.columns)
    top = Scrolling.top(
      top, showing: area.cursorLine, height: rect.rows, count: area.lineCount)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let rect = textRect(editor)
    return TextArea(buffer, width: rect.columns).place(at: position, in: rect, top: top)
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    buffer.place(at: spot)
    return .stay([.closeStep])
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let frame = Self.frame(room)
    let inner = DialogFrame.draw(field.label, editor, in: &grid, rect: frame)
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
    let rect = textRect(editor)
    let area = TextArea(buffer, width: rect.columns)
    area.draw(in: &grid, rect: rect, top: top)
    DialogFrame.drawMore(
      above: top > 0, below: top + rect.rows < area.lineCount, editor, in: &grid, rect: frame)
  }
}

extension CalendarEditor {
  /// A text that is pasted, without the control characters that no text needs; says how many were
  /// left out.
  mutating func withoutControlCharacters(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n")
    let kept = lines.unicodeScalars.filter {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    let count = lines.unicodeScalars.count - kept.count
    guard count > 0 else { return lines }
    say("\(Wording.counted(count, "control character")) left out of what was pasted.", .problem)
    return String(String.UnicodeScalarView(kept))
  }
}
