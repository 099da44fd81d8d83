import ArgumentParser
import CalendarModel
import CommandOutput
import JSON

/// Shows calendars at a glance.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show calendars at a glance: what they are, when they are open, what is wrong.",
    discussion: CalendarWord.help)

  @Argument(help: "The calendars.", completion: .calendars)
  var calendars: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output).run(in: choice.reach) { [self] finder throws(Failure) in
      let found = try await finder.findSome(calendars, choice)
      let format =
        found.contains { $0.account != nil } ? await finder.format() : LocalFormat.standard
      let overviews = await found.each(finder.troubles) { calendar throws(Failure) in
        CalendarOverview(
          calendar, try await calendar.documentOrFailure(with: .all, format: format))
      }
      var report = CommandReport()
      for (place, overview) in overviews.enumerated() {
        if place > 0 { report.printout.add("") }
        report.printout += overview.printout
      }
      report.list(overviews.map(\.json), "calendars", each: "calendar")
      return report
    }
  }
}

extension CalendarWord {
  /// How a calendar is named, for the help of commands.
  static let help = """
    A calendar is named by its id, its name, its slug or a link that holds one of them; @GROUP names \
    all calendars of a group; a path of a file names the calendar in it, and - the one on standard \
    input. --filter chooses by conditions, and --from by a list.
    """

  /// How the calendar is named of a command that takes one.
  static let helpForOne = """
    A calendar is named by its id, its name, its slug or a link that holds one of them; a path of a \
    file names the calendar in it, and - the one on standard input.
    """
}
