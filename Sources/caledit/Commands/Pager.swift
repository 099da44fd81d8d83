import Glibc
import State
import Terminal

/// Shows a long text page by page with the program that the user likes.
enum Pager {
  /// What shows pages where `PAGER` is not set: it keeps colours, and ends by itself where the text
  /// fits on the screen.
  static let standard = "less -FRX"

  /// The command; nil where nobody wants one.
  ///
  /// - Parameter variable: the variable `PAGER`; nil where it is not set.
  static func command(_ variable: String?) -> String? {
    guard let variable else { return standard }
    let words = variable.split(separator: " ")
    return words.isEmpty || words == ["cat"] ? nil : variable
  }

  /// Writes lines on standard output, through the pager where there are more than the screen has.
  ///
  /// - Parameters:
  ///   - lines: harmless ones, without their ends.
  ///   - isWanted: false where the user said that there is none.
  static func show(_ lines: [String], isWanted: Bool) {
    let text = lines.map { $0 + "\n" }.joined()
    let variable = getenv("PAGER").map { String(cString: $0) }
    guard isWanted, OutputPlace.isTerminal, lines.count >= OutputPlace.size.rows,
      let command = command(variable), page(text, command)
    else {
      TerminalOutput.standard.harmless(text)
      return
    }
  }

  /// What the shell says where there is no such program, and where it cannot be run.
  private static let notRun: Set<Int32> = [126, 127]

  /// Hands a text to a pager, and waits until it ends.
  ///
  /// - Returns: false where there is no such program.
  private static func page(_ text: String, _ command: String) -> Bool {
    if getenv("LESSCHARSET") == nil, TerminalOutput.isUTF8 { setenv("LESSCHARSET", "utf-8", 1) }
    // Ctrl-C is for the pager, which goes on; one that is left early closes the pipe.
    let interrupt = signal(SIGINT, SIG_IGN)
    let pipe = signal(SIGPIPE, SIG_IGN)
    defer {
      _ = signal(SIGINT, interrupt)
      _ = signal(SIGPIPE, pipe)
    }
    guard let stream = popen(command, "we") else { return false }
    _ = FileBytes.writeAll(text, to: fileno(stream))
    let status = pclose(stream)
    return !notRun.contains((status >> 8) & 0xFF)
  }
}
