import CalendarModel
import JSON
import TextUI

/// The form: a line for each field with its problems under it, only as many as are in sight.
enum FormView {
  /// How many lines of the path of an opened row stand above the form.
  private static func headRows(_ model: Model) -> Int {
    model.workspace.pages.count > 1 || model.size.columns < 64 ? 1 : 0
  }

  static func room(_ model: Model) -> Rect {
    var rect = Screen.parts(model).form
    let head = headRows(model)
    rect.row += head
    rect.rows = max(0, rect.rows - head)
    return rect
  }

  /// Moves the first line shown so that the one with the focus is in sight with all its problems.
  static func scroll(_ model: inout Model, _ document: CalendarDocument) {
    let rect = room(model)
    let layout = model.layout
    if let month = layout.monthLine, DatesView.isBeside(rect) {
      DatesView.scroll(&model, month: month, rect: rect)
      return
    }
    let focus = model.workspace.page.focus
    var top = min(model.workspace.page.top, focus)
    guard focus - top < rect.rows || top == 0 || focus >= top else { return }
    top = max(top, focus - rect.rows)
    // Lines have different heights, so room is made from the focus upwards.
    var used = 0
    var first = focus
    while first >= top, let item = layout[first] {
      used += item.view(model, width: rect.columns).height
      if used > rect.rows { break }
      first -= 1
    }
    model.workspace.page.top = min(focus, max(top, first + 1))
  }

  static func draw(
    _ model: Model, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    if headRows(model) > 0 {
      grid.draw(
        TextWrap.cut(head(model, document), width: rect.columns - 2), row: rect.row,
        column: rect.column + 1, width: rect.columns - 2, style: model.theme.style(.heading))
    }
    let rect = room(model)
    let layout = model.layout
    if let month = layout.monthLine, DatesView.isBeside(rect) {
      DatesView.draw(model, month: month, in: &grid, rect: rect)
      return
    }
    var row = rect.row
    var line = model.workspace.page.top
    while row < rect.endRow, let item = layout[line] {
      let isFocused = !model.workspace.isInList && line == model.workspace.page.focus
      let view = item.view(model, width: rect.columns)
      let place = Rect(
        row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
      view.draw(in: &grid, rect: place, isFocused: isFocused)
      row += view.height
      line += 1
    }
  }

  private static func head(_ model: Model, _ document: CalendarDocument) -> String {
    guard case .row(let path) = model.workspace.page.kind else {
      return model.workspace.page.kind.title
    }
    return document.place(path)
  }
}
