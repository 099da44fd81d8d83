import CalendarAPI
import Glibc

/// Where the token comes from; never an argument.
enum TokenSource: Sendable {
  case environment
  case file(String)
  case command(String)

  static let variable = "HIGHLEVEL_TOKEN"

  /// Reads the token.
  ///
  /// - Throws: a ``Failure`` that names the source and never the token.
  func read() throws(Failure) -> Token {
    let (text, name): (String, String)
    switch self {
    case .environment:
      guard let value = System.environment(Self.variable) else {
        throw Failure(
          "there is no token; set \(Self.variable), or give --token-file or --token-command")
      }
      (text, name) = (value, Self.variable)
    case .file(let path):
      try Self.checkPrivate(path)
      (text, name) = (String(decoding: try System.read(path, limit: 1 << 16), as: UTF8.self), path)
    case .command(let command):
      (text, name) = (try Self.output(of: command), "--token-command")
    }
    do {
      return try Token(text)
    } catch {
      throw Failure("\(name): \(error.message)")
    }
  }

  private static func checkPrivate(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure("\(path): \(System.lastError)") }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure("\(path): others can read this token file; run chmod 600 on it")
    }
  }

  /// Runs a command with the shell; it may ask on the terminal, which is still the user's.
  private static func output(of command: String) throws(Failure) -> String {
    guard let stream = popen(command, "r") else {
      throw Failure("--token-command could not be run: \(System.lastError)")
    }
    let bytes = try System.read(fileno(stream), name: "--token-command", limit: 1 << 16)
    let status = pclose(stream)
    guard status == 0 else {
      throw Failure("--token-command failed with status \((status >> 8) & 0xFF)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
