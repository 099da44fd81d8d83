import ArgumentParser
import CalendarModel
import CalendarWork

/// Sets fields of calendars.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set fields of calendars.",
    usage: "caledit set <calendar> ... <field>=<value> ... [<options>]",
    discussion: """
      A field is named as the editor's search knows it, and a value is written as in its forms:

        slotDuration='45 min'              openHours.mon-fri='9-12, 13-17'
        lookBusy=40%                       openHours.sat=closed
        recurring='weekly, 8 times'        dates='2026-12-24..31 closed'
        name:='"A text as JSON"'           teamMembers['Jonas Berg'].priority=high

      What would be done to each calendar is shown first, and nothing is sent without a yes.
      """)

  @Argument(
    help: ArgumentHelp("Calendars, and what to set.", valueName: "calendar|field=value"),
    completion: .assignments)
  var words: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var write: WriteOptions

  func run() throws {
    try WriteRun.run(Self.verb, choice, write) { [words] () throws(Failure) in
      let changes = words.filter(Self.isChange)
      return (words.filter { !Self.isChange($0) }, try WriteRun.changes(setting: changes))
    }
  }

  /// Whether a word sets something, and names no calendar: there is a `=` in it that is not of a link.
  static func isChange(_ word: String) -> Bool {
    guard let sign = word.firstIndex(of: "=") else { return false }
    return !word[..<sign].contains("://")
  }
}

/// Takes values of fields away.
struct UnsetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset",
    abstract: "Take values of fields of calendars away, and rows out of lists.",
    usage: "caledit unset <calendar> ... <field> ... [<options>]",
    discussion: """
      A word that is the name of a field is one; a calendar of that name is named by its id. \
      Examples: notes, dates.2026-12-24, teamMembers['Jonas Berg'].
      """)

  @Argument(
    help: ArgumentHelp("Calendars, and what to take away.", valueName: "calendar|field"),
    completion: .fields)
  var words: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var write: WriteOptions

  func run() throws {
    try WriteRun.run(Self.verb, choice, write) {
      [words, isResumed = write.resume] () throws(Failure) in
      let fields = words.filter(Self.isField)
      guard !fields.isEmpty else {
        if isResumed { return (words, CalendarChanges()) }
        // The last word was meant to be one; the mistake names the nearest.
        return (words, try WriteRun.changes(unsetting: Array(words.suffix(1))))
      }
      return (words.filter { !Self.isField($0) }, try WriteRun.changes(unsetting: fields))
    }
  }

  private static func isField(_ word: String) -> Bool {
    (try? CalendarChanges(unsetting: [word], today: CalendarFinder.today)) != nil
  }
}

/// Does what a file of changes says.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Apply a file of changes to calendars.",
    discussion: """
      The file has a change on each line, as caledit set and caledit unset take them; caledit diff \
      --patch and the review of the editor write such files. - reads standard input.
      """)

  @Argument(help: ArgumentHelp("The file of changes.", valueName: "patch"), completion: .file())
  var patch: String?

  @Argument(
    help: "Calendars.", completion: .calendars)
  var calendars: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var write: WriteOptions

  func run() throws {
    try WriteRun.run(Self.verb, choice, write) {
      [patch, calendars, isResumed = write.resume] () throws(Failure) in
      guard let patch else {
        if isResumed { return (calendars, CalendarChanges()) }
        throw Failure("no file of changes is named", status: .usage)
      }
      return (calendars, try WriteRun.changes(inFile: patch))
    }
  }
}
