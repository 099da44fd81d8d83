import CalendarAPI
import Glibc
import Terminal
import UserConfiguration

/// Where the token comes from.
///
/// It is never an argument.
enum TokenSource: Sendable {
  case environment
  /// - Parameter place: what stands before messages about it, ``NamedFile/place(_:of:)``.
  case file(String, place: String = "")
  /// - Parameter name: what people call it.
  case command(String, name: String)
  /// There is none that may be used, and why.
  case missing(why: String)

  static let variable = "HIGHLEVEL_TOKEN"

  /// Where the token of a profile comes from.
  init(of profile: Profile) {
    switch profile.token {
    case .environment: self = .environment
    case .file(let path): self = .file(path, place: NamedFile.place(.tokenFile, of: profile))
    case .command(let command):
      let setting = Setting.of(.tokenCommand)
      switch profile[.tokenCommand]?.origin {
      case .profile(let name, _)?:
        self = .command(command, name: "\(setting.name.rawValue) of the profile \(name)")
      case .general?: self = .command(command, name: setting.name.rawValue)
      default: self = .command(command, name: setting.option)
      }
    case .none(let refusal):
      self = .missing(why: refusal.message(environment: Self.variable))
    }
  }

  /// Whether a text is a token, or looks like one.
  static func isToken(_ text: String) -> Bool {
    ["pit-", "eyj"].contains { text.lowercased().hasPrefix($0) }
      || text == System.environment(variable)
  }

  /// What is said where a token stands among the arguments.
  static let noArgument =
    "That looks like a token. A token is never an argument: set \(variable), or give --token-file "
    + "or --token-command."

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
    case .file(let path, let place):
      do throws(Failure) {
        try Self.checkPrivate(path)
        text = String(decoding: try System.read(path, limit: 1 << 16), as: UTF8.self)
      } catch {
        throw error.said(of: place)
      }
    case .command(let command, let name): text = try Self.output(of: command, name)
    case .missing(let why): throw Failure(why)
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
    case .file(let path, _): path
    case .command(_, let name): name
    case .missing: "no token"
    }
  }

  /// Where it comes from, for lists: a command as it is written, unless it holds what looks like a
  /// token.
  var place: String {
    switch self {
    case .environment, .file: name
    case .command(let command, let name): SecretWords.looksSecret(command) ? name : command
    case .missing: "nowhere"
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
        "caledit reads \(Self.variable) only at its start; it can read --token-file and "
          + "--token-command again")
    }
    return try read()
  }

  /// Stops where others can read the file, or it is not there.
  static func checkPrivate(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure("\(path): \(System.lastError)") }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure("\(path): others can read this token file; run chmod 600 on it")
    }
  }

  /// Runs a command with the shell.
  ///
  /// It may ask on the terminal.
  private static func output(
    of command: String, _ name: String
  ) throws(Failure) -> String {
    let limit = 1 << 16
    let notice = WaitNotice("Waiting for the token command.")
    defer { notice.end() }
    let (ending, output): (ChildProgram.Ending, [UInt8])
    do {
      (ending, output) = try ChildProgram(["/bin/sh", "-c", command]).collect(limit: limit)
    } catch {
      throw Failure("\(name) could not be run: \(error)")
    }
    guard output.count <= limit else {
      throw Failure("\(name): larger than \(limit) bytes")
    }
    switch ending {
    case .status(0): return String(decoding: output, as: UTF8.self)
    case .status(let status): throw Failure("\(name) failed with status \(status)")
    case .signal(let signal): throw Failure("\(name) was ended by signal \(signal)")
    case .unfinished: throw Failure("\(name) was interrupted")
    }
  }
}
