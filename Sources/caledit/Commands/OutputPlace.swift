import CommandOutput
import Glibc
import Terminal

/// Standard output, as the place that answers for people go to.
enum OutputPlace {
  static var isTerminal: Bool { TerminalOutput.standard.isTerminal }

  /// How answers look there; only a terminal may not take UTF-8.
  static var style: OutputStyle {
    OutputStyle(
      hasColors: OutputStyle.hasColors(
        isTerminal: isTerminal, term: System.environment("TERM"),
        noColor: System.environment("NO_COLOR")),
      takesUTF8: !isTerminal || TerminalOutput.isUTF8, width: isTerminal ? size.columns : nil)
  }

  /// The size of the terminal; the usual one where it does not say it.
  static var size: (rows: Int, columns: Int) {
    TerminalOutput.standard.size ?? (24, 80)
  }
}
