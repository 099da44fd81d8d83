import CalendarModel
import JSON
import TextUI

/// The form: a line for each field with its problems under it, only as many as are in sight.
enum FormView {
  /// How many lines of the path of an opened row stand above the form.
  private static func headRows(_ editor: CalendarEditor) -> Int {
    editor.workspace.pages.count > 1 || editor.size.columns < 64 ? 1 : 0
  }

  static func room(_ editor: CalendarEditor) -> Rect {
    var rect = Screen.parts(editor).form
    let head = headRows(editor)
    rect.row += head
    rect.rows = max(0, rect.rows - head)
    return rect
  }

  /// The line of the month and the room of the form, where the entries stand beside the month.
  static func datesBeside(_ editor: CalendarEditor) -> (month: Int, rect: Rect)? {
    let rect = room(editor)
    guard let month = editor.layout.monthLine, DatesView.isBeside(rect) else { return nil }
    return (month, rect)
  }

  /// Moves the first line shown so that the one with the focus is in sight with all its problems, and
  /// says what stands where.
  static func layOut(_ editor: inout CalendarEditor) {
    guard editor.document != nil else {
      editor.frame = FormFrame()
      return
    }
    if let (month, rect) = datesBeside(editor) {
      editor.frame = DatesView.layOut(&editor, month: month, rect: rect)
      return
    }
    let rect = room(editor)
    // Taken out, so that they are changed in their place.
    var views = LineViews()
    swap(&views, &editor.frame.views)
    views.begin(editor, width: rect.columns)
    let top = top(editor, rect, &views)
    if top != editor.workspace.page.top { editor.workspace.page.top = top }
    editor.frame = frame(editor, from: top, rect, &views)
    swap(&views, &editor.frame.views)
  }

  /// What stands where when the form is shown from a line on.
  static func frame(_ editor: CalendarEditor, from top: Int) -> FormFrame {
    let rect = room(editor)
    var views = LineViews()
    views.begin(editor, width: rect.columns)
    return frame(editor, from: top, rect, &views)
  }

  private static func frame(
    _ editor: CalendarEditor, from top: Int, _ rect: Rect, _ views: inout LineViews
  ) -> FormFrame {
    var frame = FormFrame()
    var row = rect.row
    var line = top
    while row < rect.endRow, let made = views.view(line, editor) {
      frame.places.append(
        .init(
          line: line, view: made.view, id: made.id,
          room: Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
        ))
      row += made.view.height
      line += 1
    }
    frame.above = top
    frame.below = editor.layout.count - line + (row > rect.endRow ? 1 : 0)
    return frame
  }

  private static func top(
    _ editor: CalendarEditor, _ rect: Rect, _ views: inout LineViews
  ) -> Int {
    let focus = editor.workspace.page.focus
    var top = min(editor.workspace.page.top, focus)
    top = max(top, focus - rect.rows)
    // Lines have different heights, so room is made from the focus upwards.
    var used = 0
    var first = focus
    while first >= top, let made = views.view(first, editor) {
      used += made.view.height
      if used > rect.rows { break }
      first -= 1
    }
    return min(focus, max(top, first + 1))
  }

  static func draw(
    _ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    drawHead(editor, document, in: &grid, rect: rect)
    let focus = editor.workspace.isInList ? nil : Optional(editor.workspace.page.focus)
    for place in editor.frame.places {
      place.view.draw(editor, in: &grid, rect: place.room, isFocused: place.line == focus)
      if let line = editor.layout[place.line], editor.differing(line) != nil {
        grid.draw(
          editor.symbols.differs, row: place.room.row, column: place.room.column + 2,
          style: editor.theme.style(.warning))
      }
    }
    guard let month = editor.frame.month else { return }
    MonthView.drawMonth(editor, in: &grid, rect: month.rect, isFocused: focus == month.line)
    MonthView.drawFoot(editor, in: &grid, rect: month.foot, isFocused: focus == month.line)
  }

  private static func drawHead(
    _ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard headRows(editor) > 0 else { return }
    grid.draw(
      TextWrap.cut(head(editor, document), width: rect.columns - 2), row: rect.row,
      column: rect.column + 1, width: rect.columns - 2, style: editor.theme.style(.heading))
  }

  /// Draws the lines that look otherwise than they did, and the one with the focus.
  static func drawParts(
    _ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    // What differs from another calendar is no part of a line.
    guard editor.frame.month == nil, editor.comparison == nil else {
      grid.part(nil, rect) { draw(editor, document, in: &$0, rect: rect) }
      return
    }
    let room = room(editor)
    let head = Rect(
      row: rect.row, column: rect.column, rows: room.row - rect.row, columns: rect.columns)
    grid.part(nil, head) { drawHead(editor, document, in: &$0, rect: rect) }
    let focus = editor.workspace.isInList ? nil : Optional(editor.workspace.page.focus)
    var end = room.row
    for place in editor.frame.places {
      let isFocused = place.line == focus
      grid.part(isFocused ? nil : place.id, place.rect) {
        place.view.draw(editor, in: &$0, rect: place.room, isFocused: isFocused)
      }
      end = place.rect.endRow
    }
    let rest = Rect(
      row: end, column: rect.column, rows: rect.endRow - end, columns: rect.columns)
    grid.part(.blank, rest) { _ in }
  }

  /// The first line shown after scrolling, so that the form still fills its place.
  static func top(scrolledBy step: Int, _ editor: CalendarEditor) -> Int {
    let rect = room(editor)
    let layout = editor.layout
    var last = layout.count
    var rows = 0
    while last > 0, let line = layout[last - 1] {
      rows += line.view(editor, width: rect.columns).height
      if rows > rect.rows { break }
      last -= 1
    }
    let top = editor.workspace.page.top
    return max(0, min(top + step, max(last, step < 0 ? top + step : 0)))
  }

  private static func head(_ editor: CalendarEditor, _ document: CalendarDocument) -> String {
    guard case .row(let path) = editor.workspace.page.kind else {
      return editor.workspace.page.kind.title
    }
    return document.place(path)
  }
}
