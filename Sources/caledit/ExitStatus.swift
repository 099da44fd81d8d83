import ArgumentParser
import Terminal

/// How the program ends where it is neither a success nor a wrong argument (64).
enum ExitStatus {
  /// Something could not be read, or started.
  static let failure = ExitCode(1)
  /// Standard input or output is no terminal.
  static let noTerminal = ExitCode(2)
}

/// A reason to stop, told on standard error.
struct Failure: Error {
  let message: String
  var status = ExitStatus.failure

  init(_ message: String, status: ExitCode = ExitStatus.failure) {
    self.message = message
    self.status = status
  }

  /// Says it and becomes the exit status.
  var reported: ExitCode {
    TerminalOutput.error.line("caledit: \(message)")
    return status
  }

  /// Runs something, and ends the program with the reason should it fail.
  static func reporting(_ body: () throws(Failure) -> Void) throws {
    do throws(Failure) {
      try body()
    } catch {
      throw error.reported
    }
  }
}
