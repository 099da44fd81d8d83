import ArgumentParser
import JSON
import Terminal
import UserConfiguration

/// Asks the service what works with a profile.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask the service what works with a profile, and say what to do about the rest.",
    usage: "caledit check [<options>]",
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
    try ([account.useOfProfile] + account.usesForAccount)
      .refuse("cannot be given with --all", "it is for one profile")
  }

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    // People see what is found while the rest is asked for.
    let isTold = !output.isForPrograms
    let width = OutputPlace.style.width
    try CommandRun(Self.verb, output).run { [account, all] _ throws(Failure) in
      let sources = ConfigurationLoader.sources(options: account.given)
      try sources.checkFile()
      let profiles = all ? sources.profiles : [try sources.profileOrFailure()]
      if profiles.isEmpty {
        throw Failure("there are no profiles in \(sources.file.path)")
      }
      let maker = ConnectionMaker()
      var report = CommandReport()
      var values: [JSONValue] = []
      for profile in profiles {
        let name = profile.name ?? "Without a profile"
        if isTold {
          TerminalOutput.standard.line(name + (profile.isReadOnly ? " (read-only)" : ""))
        }
        let findings = await Self.findings(of: profile, maker)
        if isTold {
          for line in findings.flatMap({ $0.lines(width: width) }) {
            TerminalOutput.standard.line(line)
          }
        }
        if !findings.allSatisfy(\.isWell) { report.status = .failure }
        values.append(Self.json(profile, findings))
      }
      report.list(values, "profiles", each: "profile")
      return report
    }
  }

  /// What is found out about a profile.
  private static func findings(
    of profile: Profile, _ maker: ConnectionMaker
  ) async -> [AccountCheck.Finding] {
    var what = "settings"
    do throws(Failure) {
      let connection = try maker.connection(to: profile)
      what = "token"
      try connection.readToken()
      return await AccountCheck(connection: connection, profile: profile).findings()
    } catch {
      return [AccountCheck.Finding(what, .failed(error.message, advice: error.details))]
    }
  }

  private static func json(_ profile: Profile, _ findings: [AccountCheck.Finding]) -> JSONValue {
    .object(
      JSONObject(known: [
        ("name", profile.name.map(JSONValue.text) ?? .null),
        ("isReadOnly", .bool(profile.isReadOnly)),
        ("isWell", .bool(findings.allSatisfy(\.isWell))),
        ("findings", .array(findings.map(\.json))),
      ]))
  }
}

extension AccountCheck.Finding {
  /// As programs read it.
  fileprivate var json: JSONValue {
    let (state, text, advice): (String, String, [String]) =
      switch outcome {
      case .works(let text): ("ok", text, [])
      case .failed(let text, let advice): ("failed", text, advice)
      case .notAsked(let text): ("notAsked", text, [])
      }
    return .object(
      JSONObject(known: [
        ("what", .text(what)), ("state", .text(state)), ("text", .text(text)),
        ("advice", .array(advice.map(JSONValue.text))),
      ]))
  }
}
