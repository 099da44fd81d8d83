import ArgumentParser
import CalendarAPI
import CalendarModel
import CalendarTransport
import CalendarWork
import Editor
import Glibc
import Logging
import Sandbox
import State
import Terminal
import TextUI
import UserConfiguration

/// Opens a calendar in the editor.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit the settings of a HighLevel booking calendar.",
    usage: """
      caledit <calendar-id> [<options>]
      caledit --file <path> [<calendar-id>] [<options>]
      caledit --demo [<options>]
      caledit list [--filter <text>] [--profile <names> | --all-profiles]
      caledit show | get | preview | validate | export <calendar> [<options>]
      caledit diff <calendar> <calendar>
      caledit history [<calendar> [<entry>]]
      caledit profiles
      caledit check [--profile <name> | --all]
      caledit config path | check | edit | example | keys
      caledit drafts [show <draft> | delete <draft> ...]
      caledit sandbox [--port <port>]
      caledit completions bash | zsh | fish
      caledit help [<topic>]
      """,
    discussion: """
      The token comes from HIGHLEVEL_TOKEN, from --token-file or from --token-command; it is never \
      an argument. Options that are the same every time can stand in a configuration file, with a \
      profile for each sub-account: caledit config edit begins one. caledit sandbox runs a server that speaks the calendar API, on this machine only.
      """)

  @Argument(
    help: "The id of the calendar, its name or slug, or a link that holds its id.",
    completion: .editable)
  var calendarID: String?

  @Option(
    help: ArgumentHelp(
      "Edit a file with a calendar, offline; - reads standard input and writes standard output.",
      valueName: "path"),
    completion: .file(extensions: ["json"]))
  var file: String?

  @Flag(help: "Edit a calendar of the sandbox, started inside the program.")
  var demo = false

  @Option(
    help: ArgumentHelp("Write the update body to this file instead of saving.", valueName: "path"),
    completion: .file(extensions: ["json"]))
  var output: String?

  @OptionGroup
  var account: AccountOptions

  @Option(
    help: ArgumentHelp(
      "The path of the update: auto (the default), documented (/free-slots) or resource.",
      valueName: "route"))
  var route: RouteSetting?

  @Option(
    help: ArgumentHelp(
      "What an update sends: auto (the default), changed properties, or the whole calendar.",
      valueName: "scope"))
  var update: UpdateSetting?

  @Flag(help: "Save without checking for other people's changes, in the calendar or the file.")
  var noCheck = false

  @Flag(help: "Look at everything, and save nothing.")
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "Add requests and answers to this file, without the token.", valueName: "path"),
    completion: .file())
  var logFile: String?

  @Flag(help: "Log the bodies of requests and answers as well; they hold personal data.")
  var logBodies = false

  @Option(help: ArgumentHelp("The colours: default, contrast or mono.", valueName: "name"))
  var theme: ThemeName?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(
    name: .customLong("utf8"),
    help: "Draw with all characters, even if the locale is not UTF-8.")
  var utf8 = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait after an Esc for the rest of a key (ESCDELAY; default: 100).",
      valueName: "ms"))
  var escDelay: Int?

  @Flag(help: "Use the mouse; Shift selects text in most terminals.")
  var mouse = false

  @Flag(
    name: .customLong("no-boxes"),
    help: "Draw no frames and bars, only text.")
  var noBoxes = false

  @Flag(help: "Read and write plain lines, for screen readers, Braille and scripts (ACCESSIBLE).")
  var line = false

  @Flag(help: "Use the full screen, even if ACCESSIBLE or the configuration asks for lines.")
  var noLine = false

  @Option(help: ArgumentHelp("Hours of 12 or 24 (default: by LC_TIME).", valueName: "hours"))
  var clock: ClockStyle?

  @Option(
    help: ArgumentHelp(
      "The first day of a week: sunday or monday (default: by LC_TIME).", valueName: "day"))
  var weekStarts: WeekStart?

  func validate() throws { try check() }

  func run() throws {
    do {
      let status = try edit()
      if status != 0 { throw ExitCode(status) }
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  private func edit() throws -> Int32 {
    let settings = try settings()
    if settings.logsBodies, settings.logFile == nil, logBodies {
      throw ValidationError("--log-bodies needs --log-file.")
    }
    let file = try openFile()
    try checkOutputs()
    let logFile = try settings.logFile.map { path throws(Failure) in
      try LogFile(path: path, place: settings.logFilePlace)
    }
    let log = logFile.map { file in Logger(label: "caledit") { _ in FileLogHandler(file) } }
    let start = try RunStart(self, settings, file, log)
    sayNotes(settings.notes)
    let result = try readsStandardInput ? StandardInput.giveWayToTerminal() : nil
    defer {
      if let problem = logFile?.problem { TerminalOutput.error.line("caledit: \(problem)") }
    }
    guard let screen = try openScreen(settings) else {
      return try editInLines(settings, start, result, log)
    }
    defer { screen.leave() }
    screen.sayAfterCrash(
      "caledit has crashed. The next start offers to recover the draft. With "
        + "SWIFT_BACKTRACE=enable=yes in the environment it reports where it crashed.")
    let display = Display(
      size: screen.size, theme: settings.theme?.theme ?? (screen.hasColor ? .standard : .mono),
      isASCII: settings.isASCII || !screen.isUTF8, mouse: settings.usesMouse,
      boxes: settings.hasBoxes, keymap: settings.keymap, format: settings.format)
    var session = try Session(
      screen: screen, app: start.app(display, now: WallClock().now), source: start.source,
      links: start.links, escapeDelay: settings.escapeDelay.map(EscapeDelay.milliseconds))
    log?.info("caledit \(Caledit.versionAndCommit) begins: \(start.place)")
    let status = session.run()
    log?.info("caledit ends with status \(status)")
    screen.leave()
    try sayEnd(session.farewell, session.resultText, result)
    return status
  }

  /// Edits without a screen.
  private func editInLines(
    _ settings: EditSettings, _ start: RunStart, _ result: ResultOutput?, _ log: Logger?
  ) throws -> Int32 {
    let display = Display(
      spokenWith: settings.keymap, isASCII: settings.isASCII, format: settings.format,
      canSuspend: isatty(STDIN_FILENO) != 0)
    var session = try LineSession(
      app: start.app(display, now: WallClock().now), source: start.source, links: start.links,
      isASCII: settings.isASCII ? true : settings.isUTF8 ? false : nil)
    log?.info("caledit \(Caledit.version) begins in line mode: \(start.place)")
    let status = session.run()
    log?.info("caledit ends with status \(status)")
    try sayEnd(session.farewell, session.resultText, result)
    return status
  }

  /// Says what became of the work, and hands on what was saved for standard output.
  private func sayEnd(
    _ farewell: String?, _ resultText: String?, _ result: ResultOutput?
  ) throws(Failure) {
    if let farewell { TerminalOutput.error.line("caledit: \(farewell).") }
    if let resultText { try result?.write(resultText) }
  }

  private func openFile() throws(Failure) -> CalendarFile? {
    guard let file else { return nil }
    return readsStandardInput
      ? try CalendarFile(ofStandardInput: id) : try CalendarFile(path: file, choice: id)
  }

  /// - Returns: nil where lines are asked for, or the terminal has nothing but lines.
  private func openScreen(_ settings: EditSettings) throws(Failure) -> CursesScreen? {
    if settings.usesLines { return nil }
    do throws(TerminalError) {
      return try CursesScreen(
        .init(
          color: CursesScreen.environmentAllowsColor && settings.theme != .mono,
          ascii: settings.isASCII, utf8: settings.isUTF8, mouse: settings.usesMouse))
    } catch {
      if error.leavesLines, !noLine {
        TerminalOutput.error.line("caledit: \(error). So it starts in line mode.")
        return nil
      }
      throw Failure(
        "\(error)", status: error == .notATerminal ? ExitStatus.noTerminal : ExitStatus.failure)
    }
  }

  /// Says what is wrong with the configuration before the screen hides it.
  private func sayNotes(_ notes: [String]) {
    let shown = 5
    for note in notes.prefix(shown) { TerminalOutput.error.line("caledit: \(note)") }
    guard notes.count > shown else { return }
    TerminalOutput.error.line(
      "caledit: caledit config check shows \(notes.count - shown) more")
  }
}

extension RouteSetting: ExpressibleByArgument {}
extension UpdateSetting: ExpressibleByArgument {}
extension APIVersion: ExpressibleByArgument {}
extension ClockStyle: ExpressibleByArgument {}
extension WeekStart: ExpressibleByArgument {}

/// The names of the themes on the command line.
enum ThemeName: String, ExpressibleByArgument, CaseIterable {
  case `default`, contrast, mono

  var theme: Theme {
    switch self {
    case .default: .standard
    case .contrast: .highContrast
    case .mono: .mono
    }
  }
}
