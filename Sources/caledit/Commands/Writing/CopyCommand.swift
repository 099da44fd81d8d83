import ArgumentParser
import CalendarAPI
import CalendarModel
import CalendarWork

/// Copies settings of one calendar to others.
struct CopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Copy settings of one calendar to others.",
    usage: "caledit copy <calendar> --to <calendar> ... [--only <what>,...] [<options>]",
    discussion: """
      Without --only everything goes but what belongs to one calendar alone: its name, slugs, group, \
      team, addresses and notifications. Members are matched by their user, and dates one by one with \
      the ids of the target.
      """)

  @Argument(
    help: "The calendar, or file, to copy from.",
    completion: .calendars)
  var source: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The calendars to copy to.", valueName: "calendar"),
    completion: .calendars)
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "Copy these fields and sections only, such as openHours,slots.", valueName: "what"))
  var only: String?

  @Option(help: ArgumentHelp("Copy these fields and sections as well.", valueName: "what"))
  var also: String?

  @Flag(help: "Delete the dates that the source does not have.")
  var replaceDates = false

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var write: WriteOptions

  func validate() throws {
    if only != nil, also != nil { throw ValidationError("Give --only or --also, not both.") }
  }

  func run() throws {
    try CommandRun(Self.verb, write.output).run(in: choice.reach) { [self] finder throws(Failure) in
      try write.checkRunIsResumed()
      let words = [source].compactMap { $0 } + (to.isEmpty ? [] : ["--to"] + to)
      let run = WriteRun(
        name: Self.verb, options: write, troubles: finder.troubles,
        selection: choice.selection(words))
      if write.resume { return try await run.resume(choice.reach) }
      guard let source else { throw Failure("no calendar to copy from is named", status: .usage) }
      let choices = try choices()
      let sources = try await finder.find([source])
      guard let from = sources.first, sources.count == 1 else {
        throw Failure("“\(source)” means several calendars; one is copied from", status: .usage)
      }
      let loaded: LoadedCalendar
      do throws(ServiceError) {
        loaded = try await from.load()
      } catch {
        throw Failure(error, of: from.title)
      }
      let targets = try await finder.find(
        to, filter: choice.filterForChanging(), from: choice.from
      )
      .filter { $0.identity != from.identity }
      guard !targets.isEmpty else {
        throw Failure("there is no other calendar to copy to", status: .usage)
      }
      return try await run.run(.copy(from: loaded.calendar, choices), on: targets, finder)
    }
  }

  /// What is copied.
  private func choices() throws(Failure) -> CopyChoices {
    var choices = only == nil ? CopyChoices.usual : CopyChoices([])
    for word in (only ?? also ?? "").split(separator: ",") {
      do throws(CalendarChanges.Mistake) {
        try choices.choose(named: String(word))
      } catch {
        throw Failure(error.message, status: .usage)
      }
    }
    if replaceDates { choices.dates = .replace }
    return choices
  }
}
