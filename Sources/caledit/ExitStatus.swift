import ArgumentParser
import Terminal

/// The exit statuses besides success (0) and wrong arguments (64).
enum ExitStatus {
  /// Something could not be read or started.
  static let failure = ExitCode(1)
  /// Standard input or output is not a terminal.
  static let noTerminal = ExitCode(2)
}

/// A reason to stop, to be written on standard error.
struct Failure: Error {
  let message: String
  /// Lines that follow the message, such as the choices that there are.
  let details: [String]
  let status: ExitCode

  init(_ message: String, details: [String] = [], status: ExitCode = ExitStatus.failure) {
    self.message = message
    self.details = details
    self.status = status
  }

  /// Writes the message on standard error.
  ///
  /// - Returns: the status to exit with.
  func report() -> ExitCode {
    TerminalOutput.error.line("caledit: \(message)")
    for line in details { TerminalOutput.error.line(line) }
    return status
  }

  /// Runs something; a failure ends the program with its message.
  static func reporting(_ body: () throws(Failure) -> Void) throws {
    do throws(Failure) {
      try body()
    } catch {
      throw error.report()
    }
  }
}
