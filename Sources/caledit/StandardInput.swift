import Glibc
import State
import Terminal

/// Standard input and output where they carry a calendar: the terminal is `/dev/tty` then.
enum StandardInput {
  /// Reads standard input to its end.
  ///
  /// - Parameter use: what asks for it, as it is written.
  static func read(for use: String = "--file -") throws(Failure) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else {
      throw Failure("\(use) reads from a pipe or a file, and standard input is a terminal")
    }
    return try System.read(STDIN_FILENO, name: "standard input", limit: System.sizeLimit)
  }

  /// Makes the terminal standard input and output.
  ///
  /// - Returns: what was standard output, for the result.
  static func giveWayToTerminal() throws(Failure) -> ResultOutput {
    let result = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard result >= 0 else { throw Failure("standard output: \(System.lastError)") }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Failure(
        "there is no terminal to edit on (/dev/tty: \(System.lastError))",
        status: ExitStatus.noTerminal)
    }
    defer { close(terminal) }
    guard dup2(terminal, STDIN_FILENO) >= 0, dup2(terminal, STDOUT_FILENO) >= 0 else {
      throw Failure("/dev/tty: \(System.lastError)", status: ExitStatus.noTerminal)
    }
    return ResultOutput(descriptor: result)
  }
}

/// Where the calendar goes that was read from standard input.
final class ResultOutput: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Writes the whole text.
  func write(_ text: String) throws(Failure) {
    guard FileBytes.writeAll(text, to: descriptor) else {
      throw Failure("standard output: \(System.lastError)", status: .output)
    }
  }
}
