import ArgumentParser
import Glibc
import JSON
import Sandbox
import State
import Terminal

/// Runs the sandbox on its own, for scripts and other clients.
struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Run a server that speaks the calendar API, on this machine only.")

  @Option(help: "The port; 0 chooses a free one.")
  var port: Int = 8080

  @OptionGroup(title: "The sub-accounts that it has")
  var accounts: SandboxAccountChoice

  @OptionGroup(title: "Behaviour that differs between accounts")
  var behaviour: SandboxBehaviour

  @Option(
    help: ArgumentHelp(
      "Add a line of JSON for each request to this file: when, method, path, sub-account, calendar, "
        + "and whether it was refused because there were too many.", valueName: "path"),
    completion: .file())
  var requestLog: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port must be 0 to 65535.")
    }
  }

  func run() throws {
    do {
      var options = behaviour.options
      if let requestLog { options.onRequest = try Self.log(requestLog) }
      let sandbox = try Sandbox.startBlocking(
        port: port, accounts: accounts.chosen(options), options: options)
      let output = TerminalOutput.standard
      output.line("The sandbox listens on \(sandbox.baseURL); Ctrl-C ends it.")
      for line in Self.lines(about: sandbox.accounts) { output.line(line) }
      while true { pause() }
    } catch {
      throw Failure(
        "the sandbox cannot listen on port \(port): is another program there? Try --port 0 "
          + "(\(error))"
      ).report()
    }
  }

  /// What adds a line to a file for each request.
  private static func log(
    _ path: String
  ) throws -> @Sendable (SandboxRequest, Bool) -> Void {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure("\(path): \(System.lastError)").report() }
    let start = ContinuousClock.now
    return { request, isRefused in
      let line = JSONValue.object(
        JSONObject(known: [
          (
            "seconds", JSONNumber("\(start.duration(to: .now) / .seconds(1))").map(JSONValue.number)
          ),
          ("method", .text(request.method)), ("path", .text(request.path)),
          ("location", request.locationID.map(JSONValue.text)),
          ("calendar", request.calendarID.map(JSONValue.text)),
          ("isRefused", .bool(isRefused)),
        ]))
      _ = FileBytes.writeAll(line.printed() + "\n", to: file)
    }
  }

  /// What the sandbox has: its sub-accounts with their tokens, and the calendars where they are few.
  private static func lines(about accounts: [SandboxAccount]) -> [String] {
    let isOpen = accounts.allSatisfy { $0.tokens.isEmpty }
    let isShort = accounts.reduce(0) { $0 + $1.calendars.count } <= 60
    let isSingle = accounts.count == 1 && isOpen && isShort
    let start = isOpen ? "Any token works." : "A token opens its own sub-account only."
    return ["\(start) \(isSingle ? "Calendars" : "Sub-accounts"):"]
      + accounts.flatMap { account in
        (isSingle ? [] : [line(about: account)])
          + (isShort ? account.calendars.map { line(aboutCalendar: $0) } : [])
      }
  }

  private static func line(about account: SandboxAccount) -> String {
    let parts =
      [account.id] + account.tokens + [account.name, account.timezone].compactMap { $0 }
    return parts.joined(separator: "  ") + "  \(account.calendars.count) calendars"
  }

  private static func line(aboutCalendar calendar: JSONValue) -> String {
    let parts = ["id", "calendarType", "name"].map { calendar[key: $0]?.text ?? "" }
    return "  " + parts.joined(separator: "  ")
  }
}
