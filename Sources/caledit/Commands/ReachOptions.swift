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

  /// The same, for certain profiles.
  ///
  /// - Parameter names: an empty one is what the options say without a profile.
  func inProfiles(_ names: [String]) -> ReachOptions {
    guard !names.allSatisfy(\.isEmpty) else { return self }
    var reach = self
    reach.account.profile = names.joined(separator: ",")
    reach.allProfiles = false
    return reach
  }

  func validate() throws {
    try account.check()
    if demo {
      let others =
        [account.useOfProfile, OptionUse("--all-profiles", allProfiles)] + account.usesForAccount
        + account.usesForConnection
      try others.refuse("cannot be given with --demo", "the sandbox is inside the program")
    }
    if allProfiles {
      try ([account.useOfProfile] + account.usesForAccount)
        .refuse("cannot be given with --all-profiles", "each profile says it for itself")
    } else if profileNames.count > 1 {
      try account.usesForAccount
        .refuse("cannot be given with several profiles", "each says it for itself")
    }
    if account.profile != nil, profileNames.isEmpty {
      throw ValidationError("--profile needs the name of a profile.")
    }
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

  /// The filter of a command that changes calendars.
  ///
  /// - Throws: for one that says nothing, which every calendar fits, and for one with a part that
  ///   does: it may come of a variable that is not set.
  func filterForChanging() throws(Failure) -> String? {
    guard let filter else { return nil }
    let query = try CalendarFinder.query(filter)
    guard !query.isEmpty else {
      throw Failure(
        "--filter has no condition, so it would take every calendar",
        details: [
          "Where that is meant: caledit list --json | caledit VERB --from - ... --yes"
        ], status: .usage)
    }
    guard let gap = query.gaps.first else { return filter }
    throw Failure(
      "--filter is not whole: \(gap)",
      details: ["Words to look for stand in quotes, as in --filter '\"not yet\"'."], status: .usage)
  }

  /// What chooses the calendars, as it is written: words, `--filter` and `--from`.
  func selection(_ words: [String]) -> [String] {
    words + (filter.map { ["--filter", $0] } ?? []) + (from.map { ["--from", $0] } ?? [])
  }
}
