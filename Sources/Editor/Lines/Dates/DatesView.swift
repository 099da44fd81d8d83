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

  /// Leaves as much room to the month as it wants, brings the line with the focus into sight, and says
  /// what stands where.
  static func layOut(_ editor: inout CalendarEditor, month: Int, rect: Rect) -> FormFrame {
    let focus = editor.workspace.page.focus
    var views = LineViews()
    views.begin(editor, width: rect.columns)
    let heights = (0..<month).map { views.height(of: $0, editor) ?? 0 }
    var used = heights.reduce(0, +)
    var top = 0
    while top < min(focus, month), rect.rows - used < wanted {
      used -= heights[top]
      top += 1
    }
    let list = listRect(lower(rect, below: used), editor.layout, month: month)
    let first = month + 1
    let shown = focus > month ? focus : editor.lineOfChosenDate ?? editor.layout.count - 1
    let listTop =
      first
      + Scrolling.top(
        editor.workspace.page.listTop - first, showing: shown - first, height: list.rows,
        count: editor.layout.count - first)
    if (top, listTop) != (editor.workspace.page.top, editor.workspace.page.listTop) {
      editor.workspace.page.top = top
      editor.workspace.page.listTop = listTop
    }
    return frame(editor, month: month, rect: rect, &views)
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

  private static func frame(
    _ editor: CalendarEditor, month: Int, rect: Rect, _ views: inout LineViews
  ) -> FormFrame {
    let page = editor.workspace.page
    var frame = FormFrame()
    var row = rect.row
    for line in page.top..<max(month, page.top) where row < rect.endRow {
      guard let made = views.view(line, editor) else { continue }
      let room = Rect(
        row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
      frame.places.append(.init(line, made, room: room))
      row += made.height
    }
    let lower = lower(rect, below: row - rect.row)
    let list = listRect(lower, editor.layout, month: month)
    frame.month = .init(
      line: month,
      rect: Rect(row: lower.row, column: lower.column, rows: list.rows, columns: listColumn),
      foot: Rect(
        row: list.endRow, column: lower.column, rows: footHeight(lower), columns: lower.columns))
    var entries = LineViews()
    entries.begin(editor, width: list.columns)
    for offset in 0..<list.rows {
      guard let made = entries.view(page.listTop + offset, editor) else { break }
      let room = Rect(row: list.row + offset, column: list.column, rows: 1, columns: list.columns)
      frame.places.append(.init(page.listTop + offset, made, room: room))
    }
    frame.above = page.top + page.listTop - month - 1
    frame.below = max(0, editor.layout.count - page.listTop - list.rows)
    return frame
  }
}
