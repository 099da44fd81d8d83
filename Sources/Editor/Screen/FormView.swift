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
      editor.frame.place(FormFrame())
      return
    }
    if let (month, rect) = datesBeside(editor) {
      editor.frame.place(DatesView.layOut(&editor, month: month, rect: rect))
      return
    }
    let rect = room(editor)
    // Taken out, so that they are changed in their place.
    var (views, places) = (LineViews(), [FormFrame.Place]())
    swap(&views, &editor.frame.views)
    views.begin(editor, width: rect.columns)
    let top = top(editor, rect, &views)
    if top != editor.workspace.page.top { editor.workspace.page.top = top }
    swap(&places, &editor.frame.places)
    let ends = FormFrame.place(&places, from: top, in: rect, editor, &views)
    swap(&places, &editor.frame.places)
    swap(&views, &editor.frame.views)
    editor.frame.month = nil
    (editor.frame.above, editor.frame.below) = ends
  }

  /// What stands where when the form is shown from a line on.
  static func frame(_ editor: CalendarEditor, from top: Int) -> FormFrame {
    let rect = room(editor)
    var views = LineViews()
    views.begin(editor, width: rect.columns)
    var frame = FormFrame()
    (frame.above, frame.below) = FormFrame.place(
      &frame.places, from: top, in: rect, editor, &views)
    return frame
  }

  /// The first line shown, so that the one with the focus is in sight.
  ///
  /// Who walks out of what is in sight sees a quarter of the room more in that direction: a form that
  /// scrolls with each step is written anew with each.
  private static func top(
    _ editor: CalendarEditor, _ rect: Rect, _ views: inout LineViews
  ) -> Int {
    let (top, focus) = (editor.workspace.page.top, editor.workspace.page.focus)
    guard focus < top || first(showing: focus, notBefore: top, editor, rect, &views) > top else {
      return top
    }
    // One that was in sight has grown.
    let isKnown = editor.frame.places.contains { $0.line == focus }
    let ahead = isKnown ? 0 : rect.rows / 4
    if focus < top { return lines(ahead, from: focus, by: -1, editor, &views) }
    let last = lines(ahead, from: focus, by: 1, editor, &views)
    return min(focus, first(showing: last, notBefore: 0, editor, rect, &views))
  }

  /// The first line in sight where a line is the last one, but none before a limit; the line itself
  /// where it has no room.
  private static func first(
    showing line: Int, notBefore limit: Int, _ editor: CalendarEditor, _ rect: Rect,
    _ views: inout LineViews
  ) -> Int {
    var (used, first) = (0, line)
    // Lines have different heights, so room is made upwards.
    while first >= limit, let height = views.height(of: first, editor) {
      used += height
      if used > rect.rows { break }
      first -= 1
    }
    return min(line, first + 1)
  }

  /// The last line in a direction, so that those up to it fill no more than some rows.
  private static func lines(
    _ rows: Int, from line: Int, by step: Int, _ editor: CalendarEditor, _ views: inout LineViews
  ) -> Int {
    var (used, line) = (0, line)
    while line + step >= 0, let height = views.height(of: line + step, editor) {
      used += height
      if used > rows { break }
      line += step
    }
    return line
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
