import CalendarModel
import JSON
import TextUI

/// A row of a list in one line.
struct RowView: LineView {
  private let type: ObjectType
  private let path: JSONPath
  private let index: Int
  private let indent: Int

  init(_ type: ObjectType, list: JSONPath, index: Int, indent: Int) {
    self.type = type
    path = list.appending(index)
    self.index = index
    self.indent = indent
  }

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let theme = editor.theme
    guard let document = editor.document, let row = document[path] else { return }
    let column = rect.column + 3 + 2 * indent
    let isDeleted = type.isDeleted(row)
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: document.isChanged(path), editor, in: &grid, rect: rect)
    var text = "\(index + 1). \(document.summary(row, type))"
    if isDeleted { text += "  deleted when saved" }
    let marks = RowMarks.draw(problemsOf: path, editor, in: &grid, rect: rect)
    let width = rect.endColumn - column - 2 - marks
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(isFocused ? .focusedLabel : isDeleted ? .unset : .text))
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }
}
