import CalendarAPI
import TextUI

/// Asks for a token and shows a dot for each of its characters.
struct SecretPromptDialog: Dialog {
  enum Command: String, KeyCommand { case use, delete, clear, leave }

  static let keys = KeyTable<Command>(
    "token", "Typing a token", typing: "Each character shows as a dot.",
    [
      KeyBinding(.use, .enter, short: "Use it", help: "Uses the token until caledit ends"),
      KeyBinding(
        .clear, .control("u"), .control("w"), short: "Clear", help: "Deletes everything you typed"),
      KeyBinding(
        .delete, .backspace, .control("h"), short: "Delete", help: "Deletes the last character"),
      KeyBinding(.leave, .escape, short: "Back", help: "Closes it; the token stays as it is"),
    ])

  private var secret = SecretText()
  /// Why what was typed is no token.
  private var problem: String?
  /// Whether what was refused is done again with it.
  private let goesOn: Bool

  init(goesOn: Bool) { self.goesOn = goesOn }

  var isTyping: Bool { true }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.use, .clear, .leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .use:
      do {
        return .close([.useToken(try Token(secret.trimmed), goesOn: goesOn)])
      } catch {
        problem = error.message
        return .stay()
      }
    case .delete: secret.removeLast()
    case .clear: secret.removeAll()
    }
    problem = nil
    return .stay()
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    guard let typed = key.typed else { return .ignored }
    secret.insert(String(typed))
    problem = nil
    return .stay()
  }

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    secret.insert(text)
    problem = nil
    return .stay()
  }

  private static let title = "A new token"
  private static let hint =
    "Type or paste it. It is neither shown nor stored, and is used until caledit ends."

  /// A mark for each character.
  private func dots(_ editor: CalendarEditor) -> String {
    String(repeating: editor.isASCII ? "*" : "•", count: secret.count)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [Self.title, dots(editor), problem.map { "\(editor.symbols.error) \($0)" } ?? Self.hint]
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(
      Self.title, .texts([problem.map { "\(editor.symbols.error) \($0)" } ?? Self.hint]),
      typing: .secret)
  }

  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    secret.removeAll()
    secret.insert(text)
    return obey(.use, editor)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = DialogFrame.draw(
      Self.title, editor, in: &grid, rect: room.centered(rows: 7, columns: 60))
    TextField.draw(
      TextBuffer(dots(editor)), in: &grid, row: inner.row, column: inner.column,
      width: inner.columns)
    let (text, role): (String, Theme.Role) =
      problem.map { ("\(editor.symbols.error) \($0)", .error) } ?? (Self.hint, .hint)
    let lines = TextWrap.lines(text, width: inner.columns, limit: inner.rows - 2)
    for (offset, line) in lines.enumerated() {
      grid.draw(
        line, row: inner.row + 2 + offset, column: inner.column, width: inner.columns,
        style: theme.style(role))
    }
  }
}
