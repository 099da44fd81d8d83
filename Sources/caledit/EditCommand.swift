import ArgumentParser
import CalendarAPI
import CalendarModel
import CalendarTransport
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
      caledit [<calendar-id>] [<options>]
      caledit --file <path> [<options>]
      caledit --demo [<options>]
      caledit drafts [show <draft> | delete <draft> ...]
      caledit sandbox [--port <port>]
      """,
    discussion: """
      The token comes from HIGHLEVEL_TOKEN, from --token-file or from --token-command; it is never \
      an argument. caledit sandbox runs a server that speaks the calendar API, on this machine only.
      """)

  @Argument(help: "The id of the calendar.")
  var calendarID: String?

  @Option(
    help: ArgumentHelp("Edit a file with a calendar instead, offline.", valueName: "path"),
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
      "The path of the update: auto, documented (/free-slots) or resource.", valueName: "route"))
  var route: RouteSetting = .auto

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

  @Flag(help: "Save without looking first whether somebody else changed the calendar or the file.")
  var noCheck = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Give up on an answer after so many seconds.", valueName: "seconds"))
  var timeout: Int = 30

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

  @Flag(help: "Use the mouse; Shift selects text in most terminals.")
  var mouse = false

  func validate() throws {
    let sources = [calendarID != nil && !demo, file != nil, demo].filter { $0 }.count
    if sources == 0 {
      throw ValidationError("Give the id of a calendar, --file calendar.json or --demo.")
    }
    if sources > 1 {
      throw ValidationError("Give one of the id of a calendar, --file and --demo.")
    }
    try validateID()
    if file != nil || demo {
      let unused = [
        ("--base-url", baseURL), ("--token-file", tokenFile), ("--token-command", tokenCommand),
        ("--ca-file", caFile),
      ].first { $0.1 != nil }
      if let unused {
        throw ValidationError("\(unused.0) has no use with \(demo ? "--demo" : "--file").")
      }
    }
    if tokenFile != nil, tokenCommand != nil {
      throw ValidationError("Give --token-file or --token-command, not both.")
    }
    if let file, let output, AtomicFile.areSame(file, output) {
      throw ValidationError(
        "--output names the file that is edited; leave it out to write the calendar back.")
    }
    if logBodies, logFile == nil { throw ValidationError("--log-bodies needs --log-file.") }
    if timeout < 1 { throw ValidationError("--timeout must be at least 1.") }
  }

  private func validateID() throws {
    guard let calendarID else { return }
    let command = Caledit.configuration.subcommands.compactMap { $0.configuration.commandName }
      .first { $0.hasPrefix(calendarID.lowercased()) && !calendarID.isEmpty }
    if let command {
      throw ValidationError("“\(calendarID)” is no calendar id. Did you mean caledit \(command)?")
    }
    let isWord = calendarID.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars.contains($0)
    }
    guard isWord, calendarID.contains(where: { $0 != "." }) else {
      throw ValidationError(
        "“\(calendarID)” is no calendar id; it is the last part of the calendar's address.")
    }
  }

  func run() throws {
    do {
      let status = try edit()
      if status != 0 { throw ExitCode(status) }
    } catch let failure as Failure {
      throw failure.reported
    }
  }

  private func edit() throws -> Int32 {
    if let output, !AtomicFile.canReplace(output) {
      throw Failure("\(output): it is no regular file, and --output needs one.")
    }
    let file = try file.map { path throws(Failure) in try CalendarFile(path: path) }
    let logFile = try logFile.map { path throws(Failure) in try LogFile(path: path) }
    let log = logFile.map { file in Logger(label: "caledit") { _ in FileLogHandler(file) } }
    let connection = try connection(log)
    defer {
      if let problem = logFile?.problem { TerminalOutput.error.line("caledit: \(problem)") }
    }
    let screen = try openScreen()
    defer { screen.leave() }
    screen.sayAfterCrash(
      "caledit has crashed. What its draft holds is offered by the next start; with "
        + "SWIFT_BACKTRACE=enable=yes in the environment it says where it was.")
    let now = System.now
    var model = Model(
      source: source, size: screen.size,
      theme: theme?.theme ?? (screen.hasColor ? .standard : .mono),
      isASCII: ascii || !screen.isUTF8, mouse: mouse, checksBeforeSaving: !noCheck,
      today: now.date, now: now)
    if let file { model.open(file.calendar, duplicateKeys: file.duplicateKeys) }
    if let notice = screen.notice { model.note(notice) }
    var session = try Session(
      screen: screen, model: model, file: file, connection: connection,
      calendarID: calendarID ?? Sandbox.demoCalendarID, draftSource: draftSource)
    let place = draftSource?.place ?? "the sandbox"
    log?.info("caledit \(Caledit.version) begins: \(place)")
    let status = session.run()
    log?.info("caledit ends with status \(status)")
    screen.leave()
    if let farewell = session.farewell { TerminalOutput.error.line("caledit: \(farewell).") }
    return status
  }

  /// What the draft is kept of; nil where nothing is, as in the sandbox, which forgets as well.
  private var draftSource: DraftSource? {
    if let file { return .file(named: file) }
    guard !demo, let calendarID, let base = try? base() else { return nil }
    return .service(base, calendarID: calendarID)
  }

  private func openScreen() throws(Failure) -> CursesScreen {
    do {
      return try CursesScreen(
        .init(
          color: CursesScreen.environmentAllowsColor && theme != .mono, ascii: ascii, mouse: mouse))
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
    if demo { return .demo(calendarID: calendarID ?? Sandbox.demoCalendarID) }
    return .service(calendarID: calendarID ?? "", origin: (try? base())?.host ?? "")
  }

  /// How the service is reached; nil for a file.
  private func connection(_ logger: Logger?) throws(Failure) -> Connection? {
    if file != nil { return nil }
    let log = logger.map { ExchangeLogger(logger: $0, wantsBodies: logBodies) }
    if demo { return Connection(.demo, route: route, log: log) }
    let base = try base()
    if let caFile { _ = try System.read(caFile) }
    let source: TokenSource =
      tokenFile.map(TokenSource.file) ?? tokenCommand.map(TokenSource.command) ?? .environment
    let configuration = TransportConfiguration(
      deadline: Double(timeout), certificateFile: caFile ?? System.environment("SSL_CERT_FILE"),
      proxy: try proxy(for: base))
    return Connection(
      .service(base, try source.read(), configuration), route: route, tokenSource: source,
      routeMemory: routeMemory, log: log)
  }

  /// Which path worked, kept between runs where that is possible.
  private var routeMemory: any RouteMemory {
    let folder = try? StateFolder(making: StateFolder.standardPath(environment: System.environment))
    return folder.map { StoredRouteMemory(in: $0) } ?? InMemoryRouteMemory()
  }

  private func base() throws(Failure) -> BaseURL {
    guard let text = baseURL ?? System.environment("HIGHLEVEL_BASE_URL") else { return .live }
    do {
      return try BaseURL(text)
    } catch .credentials {
      // What may hold a password is not said again.
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
