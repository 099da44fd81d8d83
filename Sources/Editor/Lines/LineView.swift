import TextUI

/// How one line of a form looks; some are several rows high.
protocol LineView: Sendable {
  /// In rows.
  var height: Int { get }

  /// Draws into the rows that are left on the screen, which may be fewer than the height.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool)
}

/// The columns and marks that all lines share.
enum LineMetrics {
  /// Where values begin.
  static func labelWidth(_ width: Int) -> Int { width >= 52 ? 24 : 17 }

  /// The marker of the focus and that of a change, at the beginning of a line.
  static func drawMarks(
    isFocused: Bool, isChanged: Bool, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) {
    if isFocused {
      grid.draw(
        editor.symbols.focus, row: rect.row, column: rect.column, style: editor.theme.style(.said))
    }
    if isChanged {
      grid.draw(
        editor.symbols.changed, row: rect.row, column: rect.column + 1,
        style: editor.theme.style(.changed))
    }
  }
}
