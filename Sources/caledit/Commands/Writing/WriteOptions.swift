import ArgumentParser
import CalendarWork

/// The options of a command that changes calendars.
struct WriteOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Do it without asking.")
  var yes = false

  @Flag(name: [.customShort("n"), .long], help: "Show what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Where somebody else has changed the same since the plan, take the planned value.")
  var mine = false

  @Flag(help: "Where somebody else has changed the same since the plan, leave their value.")
  var theirs = false

  @Flag(help: "Send also what breaks a rule.")
  var force = false

  @Flag(help: "Change hours also where a schedule governs them.")
  var hoursAnyway = false

  @Option(
    help: ArgumentHelp(
      "What an update sends: auto (the default), changed properties, also where some were lost so, "
        + "or the whole calendar."))
  var update: UpdateSetting?

  @Flag(help: "Go on with the run of this command that was not finished; see caledit runs.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "The run of --resume, or the one that restore puts back: its number in caledit runs, or its "
        + "id.",
      valueName: "run"))
  var run: String?

  @OptionGroup
  var output: OutputOptions

  func validate() throws {
    if mine, theirs { throw ValidationError("Give --mine or --theirs, not both.") }
    if yes, dryRun { throw ValidationError("Give --yes or --dry-run, not both.") }
    if resume {
      let decided = [
        ("--mine", mine), ("--theirs", theirs), ("--force", force), ("--hours-anyway", hoursAnyway),
      ]
      if let given = decided.first(where: \.1) {
        throw ValidationError("\(given.0) was decided when the run began; leave it out.")
      }
    }
  }

  /// Refuses the name of a run where no run is gone on with.
  func checkRunIsResumed() throws(Failure) {
    if run != nil, !resume { throw Failure("--run names the run of --resume", status: .usage) }
  }

  /// What a run does where something is to be decided.
  var policy: BatchPolicy {
    BatchPolicy(
      conflicts: mine ? .mine : theirs ? .theirs : .stop, force: force, hoursAnyway: hoursAnyway)
  }
}
