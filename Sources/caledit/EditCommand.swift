import ArgumentParser
import CalendarAPI
import CalendarModel
import CalendarTransport
import CalendarWork
import Editor
import Logging
import Sandbox
import State
import Terminal
import TextUI

/// Opens a calendar in the editor.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit the settings of a HighLevel booking calendar.",
    usage: """
      caledit <calendar-id> [<options>]
      caledit --file <path> [<calendar-id>] [<options>]
      caledit --demo [<options>]
      caledit drafts [show <draft> | delete <draft> ...]
      caledit sandbox [--port <port>]
      """,
    discussion: """
      The token comes from HIGHLEVEL_TOKEN, from --token-file or from --token-command; it is never \
      an argument. caledit sandbox runs a server that speaks the calendar API, on this machine only.
      """)

  @Argument(help: "The id of the calendar, or a link that holds it.")
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

  @Option(
    help: ArgumentHelp(
      "The service (HIGHLEVEL_BASE_URL; by default the vendor's).", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The path of the update: auto (the default), documented (/free-slots) or resource.",
      valueName: "route"))
  var route: RouteSetting?

  @Option(
    help: ArgumentHelp(
      "What an update names: auto (the default), changed properties, or the whole calendar.",
      valueName: "scope"))
  var update: UpdateSetting?

  @Option(
    help: ArgumentHelp(
      "The version of the API: 2021-04-15 (the default) or v3 (HIGHLEVEL_API_VERSION).",
      valueName: "version"))
  var apiVersion: APIVersion?

  @Option(
    help: ArgumentHelp("Read the token from this file.", valueName: "path"), completion: .file())
  var tokenFile: String?

  @Option(help: ArgumentHelp("Read the token from what this command prints.", valueName: "command"))
  var tokenCommand: String?

  @Option(
    help: ArgumentHelp(
      "Trust the certificates in this file as well (SSL_CERT_FILE).", valueName: "path"),
    completion: .file())
  var caFile: String?

  @Flag(help: "Save without checking for changes of other people, in the calendar or the file.")
  var noCheck = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Give up on an answer after so many seconds (default: \(defaultTimeout)).",
      valueName: "seconds"))
  var timeout: Int?

  static let defaultTimeout = 30

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
    help: "Draw with all characters, also where the locale does not say that the terminal can.")
  var utf8 = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long an Esc may be the beginning of another key (ESCDELAY; default: 100).",
      valueName: "ms"))
  var escDelay: Int?

  @Flag(help: "Use the mouse; Shift selects text in most terminals.")
  var mouse = false

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
    let file = try openFile()
    try checkOutputs()
    let logFile = try logFile.map { path throws(Failure) in try LogFile(path: path) }
    let log = logFile.map { file in Logger(label: "caledit") { _ in FileLogHandler(file) } }
    let connection = try connection(log)
    let result = try readsStandardInput ? StandardInput.giveWayToTerminal() : nil
    defer {
      if let problem = logFile?.problem { TerminalOutput.error.line("caledit: \(problem)") }
    }
    let screen = try openScreen()
    defer { screen.leave() }
    screen.sayAfterCrash(
      "caledit has crashed. The next start offers what its draft holds. With "
        + "SWIFT_BACKTRACE=enable=yes in the environment it reports where it crashed.")
    let clock = WallClock()
    let now = clock.now
    let display = Display(
      size: screen.size, theme: theme?.theme ?? (screen.hasColor ? .standard : .mono),
      isASCII: ascii || !screen.isUTF8, mouse: mouse)
    var calendar = CalendarEditor(
      source: source, display: display, checksBeforeSaving: !noCheck && !readsStandardInput,
      updates: update ?? .auto, version: connection?.apiVersion ?? .dated, today: now.date,
      now: now)
    if let file { calendar.open(file.calendar, duplicateKeys: file.duplicateKeys) }
    if let source = connection?.tokenSource, !source.canBeReadAgain {
      calendar.tokenOrigin = .fixed(name: source.name)
    }
    let draftSource = draftSource(of: file)
    var session = try Session(
      screen: screen, calendar: calendar,
      outside: CalendarSource(
        file: file, connection: connection, calendarID: id ?? Sandbox.demoCalendarID,
        draft: draftSource),
      clock: clock, escapeDelay: escDelay.map(EscapeDelay.milliseconds))
    log?.info("caledit \(Caledit.version) begins: \(draftSource?.place ?? place)")
    let status = session.run()
    log?.info("caledit ends with status \(status)")
    screen.leave()
    if let farewell = session.farewell { TerminalOutput.error.line("caledit: \(farewell).") }
    if let text = session.resultText { try result?.write(text) }
    return status
  }

  /// What the log calls a source that has no draft.
  private var place: String { demo ? "the sandbox" : CalendarFile.name(of: file ?? "") }

  private func openFile() throws(Failure) -> CalendarFile? {
    guard let file else { return nil }
    return readsStandardInput
      ? try CalendarFile(ofStandardInput: id) : try CalendarFile(path: file, choice: id)
  }

  /// What the draft is kept of; nil for the sandbox, which forgets as well, and for standard input,
  /// which nobody can open a second time.
  private func draftSource(of calendar: CalendarFile?) -> DraftSource? {
    if readsStandardInput { return nil }
    if let file { return .file(named: file, entry: calendar?.entryName) }
    guard !demo, let id, let base = try? base() else { return nil }
    return .service(base, calendarID: id)
  }

  private func openScreen() throws(Failure) -> CursesScreen {
    do {
      return try CursesScreen(
        .init(
          color: CursesScreen.environmentAllowsColor && theme != .mono, ascii: ascii, utf8: utf8,
          mouse: mouse))
    } catch {
      throw Failure(
        "\(error)", status: error == .notATerminal ? ExitStatus.noTerminal : ExitStatus.failure)
    }
  }

  private var source: Source {
    let replaces = output.map { AtomicFile.isThere($0) } ?? false
    return Source(sourceKind, output: output, replacesOutput: replaces)
  }

  private var sourceKind: Source.Kind {
    if let file { return .file(path: file) }
    if demo { return .demo(calendarID: id ?? Sandbox.demoCalendarID) }
    return .service(calendarID: id ?? "", origin: (try? base())?.host ?? "")
  }

  /// How the service is reached; nil for a file.
  private func connection(_ logger: Logger?) throws(Failure) -> Connection? {
    if file != nil { return nil }
    let log = logger.map { ExchangeLogger(logger: $0, wantsBodies: logBodies) }
    let route = route ?? .auto
    if demo {
      return Connection(.demo, route: route, apiVersion: apiVersion ?? .dated, log: log)
    }
    let base = try base()
    let version = try version()
    if let caFile { _ = try System.read(caFile) }
    let source: TokenSource =
      tokenFile.map(TokenSource.file) ?? tokenCommand.map(TokenSource.command) ?? .environment
    let configuration = TransportConfiguration(
      deadline: Double(timeout ?? Self.defaultTimeout),
      certificateFile: caFile ?? System.environment("SSL_CERT_FILE"),
      proxy: try proxy(for: base))
    let folder = stateFolder
    // Between runs it is remembered which path of the update worked.
    let memory: any RouteMemory =
      folder.map { StoredRouteMemory(in: $0) } ?? InMemoryRouteMemory()
    return Connection(
      .service(base, try source.read(), configuration), route: route, apiVersion: version,
      tokenSource: source, routeMemory: memory, habits: StoredHabits(in: folder), log: log)
  }

  private var stateFolder: StateFolder? {
    try? StateFolder(making: StateFolder.standardPath(environment: System.environment))
  }

  /// The version of the calendar calls, by the option or else by the environment.
  private func version() throws(Failure) -> APIVersion {
    let variable = "HIGHLEVEL_API_VERSION"
    guard apiVersion == nil, let text = System.environment(variable) else {
      return apiVersion ?? .dated
    }
    guard let version = APIVersion(rawValue: text) else {
      let choices = APIVersion.allCases.map(\.rawValue).joined(separator: " or ")
      throw Failure("\(variable): “\(text)” is no version of the API; it must be \(choices)")
    }
    if version == .v3, route == .documented {
      throw Failure("\(variable): \(Self.documentedRouteOfV3)")
    }
    return version
  }

  private func base() throws(Failure) -> BaseURL {
    guard let text = baseURL ?? System.environment("HIGHLEVEL_BASE_URL") else { return .live }
    do {
      return try BaseURL(text)
    } catch .credentials {
      // The address may hold a password, so the message does not repeat it.
      throw Failure(BaseURL.Problem.credentials.message)
    } catch {
      throw Failure("\(text): \(error.message)")
    }
  }

  private func proxy(for base: BaseURL) throws(Failure) -> ProxySetting? {
    var environment: [String: String] = [:]
    for name in ["HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"] {
      environment[name] = System.environment(name)
    }
    do {
      return try ProxySetting(environment: environment, for: base)
    } catch {
      throw Failure("HTTPS_PROXY: \(error.message)")
    }
  }
}

extension RouteSetting: ExpressibleByArgument {}
extension UpdateSetting: ExpressibleByArgument {}
extension APIVersion: ExpressibleByArgument {}

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
