import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// The program under test in a terminal, with the sandbox it talks to and the folder it lives in.
final class Program {
  /// A token that is nowhere else.
  static let token = "pit-5ec4e7e2-e0d0-4a11-9ca1-0badc0ffee11"
  /// A calendar of type service booking with two members, 30 minutes, hours in two ranges.
  static let calendarID = Sandbox.calendarIDs[1]
  static let binary = builtProduct("caledit")

  let folder: Scratch
  let sandbox: Sandbox?
  let session: TerminalSession

  /// Starts the program with arguments as they are.
  init(
    _ arguments: [String], folder: Scratch? = nil, sandbox: Sandbox? = nil,
    environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws {
    self.folder = try folder ?? Scratch()
    self.sandbox = sandbox
    session = try TerminalSession(
      Self.binary, arguments,
      environment: self.folder.environment.merging(environment) { $1 },
      rows: rows, columns: columns)
  }

  deinit { sandbox?.stopBlocking() }

  /// Starts the program on a calendar of a sandbox of its own, without waiting for anything.
  ///
  /// - Parameter checks: whether it looks for changes of others before a save; a fault that is
  ///   injected meets that call then, and not the save.
  /// - Parameter undocumented: the remembered answer to the question whether nested keys that no
  ///   document lists are sent; nil to be asked.
  static func started(
    _ calendarID: String = calendarID, arguments: [String] = [],
    options: SandboxOptions = SandboxOptions(), environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80, checks: Bool = false,
    undocumented: Bool? = false, prepare: (Sandbox) -> Void = { _ in }
  ) throws -> Program {
    let sandbox = try Sandbox.startBlocking(options: options)
    prepare(sandbox)
    let folder = try Scratch()
    if let undocumented { try folder.remember(undocumented, at: sandbox.baseURL) }
    return try Program(
      [calendarID, "--base-url", sandbox.baseURL] + (checks ? [] : ["--no-check"]) + arguments,
      folder: folder, sandbox: sandbox,
      environment: ["HIGHLEVEL_TOKEN": token].merging(environment) { $1 }, rows: rows,
      columns: columns)
  }

  /// Starts the program on a calendar of a sandbox of its own and waits until it is loaded.
  static func opened(
    _ calendarID: String = calendarID, arguments: [String] = [],
    options: SandboxOptions = SandboxOptions(), environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80, checks: Bool = false,
    undocumented: Bool? = false, prepare: (Sandbox) -> Void = { _ in }
  ) throws -> Program {
    let program = try started(
      calendarID, arguments: arguments, options: options, environment: environment, rows: rows,
      columns: columns, checks: checks, undocumented: undocumented, prepare: prepare)
    try program.waitUntilLoaded()
    return program
  }

  /// Waits until the calendar is there, and the lists to choose from have been asked for: a fault
  /// that is injected now meets the next call.
  func waitUntilLoaded() throws {
    try session.wait("calendar", seconds: Self.patience) { title.contains("changed") }
    guard let sandbox else { return }
    try session.wait("look-ups", seconds: Self.patience) {
      let paths = Set(sandbox.requests.map(\.path))
      return paths.isSuperset(of: LookUp.allCases.map(\.path))
        && paths.contains { $0.hasPrefix("/locations/") }
        && paths.contains("/calendars/schedules/search")
    }
    // What they answer has to be taken in: hours are not saved before it is known who governs them.
    session.settle(milliseconds: 30)
  }

  /// How long a busy machine may take for anything, in seconds.
  static let patience = 60.0

  // MARK: what is seen

  var title: String { session.line(0) }

  /// Whether the title says that there are so many changed properties.
  func hasChanges(_ count: Int) -> Bool {
    count == 0 ? title.contains("unchanged") : title.contains("\(count) changed")
  }

  func wait(for text: String) throws { try session.wait(for: text, seconds: Self.patience) }
  func wait(forNo text: String) throws { try session.wait(forNo: text, seconds: Self.patience) }
  func waitForExit() throws -> TerminalSession.Exit {
    try session.waitForExit(seconds: Self.patience)
  }

  /// The form, or the panel over it, in one line as if nothing were wrapped.
  var flatText: String {
    session.lines.map { line in
      let parts = line.split(separator: "│", omittingEmptySubsequences: false)
      let isPanel = parts.count == 3 && parts[0].isEmpty
      return isPanel ? parts[1] : parts[parts.count - 1]
    }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Waits for a sentence that may be wrapped.
  func wait(forSentence sentence: String) throws {
    try session.wait("“\(sentence)”", seconds: Self.patience) { flatText.contains(sentence) }
  }

  // MARK: what is sent

  var puts: [SandboxRequest] { sandbox?.requests.filter { $0.method == "PUT" } ?? [] }
  /// The loads; lists to choose from are asked for in the background.
  var gets: [SandboxRequest] {
    sandbox?.requests.filter {
      $0.method == "GET" && $0.target == "/calendars/\(Self.calendarID)"
    } ?? []
  }

  // MARK: what a user does

  func goTo(_ key: String) throws { try session.goTo(key) }

  /// Opens the form of the first entry of the weekly hours.
  func goToFirstEntryOfTheWeek() throws {
    session.control("f")
    session.type("openHours.daysOfTheWeek")
    session.press(.enter)
    try wait(for: " openHours[0].daysOfTheWeek")
  }

  func press(_ key: TerminalSession.Key, times: Int = 1) {
    for _ in 0..<times { session.press(key) }
  }

  /// Puts away what is on top, and waits until it has gone: a key right after it would be read
  /// with it, as Alt and that key.
  func escape(from text: String) throws {
    session.press(.escape)
    try session.wait("end of “\(text)”", seconds: Self.patience) { !flatText.contains(text) }
  }

  /// Chooses an action of the palette.
  ///
  /// - Parameters:
  ///   - typed: what it is looked for by.
  ///   - title: what the palette calls it.
  func choose(_ typed: String, in title: String) throws {
    session.control("p")
    session.type(typed)
    try wait(for: title)
    session.press(.enter)
  }

  func retype(_ text: String) { session.retype(text) }

  /// Waits until the title says so many changed properties.
  func wait(forChanges count: Int) throws {
    try session.wait("\(count) changes", seconds: Self.patience) { hasChanges(count) }
  }

  /// Opens the review and sends.
  func save() throws {
    session.control("s")
    try wait(for: "Review: ")
    session.control("s")
  }

  /// Saves, and waits until the program says that so many properties are saved.
  func save(properties count: Int) throws {
    try save()
    try wait(for: "Saved: \(Wording.counted(count, "property")).")
  }

  /// Asks for a save though a value is wrong, and waits for the question whether it is meant.
  func saveWithError() throws {
    session.control("s")
    try wait(for: "1 error; Ctrl-S asks first.")
    session.control("s")
    try wait(for: "Save anyway")
    #expect(puts.isEmpty)
  }

  /// Changes the slot duration; with it there are so many changes.
  func changeDuration(to minutes: Int = 45, changes: Int = 1) throws {
    try session.changeDuration(to: minutes)
    try wait(forSentence: "Slot duration \(minutes)")
    try wait(forChanges: changes)
  }

  /// Leaves the program without changes, and looks at what it leaves behind.
  func quit() throws {
    session.control("q")
    #expect(try waitForExit() == .status(0))
    #expect(session.isRestored)
  }

  /// Leaves the program with changes, which are lost.
  func quitLosingChanges() throws {
    session.control("q")
    try wait(for: "Quit and discard the changes")
    session.type("q")
    #expect(try waitForExit() == .status(0))
    #expect(session.isRestored)
  }
}
