import CalendarModel
import JSON
import TextUI

/// Edits a text of several lines.
struct LongTextDialog: Dialog {
  private let path: JSONPath
  private let field: Field
  private var buffer: TextBuffer
  /// The first line shown.
  private var top = 0

  init(_ path: JSONPath, _ field: Field, in editor: CalendarEditor) {
    self.path = path
    self.field = field
    let text = FieldText.text(of: editor.document?[path], field: field)
    buffer = TextBuffer(text, isMultiline: true)
  }

  var hints: [KeyHint] {
    [
      KeyHint("Esc", "Done"), KeyHint("Enter", "New line"), KeyHint("Alt-E", "Editor"),
      KeyHint("Ctrl-Z", "Undo"),
    ]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape:
      editor.document?.close()
      return .close()
    // What is typed is in the calendar already, so nothing is lost by going on elsewhere.
    case .control("s"): return leave(for: .review, &editor)
    case .control("f"): return leave(for: .search, &editor)
    case .control("p"): return leave(for: .palette, &editor)
    case .alt("e"): return .stay(editor.perform(.externalEditor))
    case .alt("c"): return .stay(editor.perform(.copyValue))
    case .enter: insert("\n", &editor)
    case .tab: insert("\t", &editor)
    case .up: move(-1, editor)
    case .down: move(1, editor)
    case .pageUp: move(1 - textRect(editor).rows, editor)
    case .pageDown: move(textRect(editor).rows - 1, editor)
    case .control("z"), .control("y"):
      editor.travel(key == .control("z") ? "Undo" : "Redo") {
        key == .control("z") ? $0.undo() : $0.redo()
      }
      refresh(editor)
    default:
      switch buffer.handle(key) {
      case .edited: store(&editor)
      case .moved: break
      case .ignored: return ignored(key, &editor)
      }
    }
    return .stay()
  }

  private func leave(for action: ActionID, _ editor: inout CalendarEditor) -> DialogResponse {
    editor.document?.close()
    return .close(editor.perform(action))
  }

  /// Says where a command works that does not here.
  private func ignored(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    let works: Set<ActionID> = [.quit, .repaint, .help]
    if let action = editor.keymap.actions(for: key).first, !works.contains(action) {
      editor.say("\(key) works in the form; Esc goes back to it.")
      return .stay()
    }
    return .ignored
  }

  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    editor.document?.close()
    buffer.insert(text)
    store(&editor)
    editor.document?.close()
    return .stay()
  }

  mutating func refresh(_ editor: CalendarEditor) {
    let text = FieldText.text(of: editor.document?[path], field: field)
    if buffer.text != text { buffer = TextBuffer(text, isMultiline: true) }
  }

  private mutating func insert(_ text: String, _ editor: inout CalendarEditor) {
    buffer.insert(text)
    store(&editor)
  }

  private mutating func store(_ editor: inout CalendarEditor) {
    editor.edit(path, to: .text(buffer.text), typing: true)
  }

  private mutating func move(_ lines: Int, _ editor: CalendarEditor) {
    buffer.place(
      at: TextArea(buffer, width: textRect(editor).columns).cursor(movedBy: lines))
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

  mutating func choose(spot: Int, _ editor: inout CalendarEditor) {
    editor.document?.close()
    buffer.place(at: spot)
  }

  var secondClick: Key? { nil }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      field.label, in: &grid, rect: Self.frame(room), symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
    let rect = textRect(editor)
    TextArea(buffer, width: rect.columns).draw(in: &grid, rect: rect, top: top)
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
