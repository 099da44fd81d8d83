import CalendarModel
import JSON
import TextUI

/// The lines under the form: what the line with the focus means, and what was just done.
enum ContextView {
  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let theme = editor.theme
    var rect = rect
    if rect.rows > 2 {
      grid.fill(
        Rect(row: rect.row, column: rect.column, rows: 1, columns: rect.columns),
        with: editor.symbols.horizontal, style: theme.style(.border))
      let border = Screen.parts(editor).list.endColumn
      if (1..<rect.columns - 1).contains(border) {
        grid.fill(
          Rect(row: rect.row, column: border, rows: 1, columns: 1), with: editor.symbols.joinAbove,
          style: theme.style(.border))
      }
      drawMore(editor, in: &grid, rect: rect)
      rect.row += 1
      rect.rows -= 1
    }
    rect = rect.inset(columns: 1)
    var (facts, help) = (editor.frame.context.facts, editor.frame.context.help)
    if let status = editor.status {
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
  private static func drawMore(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let frame = editor.frame
    let text: String
    switch (frame.above > 0, frame.below > 0) {
    case (true, true): text = " more above and below "
    case (true, false): text = " more above "
    case (false, true): text = " more below "
    case (false, false): return
    }
    grid.draw(
      text, row: rect.row, column: max(0, rect.endColumn - text.count - 2),
      style: editor.theme.style(.hint))
  }
}

extension Status.Kind {
  /// How a line of the kind is drawn.
  var role: Theme.Role {
    switch self {
    case .plain: .said
    case .success: .success
    case .problem: .warning
    }
  }
}
