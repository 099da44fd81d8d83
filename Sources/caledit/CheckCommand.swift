import ArgumentParser
import Dispatch
import Synchronization
import Terminal
import UserConfiguration

/// Asks the service what works with a profile.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask the service what works with a profile, and say what to do about the rest.",
    discussion: """
      Nothing is changed. The exit status is 0 where all is well and 1 where something is not; then \
      the editor works all the same where calendars can be read.
      """)

  @OptionGroup
  var account: AccountOptions

  @Flag(help: "Check all profiles of the configuration.")
  var all = false

  func validate() throws {
    try account.check()
    guard all else { return }
    // Each of them is about one sub-account.
    for (name, isGiven) in [
      ("--profile", account.profile != nil), ("--location", account.location != nil),
      ("--base-url", account.baseURL != nil), ("--token-file", account.tokenFile != nil),
      ("--token-command", account.tokenCommand != nil),
    ] where isGiven {
      throw ValidationError("\(name) cannot be given with --all: it is for one profile.")
    }
  }

  func run() throws {
    var isWell = true
    try Failure.reporting { () throws(Failure) in
      let sources = ConfigurationLoader.sources(options: account.given)
      let profiles = all ? sources.profiles : [try sources.profileOrFailure()]
      if profiles.isEmpty {
        throw Failure("there are no profiles in \(sources.file.path)")
      }
      let maker = ConnectionMaker()
      for profile in profiles where !check(profile, maker) { isWell = false }
    }
    if !isWell { throw ExitStatus.failure.code }
  }

  /// Checks a profile and writes what it finds.
  ///
  /// - Returns: whether all is well.
  private func check(_ profile: Profile, _ maker: ConnectionMaker) -> Bool {
    say((profile.name ?? "Without a profile") + (profile.isReadOnly ? " (read-only)" : ""))
    let findings: [AccountCheck.Finding]
    var what = "settings"
    do throws(Failure) {
      let connection = try maker.connection(to: profile)
      what = "token"
      try connection.readToken()
      let check = AccountCheck(connection: connection, profile: profile)
      findings = Self.waiting { await check.findings() }
    } catch {
      findings = [AccountCheck.Finding(what, .failed(error.message, advice: error.details))]
    }
    for finding in findings {
      for line in finding.lines { say(line) }
    }
    return findings.allSatisfy(\.isWell)
  }

  /// Waits on this thread for what is done on others.
  private static func waiting<Value: Sendable>(
    for body: @escaping @Sendable () async -> [Value]
  ) -> [Value] {
    let done = DispatchSemaphore(value: 0)
    let found = Found<Value>()
    Task.detached {
      let values = await body()
      found.values.withLock { $0 = values }
      done.signal()
    }
    done.wait()
    return found.values.withLock { $0 }
  }

  private final class Found<Value: Sendable>: Sendable {
    let values = Mutex<[Value]>([])
  }
}
