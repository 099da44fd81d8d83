import TextUI

/// A line of the overview: what it is about, and what there is to say of it.
struct LinkView: LineView {
  private let link: LinkLine
  private let labelWidth: Int
  private let lines: [String]
  private let isStacked: Bool

  init(_ link: LinkLine, width: Int) {
    self.link = link
    // A place is longer than a topic: what is wrong there stands under it.
    isStacked = link.title.displayWidth > 14
    labelWidth = isStacked ? 5 : width >= 52 ? 18 : 16
    lines = TextWrap.lines(link.text, width: max(10, width - labelWidth - 1), limit: 3)
  }

  var height: Int { lines.count + (isStacked ? 1 : 0) }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let theme = editor.theme
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: link.role == .changed, editor, in: &grid, rect: rect)
    let room = isStacked ? rect.columns - 4 : labelWidth - 4
    grid.draw(
      TextWrap.cut(link.title, width: room), row: rect.row, column: rect.column + 3, width: room,
      style: theme.style(isFocused ? .focusedLabel : .label))
    for (offset, line) in lines.enumerated() {
      let row = offset + (isStacked ? 1 : 0)
      guard row < rect.rows else { break }
      grid.draw(
        line, row: rect.row + row, column: rect.column + labelWidth,
        width: rect.columns - labelWidth - 1, style: theme.style(link.role))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: rect.column + 3) }
  }
}
