import TextUI

/// The form of the date-specific hours where there is room: the lines above the month over the whole
/// width, under them the month with the entries beside it, and at the bottom what is typed.
enum DatesView {
  private static let listColumn = MonthGrid.width + 3

  /// Whether the entries stand beside the month in a form of this size.
  static func isBeside(_ rect: Rect) -> Bool { rect.columns >= 56 }

  /// The rows that the month and what is under it want.
  private static let wanted = MonthGrid.height + MonthView.footHeight

  /// The part under so many rows of lines above the month.
  private static func lower(_ rect: Rect, below rows: Int) -> Rect {
    let rows = min(rows, rect.rows)
    return Rect(
      row: rect.row + rows, column: rect.column, rows: rect.rows - rows, columns: rect.columns)
  }

  /// Leaves as much room to the month as it wants, and brings the line with the focus into sight.
  static func scroll(_ editor: inout CalendarEditor, month: Int, rect: Rect) {
    let focus = editor.workspace.page.focus
    let heights = (0..<month).map {
      editor.layout[$0]?.view(editor, width: rect.columns).height ?? 0
    }
    var used = heights.reduce(0, +)
    var top = 0
    while top < min(focus, month), rect.rows - used < wanted {
      used -= heights[top]
      top += 1
    }
    let list = listRect(lower(rect, below: used), editor.layout, month: month)
    let first = month + 1
    let shown = focus > month ? focus : editor.lineOfChosenDate ?? editor.layout.count - 1
    let listTop = Scrolling.top(
      editor.workspace.page.listTop - first, showing: shown - first, height: list.rows,
      count: editor.layout.count - first)
    guard (top, first + listTop) != (editor.workspace.page.top, editor.workspace.page.listTop)
    else {
      return
    }
    editor.workspace.page.top = top
    editor.workspace.page.listTop = first + listTop
  }

  private static func footHeight(_ lower: Rect) -> Int {
    min(MonthView.footHeight, max(1, lower.rows - MonthGrid.height))
  }

  /// As high as its lines, and not lower than the month: what is typed stands under both.
  private static func listRect(_ lower: Rect, _ layout: FormLayout, month: Int) -> Rect {
    let wanted = max(MonthGrid.height, layout.count - month) + 1
    return Rect(
      row: lower.row, column: lower.column + listColumn,
      rows: min(wanted, lower.rows - footHeight(lower)), columns: lower.columns - listColumn)
  }

  /// Where everything stands.
  private struct Places {
    /// The lines of the form but for the month, each with the room it may take.
    var lines: [(line: Int, room: Rect)] = []
    var list: Rect
    var month: Rect
    var foot: Rect
  }

  private static func places(_ editor: CalendarEditor, month: Int, rect: Rect) -> Places {
    let page = editor.workspace.page
    var head: [(line: Int, room: Rect)] = []
    var row = rect.row
    for line in page.top..<max(month, page.top) where row < rect.endRow {
      head.append(
        (line, Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns))
      )
      row += editor.layout[line]?.view(editor, width: rect.columns).height ?? 1
    }
    let lower = lower(rect, below: row - rect.row)
    let list = listRect(lower, editor.layout, month: month)
    var places = Places(
      lines: head, list: list,
      month: Rect(row: lower.row, column: lower.column, rows: list.rows, columns: listColumn),
      foot: Rect(
        row: list.endRow, column: lower.column, rows: footHeight(lower), columns: lower.columns))
    for offset in 0..<list.rows where page.listTop + offset < editor.layout.count {
      places.lines.append(
        (
          page.listTop + offset,
          Rect(row: list.row + offset, column: list.column, rows: 1, columns: list.columns)
        ))
    }
    return places
  }

  static func draw(_ editor: CalendarEditor, month: Int, in grid: inout Grid, rect: Rect) {
    let focus = editor.workspace.isInList ? nil : Optional(editor.workspace.page.focus)
    let places = places(editor, month: month, rect: rect)
    for (line, room) in places.lines {
      editor.layout[line]?.view(editor, width: room.columns).draw(
        editor, in: &grid, rect: room, isFocused: line == focus)
    }
    MonthView.drawMonth(editor, in: &grid, rect: places.month, isFocused: focus == month)
    MonthView.drawFoot(editor, in: &grid, rect: places.foot, isFocused: focus == month)
  }

  // MARK: What stands where

  /// The line at a place of the screen.
  static func line(at position: Position, _ editor: CalendarEditor, month: Int, rect: Rect) -> Int?
  {
    let places = places(editor, month: month, rect: rect)
    if places.month.contains(position) || places.foot.contains(position) { return month }
    return places.lines.first { line, room in
      var room = room
      room.rows = min(
        room.rows, editor.layout[line]?.view(editor, width: room.columns).height ?? 1)
      return room.contains(position)
    }?.line
  }

  /// The month, without what stands under it.
  static func monthRect(_ editor: CalendarEditor, month: Int, rect: Rect) -> Rect {
    places(editor, month: month, rect: rect).month
  }
}
