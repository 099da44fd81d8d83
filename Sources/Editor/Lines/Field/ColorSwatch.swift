import TextUI

/// A colour as two cells of the terminal's colour that comes nearest to it.
enum ColorSwatch {
  private static let width = 2

  /// Draws it, where the screen shows colours and the text is one.
  static func draw(
    _ css: String, _ editor: CalendarEditor, in grid: inout Grid, row: Int, column: Int, end: Int
  ) {
    guard editor.theme.hasColors, column + width <= end, let color = Style.Color(nearestTo: css)
    else { return }
    grid.draw(
      String(repeating: " ", count: width), row: row, column: column,
      style: Style(on: color))
  }
}
