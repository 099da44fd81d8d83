import ArgumentParser
import CalendarAPI
import Terminal
import UserConfiguration

/// Lists the profiles of the configuration.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the profiles of the configuration.",
    discussion: """
      A star is in front of the one in use. Behind the name are the sub-account, the service, and \
      where the token comes from.
      """)

  @Option(
    help: ArgumentHelp(
      "Use this profile of the configuration (CALEDIT_PROFILE).", valueName: "name"))
  var profile: String?

  func run() throws {
    var given: [SettingName: String] = [:]
    given[.profile] = profile
    let sources = ConfigurationLoader.sources(options: given)
    let profiles = sources.profiles
    if profiles.isEmpty {
      say("There are no profiles in \(sources.file.path); caledit config edit adds some.")
    }
    for line in Self.lines(profiles) { say(line) }
    // A line that is wrong may be one of a profile.
    for problem in sources.file.problems {
      TerminalOutput.error.line("caledit: \(problem.message)")
    }
    try Failure.reporting { () throws(Failure) in _ = try sources.profileOrFailure() }
  }

  /// A line for each profile, in columns.
  static func lines(_ profiles: [Profile]) -> [String] {
    let rows = profiles.map { profile in
      [
        profile.isInUse ? "*" : " ", profile.name ?? "", profile.location ?? "no location",
        profile.host, "token: \(TokenSource(of: profile).place)",
        profile.isReadOnly ? "read-only" : "",
      ]
    }
    let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (text, width) in zip(row, widths) where width > 0 {
        line += text + String(repeating: " ", count: width - text.count + (width > 1 ? 2 : 1))
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension Profile {
  /// The service, for people: its host and, where it is another than the usual one, its port.
  var host: String {
    guard let base = try? BaseURL(baseURL) else { return "no service" }
    return base.port == base.scheme.defaultPort ? base.host : "\(base.host):\(base.port)"
  }
}
