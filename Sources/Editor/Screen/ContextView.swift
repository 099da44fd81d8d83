import CalendarModel
import JSON
import TextUI

/// The lines under the form: what the line with the focus means, and what was just done.
struct ContextView: ScreenPart {
  private let look: Look
  private let context: LineContext
  private let status: Status?
  /// Whether the form goes on above and below what is in sight.
  private let more: (above: Bool, below: Bool)
  /// Where the border beside the form stands.
  private let border: Int

  init(_ editor: __shared CalendarEditor, _ places: Screen.Parts) {
    look = Look(editor.display)
    context = editor.frame.context
    status = editor.status
    more = (editor.frame.above > 0, editor.frame.below > 0)
    border = places.list.endColumn
  }

  static func == (a: ContextView, b: ContextView) -> Bool {
    a.more == b.more && a.border == b.border && a.status == b.status && a.context == b.context
      && a.look == b.look
  }

  func draw(in grid: inout Grid, rect: Rect) {
    let theme = look.theme
    var rect = rect
    if rect.rows > 2 {
      grid.fill(
        Rect(row: rect.row, column: rect.column, rows: 1, columns: rect.columns),
        with: look.symbols.horizontal, style: theme.style(.border))
      if (1..<rect.columns - 1).contains(border) {
        grid.fill(
          Rect(row: rect.row, column: border, rows: 1, columns: 1), with: look.symbols.joinAbove,
          style: theme.style(.border))
      }
      drawMore(in: &grid, rect: rect)
      rect.row += 1
      rect.rows -= 1
    }
    rect = rect.inset(columns: 1)
    var (facts, help) = (context.facts, context.help)
    if let status {
      let lines = TextWrap.lines(status.text, width: rect.columns, limit: rect.rows)
      for (offset, line) in lines.enumerated() {
        grid.draw(
          line, row: rect.row + offset, column: rect.column, style: theme.style(status.kind.role))
      }
      rect.row += lines.count
      rect.rows -= lines.count
    }
    guard rect.rows > 0 else { return }
    if facts.isEmpty { swap(&help, &facts) }
    if rect.rows == 1 {
      if help.isEmpty { swap(&help, &facts) }
      grid.draw(
        TextWrap.cut(help, width: rect.columns), row: rect.row, column: rect.column,
        style: theme.style(.hint))
      return
    }
    grid.draw(
      TextWrap.cut(facts, width: rect.columns), row: rect.row, column: rect.column,
      style: theme.style(.hint))
    for (offset, line) in TextWrap.lines(help, width: rect.columns, limit: rect.rows - 1)
      .enumerated()
    {
      grid.draw(line, row: rect.row + 1 + offset, column: rect.column)
    }
  }

  /// Says at the end of the rule that the form goes on above or below what is in sight.
  private func drawMore(in grid: inout Grid, rect: Rect) {
    let text: String
    switch more {
    case (true, true): text = " more above and below "
    case (true, false): text = " more above "
    case (false, true): text = " more below "
    case (false, false): return
    }
    grid.draw(
      text, row: rect.row, column: max(0, rect.endColumn - text.count - 2),
      style: look.theme.style(.hint))
  }
}

extension Status.Kind {
  /// How a line of the kind is drawn.
  var role: Theme.Role {
    switch self {
    case .plain: .said
    case .success: .success
    case .problem, .warning: .warning
    }
  }
}
