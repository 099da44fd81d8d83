import ArgumentParser
import CalendarAPI
import Terminal

/// The exit statuses: one table for all commands, the manual and the tests.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// All is as wanted; for `diff`, no difference; for `validate`, no error.
  case done = 0
  /// Something failed, or was not found; for `diff`, a difference; for `validate`, an error.
  case failure = 1
  /// For `diff` and `validate`, that nobody can say it; for the editor, that there is no terminal.
  case trouble = 2
  /// The service or the rules refuse it.
  case refused = 3
  /// Somebody else has changed the same.
  case conflict = 4
  /// It has to be confirmed, and nobody was there to ask.
  case needsYes = 5
  /// Some of many were not done.
  case partly = 6
  /// The arguments are wrong.
  case usage = 64
  /// What was to be read cannot be read.
  case unreadable = 65
  /// The service gave no answer that can be used.
  case unreachable = 69
  /// What was to be written on standard output was not.
  case output = 74
  /// There is no token, or it does not open this.
  case token = 77

  /// Standard input or output is not a terminal.
  static let noTerminal = ExitStatus.trouble

  /// As the parser takes it.
  var code: ExitCode { ExitCode(rawValue) }

  /// What it says, for the manual.
  var meaning: String {
    switch self {
    case .done: "done; diff: no difference; validate: no errors"
    case .failure: "something failed; diff: there are differences; validate: there are errors"
    case .trouble: "diff and validate: it could not be found out; edit: there is no terminal"
    case .refused: "the service or the rules refuse it"
    case .conflict: "somebody else has changed the same"
    case .needsYes: "it has to be confirmed: a terminal or --yes is needed"
    case .partly: "some of many were not done"
    case .usage: "the arguments are wrong"
    case .unreadable: "a file or standard input cannot be read"
    case .unreachable: "the service cannot be reached"
    case .output: "standard output did not take all of the answer, as on a full disk"
    case .token: "the token is missing or does not open this"
    }
  }

  /// What ends the program from outside: the number of the signal, and what it says for the manual.
  ///
  /// The status is that of shells, ``status(ofSignal:)``.
  static let signals: [(number: Int32, meaning: String)] = [
    (1, "the terminal or the connection went away (SIGHUP)"),
    (2, "it was interrupted (SIGINT); in line mode by the second Ctrl-C"),
    (15, "it was asked to end (SIGTERM)"),
  ]

  /// The status of a program that a signal has ended, as shells count it.
  static func status(ofSignal number: Int32) -> Int32 { 128 + number }

  /// The status for a call that failed.
  init(_ kind: ServiceError.Kind) {
    self =
      switch kind {
      case .unauthorized, .forbidden, .missingScope, .otherAccount, .agencyToken: .token
      case .transport, .server, .rateLimited, .redirected: .unreachable
      case .badRequest, .invalid, .versionRefused, .noSuchRoute, .unexpected, .foreignCalendar:
        .refused
      case .notFound, .otherCalendar, .unreadable: .failure
      case .unusableID: .usage
      }
  }
}

/// A reason to stop, to be written on standard error.
struct Failure: Error {
  let message: String
  /// Lines that follow the message, such as the choices that there are.
  let details: [String]
  let status: ExitStatus

  init(_ message: String, details: [String] = [], status: ExitStatus = .failure) {
    self.message = message
    self.details = details
    self.status = status
  }

  /// A call that failed.
  ///
  /// - Parameter what: what it was about, such as the name of a calendar.
  init(_ error: ServiceError, of what: String) {
    let said = error.messages.map { "  \($0.text)" }
    self.init(
      "\(what): \(error.title)", details: said + ["  \(error.advice)"],
      status: ExitStatus(error.kind))
  }

  /// The same with another status.
  func with(_ status: ExitStatus) -> Failure { Failure(message, details: details, status: status) }

  /// The same with what it is about before the message.
  func said(of place: String) -> Failure {
    Failure(place + message, details: details, status: status)
  }

  /// Writes the message on standard error.
  ///
  /// - Returns: the status to exit with.
  func report() -> ExitCode {
    TerminalOutput.error.line("caledit: \(message)")
    for line in details { TerminalOutput.error.line(line) }
    return status.code
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
