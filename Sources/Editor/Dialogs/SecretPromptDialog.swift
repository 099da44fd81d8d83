import CalendarAPI
import TextUI

/// Asks for a token and shows a dot for each of its characters.
struct SecretPromptDialog: Dialog {
  private var secret = SecretText()
  /// Why what was typed is no token.
  private var problem: String?
  /// Whether what was refused is done again with it.
  private let goesOn: Bool

  init(goesOn: Bool) { self.goesOn = goesOn }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Use it"), KeyHint("Ctrl-U", "Clear"), KeyHint("Esc", "Back")]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      do {
        return .close(editor.use(try Token(secret.trimmed), goesOn: goesOn))
      } catch {
        problem = error.message
        return .stay()
      }
    case .backspace, .control("h"): secret.removeLast()
    case .control("u"), .control("w"): secret.removeAll()
    default:
      guard let typed = key.typed else { return .ignored }
      secret.insert(String(typed))
    }
    problem = nil
    return .stay()
  }

  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    secret.insert(text)
    problem = nil
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      "A new token", in: &grid, rect: room.centered(rows: 7, columns: 60), symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    let dots = String(repeating: editor.isASCII ? "*" : "•", count: secret.count)
    TextField.draw(
      TextBuffer(dots), in: &grid, row: inner.row, column: inner.column, width: inner.columns)
    let (text, role): (String, Theme.Role) =
      problem.map { ("\(editor.symbols.error) \($0)", .error) }
      ?? (
        "Type or paste it. It is neither shown nor stored, and is used until caledit ends.", .hint
      )
    let lines = TextWrap.lines(text, width: inner.columns, limit: inner.rows - 2)
    for (offset, line) in lines.enumerated() {
      grid.draw(
        line, row: inner.row + 2 + offset, column: inner.column, width: inner.columns,
        style: theme.style(role))
    }
  }
}
