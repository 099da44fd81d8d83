import CalendarModel
import JSON
import TextUI

/// A row of a list in one line.
struct RowView: LineView {
  private let type: ObjectType
  private let path: JSONPath
  private let index: Int
  private let indent: Int
  private let model: Model

  init(_ type: ObjectType, list: JSONPath, index: Int, indent: Int, _ model: Model) {
    self.type = type
    path = list.appending(index)
    self.index = index
    self.indent = indent
    self.model = model
  }

  var height: Int { 1 }

  func draw(in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let theme = model.theme
    guard let document = model.document, let row = document[path] else { return }
    let column = rect.column + 3 + 2 * indent
    let isDeleted = row[key: "deleted"] == true
    let isChanged =
      path.count == 2
      ? document.validation.isRowModified(index, of: path.topKey ?? "")
      : !areEquivalent(row, document.loaded(path))
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: isChanged, model, in: &grid, rect: rect)
    var text = "\(index + 1). \(document.summary(row, type.kind))"
    if type.kind == .teamMember { text += memberDetails(row) }
    if isDeleted { text += "  deleted when saved" }
    let marks = problems(path, document)
    let width = rect.endColumn - column - 2 - (marks.isEmpty ? 0 : marks[0].0.displayWidth + 1)
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(isFocused ? .focusedLabel : isDeleted ? .unset : .text))
    if let (mark, role) = marks.first {
      grid.draw(
        mark, row: rect.row, column: rect.endColumn - mark.displayWidth - 1,
        style: theme.style(role))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  private func memberDetails(_ row: JSONValue) -> String {
    var details = ""
    if let priority = row[key: "priority"] {
      let field = CalendarSchema.field("teamMembers")?.objectType?.field("priority")
      details += "  \(Wording.value(priority, of: field).lowercased())"
    }
    if row[key: "isPrimary"] == true { details += "  primary" }
    let locations = row[key: "locationConfigurations"]?.array?.count ?? 0
    if locations > 0 { details += "  " + Wording.counted(locations, "location") }
    return details
  }

  private func problems(
    _ path: JSONPath, _ document: CalendarDocument
  ) -> [(String, Theme.Role)] {
    var worst = document.validation.worst(under: path)
    if model.serverProblems.isAny(under: path) { worst = .error }
    guard let worst, worst > .note else { return [] }
    return [NoteLines.mark(worst, model.symbols)]
  }
}
