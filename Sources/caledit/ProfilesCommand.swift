import ArgumentParser
import CalendarAPI
import CommandOutput
import JSON
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
      "Use this profile of the configuration (CALEDIT_PROFILE).", valueName: "name"),
    completion: .profiles)
  var profile: String?

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output).run { [profile] troubles throws(Failure) in
      var given: [SettingName: String] = [:]
      given[.profile] = profile
      let sources = ConfigurationLoader.sources(options: given)
      var report = CommandReport()
      if sources.profiles.isEmpty {
        report.printout.add(
          StyledText(
            "There are no profiles in \(sources.file.path); caledit config edit adds some."))
      } else {
        report.printout.add(Self.table(sources.profiles))
      }
      report.list(sources.profiles.map(Self.json), "profiles", each: "profile")
      report.done = 0
      // A line that is wrong may be one of a profile.
      for problem in sources.file.problems where problem.concern != .everything {
        troubles.remark(problem.message)
      }
      do throws(Failure) {
        _ = try sources.profileOrFailure()
      } catch {
        troubles.note(error)
      }
      return report
    }
  }

  /// A row for each profile.
  static func table(_ profiles: [Profile]) -> TextTable {
    var table = TextTable([
      .init(""), .init("", least: 8), .init("", least: 20), .init("", least: 12),
      .init("", least: 12), .init(""),
    ])
    for profile in profiles {
      table.add([
        StyledText(profile.isInUse ? "*" : "", .good), StyledText(profile.name ?? ""),
        StyledText(profile.location ?? "no location"), StyledText(profile.host),
        StyledText("token: \(TokenSource(of: profile).place)", .dim),
        StyledText(profile.isReadOnly ? "read-only" : "", .warn),
      ])
    }
    return table
  }

  private static func json(_ profile: Profile) -> JSONValue {
    .object(
      JSONObject(known: [
        ("name", .text(profile.name ?? "")), ("isInUse", .bool(profile.isInUse)),
        ("location", profile.location.map(JSONValue.text) ?? .null),
        ("service", .text(profile.host)), ("token", .text(TokenSource(of: profile).place)),
        ("isReadOnly", .bool(profile.isReadOnly)),
      ]))
  }
}

extension Profile {
  /// The service, for people: its host and, where it is another than the usual one, its port.
  var host: String {
    guard let base = try? BaseURL(baseURL) else { return "no service" }
    return base.port == base.scheme.defaultPort ? base.host : "\(base.host):\(base.port)"
  }
}
