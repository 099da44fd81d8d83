import ArgumentParser
import UserConfiguration

/// The options of a command that say which sub-accounts it looks in, and how they are reached.
struct ReachOptions: ParsableArguments {
  @OptionGroup
  var account: AccountOptions

  @Flag(help: "Look in the sub-accounts of all profiles.")
  var allProfiles = false

  @Flag(help: "Look in the three sub-accounts of the sandbox, started inside the program.")
  var demo = false

  /// The profiles that `--profile` names; empty where it is not given.
  var profileNames: [String] {
    (account.profile ?? "").split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  func validate() throws {
    try account.check()
    let isOfAccount = [
      ("--location", account.location != nil), ("--base-url", account.baseURL != nil),
      ("--token-file", account.tokenFile != nil), ("--token-command", account.tokenCommand != nil),
    ]
    if demo {
      let others =
        [("--profile", account.profile != nil), ("--all-profiles", allProfiles)] + isOfAccount + [
          ("--ca-file", account.caFile != nil), ("--timeout", account.timeout != nil),
        ]
      try refuse(others, "--demo", "the sandbox is inside the program")
    }
    if allProfiles {
      try refuse(
        [("--profile", account.profile != nil)] + isOfAccount, "--all-profiles",
        "each profile says it for itself")
    } else if profileNames.count > 1 {
      try refuse(isOfAccount, "several profiles", "each says it for itself")
    }
    if account.profile != nil, profileNames.isEmpty {
      throw ValidationError("--profile needs the name of a profile.")
    }
  }

  private func refuse(
    _ options: [(name: String, isGiven: Bool)], _ mode: String, _ why: String
  ) throws {
    guard let option = options.first(where: \.isGiven) else { return }
    throw ValidationError("\(option.name) cannot be given with \(mode): \(why).")
  }
}

/// The options of a command that choose calendars besides those that its arguments name.
struct ChoiceOptions: ParsableArguments {
  @OptionGroup
  var reach: ReachOptions

  @Option(
    help: ArgumentHelp(
      "Take the calendars that fit, such as 'type personal, not draft'; of those that are named, "
        + "where some are.", valueName: "text"))
  var filter: String?

  @Option(
    help: ArgumentHelp(
      "Take the calendars that this file names, by id or name, a line each, or as JSON of caledit "
        + "list; - reads standard input.", valueName: "file"),
    completion: .file())
  var from: String?
}
