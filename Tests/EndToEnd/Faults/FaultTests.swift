import JSON
import Sandbox
import TerminalTesting
import Testing

/// Every fault on a load and on a save, with the look at the service before the save as always:
/// what is said, that the edit is kept, what was sent, and that the token is nowhere.
@Suite(.waits, .timeLimit(.minutes(240))) struct FaultTests {
  @Test(arguments: Fault.statuses)
  func statuses(_ status: Fault.Status) throws { try go(through: status.faults) }

  @Test(arguments: Fault.connections)
  func connections(_ fault: Fault) throws { try go(through: [fault]) }

  @Test(arguments: Fault.answers)
  func answers(_ fault: Fault) throws { try go(through: [fault]) }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirects(_ status: Int) throws {
    let other = try Sandbox.startBlocking()
    defer { other.stopBlocking() }
    let path = "/calendars/\(Program.calendarID)/free-slots"
    try go(through: [.redirect(status, to: path), .redirect(status, to: other.baseURL + path)])
    #expect(other.requests.isEmpty, "nothing goes to the other server, least of all the token")
  }

  private func go(through faults: [Fault]) throws {
    let run = try FaultRun(faults[0])
    try run.loads(faults)
    try run.saves(faults)
    try run.end()
  }
}

/// A program that meets faults, and the calls that it is expected to make.
private final class FaultRun {
  let program: Program
  let sandbox: Sandbox
  /// Method and path of every call about the calendar, the path without that of the calendar.
  var calls: [String] = []

  /// Starts a program whose first call meets a fault.
  init(_ first: Fault) throws {
    let folder = try Scratch()
    sandbox = try Sandbox.startBlocking()
    sandbox.inject(first.make(false), method: "GET", path: "/calendars/\(Program.calendarID)")
    // What is written to the log must hold no token either.
    program = try Program(
      [
        Program.calendarID, "--base-url", sandbox.baseURL, "--log-file", folder.path("log"),
        "--log-bodies",
      ] + first.options, folder: folder, sandbox: sandbox,
      environment: ["HIGHLEVEL_TOKEN": Program.token], rows: 32, columns: 100)
  }

  /// Every call so far is one that was expected: none is repeated by itself.
  private func expect(_ more: [String], _ fault: Fault, sourceLocation: SourceLocation) {
    calls += more
    let root = "/calendars/\(Program.calendarID)"
    let made = sandbox.requests.filter { $0.path.hasPrefix(root) }.map {
      "\($0.method) \($0.target.dropFirst(root.count))"
    }
    #expect(made == calls, "\(fault.name)", sourceLocation: sourceLocation)
  }

  private func wait(for sentences: [String]) throws {
    for sentence in sentences { try program.wait(forSentence: sentence) }
  }

  // MARK: Loading

  func loads(_ faults: [Fault], sourceLocation: SourceLocation = #_sourceLocation) throws {
    for (index, fault) in faults.enumerated() {
      if index > 0 {
        sandbox.inject(fault.make(false), method: "GET", path: "/calendars/\(Program.calendarID)")
        program.session.press(.function(5))
      }
      try wait(for: fault.says)
      expect(["GET "], fault, sourceLocation: sourceLocation)
      if index > 0 {
        try program.escape(from: fault.says[0])
        #expect(program.title.contains("First Consultation"), "what was loaded is there")
      } else {
        program.session.press(.function(5))
        try program.waitUntilLoaded()
        expect(["GET "], fault, sourceLocation: sourceLocation)
      }
    }
    try program.expectNoToken("after loading")
  }

  // MARK: Saving

  private static let notSaved = "nothing has changed at the service."
  private static let saved = "Saved: the answer was lost, but the service has all changes."

  func saves(_ faults: [Fault], sourceLocation: SourceLocation = #_sourceLocation) throws {
    try program.changeDuration()
    for fault in faults { try saveInVain(fault, sourceLocation) }
    let last = faults[faults.count - 1]
    switch last.meaning {
    case .refused:
      // The edit can be saved after all of them.
      try program.save(properties: 1)
      expect(["GET ", "PUT /free-slots"], last, sourceLocation: sourceLocation)
    case .lost: try saveUnheard(last, sourceLocation)
    }
    #expect(program.hasChanges(0))
    #expect(stored == 45)
    let bodies = Set(program.puts.map { String(decoding: $0.body, as: UTF8.self) })
    #expect(bodies == [#"{"slotDuration":45}"#])
  }

  private var stored: JSONValue? { sandbox.calendar(Program.calendarID)?[key: "slotDuration"] }

  /// The save is not carried out.
  private func saveInVain(_ fault: Fault, _ sourceLocation: SourceLocation) throws {
    sandbox.inject(fault.make(false), method: "PUT")
    try program.save()
    if fault.meaning == .lost { try program.wait(for: "Send again?") }
    let says = fault.saysOfSave ?? fault.says
    let title = fault.meaning == .lost ? Self.notSaved : "Not saved. \(says[0])"
    try wait(for: [title] + says)
    expect(
      ["GET ", "PUT /free-slots"] + (fault.meaning == .lost ? ["GET "] : []), fault,
      sourceLocation: sourceLocation)
    #expect(stored == 30)
    if fault.meaning == .lost { try program.escape(from: "Send again?") }
    try program.escape(from: title)
    try program.wait(forSentence: "Slot duration 45")
    #expect(program.hasChanges(1), "the edit is there")
  }

  /// The save is carried out, and its answer is lost.
  private func saveUnheard(_ fault: Fault, _ sourceLocation: SourceLocation) throws {
    sandbox.inject(fault.make(true), method: "PUT")
    try program.save()
    try wait(for: [Self.saved] + (fault.saysOfSave ?? fault.says))
    expect(["GET ", "PUT /free-slots", "GET "], fault, sourceLocation: sourceLocation)
  }

  func end() throws {
    try program.expectNoToken("after saving")
    try program.quit()
    try program.expectNoToken("after the end")
    #expect(try program.folder.read("log").contains(": PUT "), "the log is there to be looked at")
  }
}
