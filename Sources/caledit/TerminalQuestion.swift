import CalendarModel
import Terminal

/// A question on the terminal that is answered with yes or no.
struct TerminalQuestion {
  /// Without the answers: "Change 2 calendars?".
  let text: String
  /// Where it is asked; the answer of a command for programs has standard output for itself.
  var output = TerminalOutput.error

  /// Asks until somebody says yes or no; an empty line and the end of the input are a no.
  ///
  /// - Parameter nobody: what is thrown where nobody is there to ask.
  func isAnsweredYes(orElse nobody: Failure) throws(Failure) -> Bool {
    guard System.isOnTerminal else { throw nobody }
    while true {
      output.prompt("\(text) [y/N] ")
      guard let line = TerminalInput.line() else {
        // Ctrl-D leaves the cursor behind the question.
        output.line("")
        return false
      }
      switch line.trimmed.lowercased() {
      case "y", "yes": return true
      case "n", "no", "": return false
      default: output.line("Answer y or n.")
      }
    }
  }
}
