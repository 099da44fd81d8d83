/// A screen with a keyboard.
///
/// The program's own is ncurses; tests have one in memory.
package protocol TerminalScreen: AnyObject {
  var size: Size { get }

  /// Shows a grid; only the rows that differ from what is shown are sent.
  func show(_ grid: Grid)

  /// Sounds the bell, or flashes.
  func alert()
}
