import CommandOutput
import Glibc
import Terminal

/// Standard output, as the place that answers for people go to.
enum OutputPlace {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// How answers look there.
  static var style: OutputStyle {
    OutputStyle(
      hasColors: OutputStyle.hasColors(
        isTerminal: isTerminal, term: System.environment("TERM"),
        noColor: System.environment("NO_COLOR")),
      takesUTF8: TerminalOutput.isUTF8, width: isTerminal ? size.columns : nil)
  }

  /// The size of the terminal; the usual one where it does not say it.
  static var size: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0
    else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}
