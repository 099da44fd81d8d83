import TextUI

/// A heading or a sentence of a form.
struct TextLineView: LineView {
  private let lines: [String]
  private let style: Style
  private let indent: Int

  init(
    _ text: String, _ role: Theme.Role, _ editor: __shared CalendarEditor, width: Int,
    indent: Int = 0
  ) {
    let mark = role == .warning ? editor.symbols.warning + " " : ""
    lines = TextWrap.lines(mark + text, width: max(10, width - indent - 2))
    style = editor.theme.style(role)
    self.indent = indent
  }

  var height: Int { lines.count }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    for (offset, line) in lines.prefix(rect.rows).enumerated() {
      grid.draw(
        line, row: rect.row + offset, column: rect.column + 1 + indent,
        width: rect.columns - 1 - indent, style: style)
    }
  }
}
