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

  /// Moves the first line shown so that the one with the focus is in sight with all its problems.
  static func scroll(_ editor: inout CalendarEditor, _ document: CalendarDocument) {
    if let (month, rect) = datesBeside(editor) {
      DatesView.scroll(&editor, month: month, rect: rect)
      return
    }
    let rect = room(editor)
    let layout = editor.layout
    let focus = editor.workspace.page.focus
    var top = min(editor.workspace.page.top, focus)
    guard focus - top < rect.rows || top == 0 || focus >= top else { return }
    top = max(top, focus - rect.rows)
    // Lines have different heights, so room is made from the focus upwards.
    var used = 0
    var first = focus
    while first >= top, let item = layout[first] {
      used += item.view(editor, width: rect.columns).height
      if used > rect.rows { break }
      first -= 1
    }
    editor.workspace.page.top = min(focus, max(top, first + 1))
  }

  static func draw(
    _ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    if headRows(editor) > 0 {
      grid.draw(
        TextWrap.cut(head(editor, document), width: rect.columns - 2), row: rect.row,
        column: rect.column + 1, width: rect.columns - 2, style: editor.theme.style(.heading))
    }
    if let (month, rect) = datesBeside(editor) {
      DatesView.draw(editor, month: month, in: &grid, rect: rect)
      return
    }
    forEachLine(editor) { line, view, place in
      let isFocused = !editor.workspace.isInList && line == editor.workspace.page.focus
      view.draw(editor, in: &grid, rect: place, isFocused: isFocused)
    }
  }

  // MARK: Where the lines stand

  /// Goes through the lines in sight; each has the room from its first row to the end of the form.
  private static func forEachLine(
    _ editor: CalendarEditor, _ body: (_ line: Int, _ view: any LineView, _ room: Rect) -> Void
  ) {
    let rect = room(editor)
    let layout = editor.layout
    var row = rect.row
    var line = editor.workspace.page.top
    while row < rect.endRow, let item = layout[line] {
      let view = item.view(editor, width: rect.columns)
      body(
        line, view,
        Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns))
      row += view.height
      line += 1
    }
  }

  /// The number of the line at a place of the screen.
  static func line(at position: Position, _ editor: CalendarEditor) -> Int? {
    if let (month, rect) = datesBeside(editor) {
      return DatesView.line(at: position, editor, month: month, rect: rect)
    }
    var found: Int?
    forEachLine(editor) { line, view, room in
      var place = room
      place.rows = min(view.height, room.rows)
      if place.contains(position) { found = line }
    }
    return found
  }

  /// The date of the month at a place of the screen.
  static func date(at position: Position, _ editor: CalendarEditor) -> CalendarDate? {
    if let (month, rect) = datesBeside(editor) {
      return MonthView.date(
        at: position, editor, in: DatesView.monthRect(editor, month: month, rect: rect))
    }
    var found: CalendarDate?
    forEachLine(editor) { _, view, room in
      guard let view = view as? MonthView else { return }
      found = MonthView.date(at: position, editor, in: view.parts(room).month)
    }
    return found
  }

  /// The lines that are in sight with all their rows.
  static func linesInSight(_ editor: CalendarEditor) -> Range<Int> {
    let top = editor.workspace.page.top
    var end = top
    forEachLine(editor) { line, view, room in
      if view.height <= room.rows { end = line + 1 }
    }
    return top..<max(end, top + 1)
  }

  /// The first line shown after scrolling, so that the form still fills its place.
  static func top(scrolledBy step: Int, _ editor: CalendarEditor) -> Int {
    let rect = room(editor)
    let layout = editor.layout
    var last = layout.count
    var rows = 0
    while last > 0, let item = layout[last - 1] {
      rows += item.view(editor, width: rect.columns).height
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
