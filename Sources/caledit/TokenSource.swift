import CalendarAPI
import Glibc
import Terminal

/// Where the token comes from.
///
/// It is never an argument.
enum TokenSource: Sendable {
  case environment
  case file(String)
  case command(String)

  static let variable = "HIGHLEVEL_TOKEN"

  /// Reads the token.
  ///
  /// - Throws: a ``Failure`` that names the source and never the token.
  func read() throws(Failure) -> Token {
    let text: String
    switch self {
    case .environment:
      guard let value = System.environment(Self.variable) else {
        throw Failure(
          "there is no token; set \(Self.variable), or give --token-file or --token-command")
      }
      text = value
    case .file(let path):
      try Self.checkPrivate(path)
      text = String(decoding: try System.read(path, limit: 1 << 16), as: UTF8.self)
    case .command(let command): text = try Self.output(of: command)
    }
    do {
      return try Token(text)
    } catch {
      throw Failure("\(name): \(error.message)")
    }
  }

  /// What people call the source.
  var name: String {
    switch self {
    case .environment: Self.variable
    case .file(let path): path
    case .command: "--token-command"
    }
  }

  /// Whether reading it again can give another token: nobody can change the environment of a program
  /// that runs.
  var canBeReadAgain: Bool {
    if case .environment = self { false } else { true }
  }

  /// Reads the token once more, after it was refused.
  func readAgain() throws(Failure) -> Token {
    guard canBeReadAgain else {
      throw Failure(
        "\(Self.variable) stays as it was when caledit started; --token-file and --token-command "
          + "can be read again")
    }
    return try read()
  }

  private static func checkPrivate(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure("\(path): \(System.lastError)") }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure("\(path): others can read this token file; run chmod 600 on it")
    }
  }

  /// Runs a command with the shell.
  ///
  /// It may ask on the terminal.
  private static func output(of command: String) throws(Failure) -> String {
    let limit = 1 << 16
    let (ending, output): (ChildProgram.Ending, [UInt8])
    do {
      (ending, output) = try ChildProgram(["/bin/sh", "-c", command]).collect(limit: limit)
    } catch {
      throw Failure("--token-command could not be run: \(error)")
    }
    guard output.count <= limit else {
      throw Failure("--token-command: larger than \(limit) bytes")
    }
    switch ending {
    case .status(0): return String(decoding: output, as: UTF8.self)
    case .status(let status): throw Failure("--token-command failed with status \(status)")
    case .signal(let signal): throw Failure("--token-command was ended by signal \(signal)")
    case .unfinished: throw Failure("--token-command was interrupted")
    }
  }
}
