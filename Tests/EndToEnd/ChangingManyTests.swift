import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Changing many calendars at once in the editor: the real program against a server.
@Suite(.waits, .timeLimit(.minutes(240))) struct ChangingManyTests {
  private let account = Sandbox.accounts(count: 1, calendars: 5)[0]
  private var ids: [String] { account.calendarIDs }

  private func folder(at base: String, _ account: SandboxAccount) throws -> Scratch {
    let folder = try Scratch()
    let token = try folder.write(account.tokens[0], to: "token")
    try folder.configure(
      """
      profile = p0
      [profile p0]
      location = \(account.id)
      base-url = \(base)
      token-file = \(token)

      """)
    return folder
  }

  /// Marks calendars of the list from the first on, and plans another slot duration for them.
  private func plan(_ program: Program, marking count: Int) throws {
    try program.wait(for: "  by name")
    try program.wait(for: "›")
    for _ in 0..<count { program.session.press(.insert) }
    try program.wait(for: "\(count) marked")
    program.session.alt("c")
    try program.wait(for: "What to change in \(count) calendars")
    program.session.type("slotDuration=55 min")
    try program.wait(for: "= Slot duration: 55 min")
    program.session.press(.enter)
    try program.wait(for: "\(count) to change")
  }

  private func duration(_ program: Program, _ id: String) -> JSONValue? {
    program.sandbox?.calendar(id)?[key: "slotDuration"]
  }

  @Test func eachOfSeveralEndsForItsOwnAndTheResultsAreWalkedThrough() throws {
    let sandbox = try Sandbox.startBlocking(accounts: [account])
    defer { sandbox.stopBlocking() }
    let program = try Program(
      [], folder: try folder(at: sandbox.baseURL, account), sandbox: sandbox)
    try plan(program, marking: 5)
    // In the order of the list, by name.
    let names = ids.compactMap { id in sandbox.calendar(id)?[key: "name"]?.text.map { ($0, id) } }
      .sorted { $0.0 < $1.0 }
    let order = names.map(\.1)
    let before = order.map { duration(program, $0) }
    program.session.type(" ")
    try program.wait(for: "4 to change, 1 taken out")
    sandbox.inject(.change(["slotDuration": 70]), call: .load, calendar: order[1])
    sandbox.inject(
      .invalid(["slotDuration must not be greater than 50"]), call: .save, calendar: order[2])
    program.session.control("s")
    try program.wait(for: "Change 4 calendars?")
    #expect(program.puts.isEmpty)
    program.session.type("c")
    try program.wait(for: "2 saved, 1 refused, 1 in conflict")
    // The results begin at the top when the run ends.
    try program.wait(for: "Done, but not all as wanted")
    #expect(duration(program, order[0]) == before[0], "it was taken out")
    #expect(duration(program, order[1]) == 70)
    #expect(duration(program, order[2]) == before[2])
    #expect(duration(program, order[3]) == 55 && duration(program, order[4]) == 55)
    // What is not as wanted comes first.
    let rows = program.session.lines.filter { line in names.contains { line.contains($0.0) } }
    #expect(rows.first?.contains(names[1].0) == true && rows.count == 4)
    #expect(rows.dropFirst().first?.contains(names[2].0) == true)
    program.session.press(.end)
    program.session.press(.enter)
    try program.session.wait("the last calendar", seconds: Program.patience) {
      program.title.contains(names[4].0) && program.title.contains("unchanged")
        && program.session.lines.contains { $0.hasPrefix(" slotDuration ·") }
    }
    program.session.control("p")
    try program.wait(for: "type to narrow")
    program.session.type("History: the saves")
    program.session.press(.enter)
    try program.wait(for: "Saved")
    program.session.press(.escape)
    program.session.alt("t")
    try program.wait(for: "2 saved, 1 refused, 1 in conflict")
    program.session.press(.escape)
    // What is not as wanted stays marked.
    try program.wait(for: "3 marked")
    #expect(!program.session.text.contains(account.tokens[0]))
    try program.quit()
  }

  /// One goes alone until it is seen that nothing was lost: it is finished, and the others are left.
  @Test func aStoppedRunGoesOnInTheEditor() throws {
    let account = Sandbox.accounts(count: 1, calendars: 9)[0]
    let ids = account.calendarIDs
    let sandbox = try Sandbox.startBlocking(accounts: [account])
    defer { sandbox.stopBlocking() }
    let program = try Program(
      [], folder: try folder(at: sandbox.baseURL, account), sandbox: sandbox)
    try plan(program, marking: 9)
    let looks = sandbox.requests.count { $0.call?.kind == .load }
    sandbox.inject(.delay(milliseconds: 8000), call: .load)
    program.session.control("s")
    try program.wait(for: "Change 9 calendars?")
    program.session.type("c")
    try program.wait(for: "under way")
    try program.session.wait("the first look", seconds: Program.patience) {
      sandbox.requests.count { $0.call?.kind == .load } > looks
    }
    program.session.press(.escape)
    try program.wait(for: "Stop the run?")
    program.session.type("s")
    try program.wait(for: "1 saved, 8 not done")
    #expect(program.puts.count == 1)
    try program.wait(for: "8 calendars left: g goes on")
    program.session.type("g")
    try program.wait(for: "9 saved")
    for id in ids { #expect(program.puts.count { $0.target.contains(id) } == 1) }
    program.session.press(.escape)
    try program.wait(forNo: "9 saved")
    try program.quit()
  }

  /// A run that is killed goes on from the command line, and sends nothing twice.
  @Test func aKilledRunIsFinishedByTheCommand() throws {
    let sandbox = try Sandbox.startBlocking(accounts: [account])
    defer { sandbox.stopBlocking() }
    let folder = try folder(at: sandbox.baseURL, account)
    let program = try Program([], folder: folder, sandbox: sandbox)
    try plan(program, marking: 5)
    // Two answers are on their way, and one calendar has not been looked at, when the kill comes.
    for id in ids[2...3] {
      sandbox.inject(.trickle(milliseconds: 2000), call: .save, calendar: id)
    }
    sandbox.inject(.delay(milliseconds: 20_000), call: .load, calendar: ids[4])
    program.session.control("s")
    try program.wait(for: "Change 5 calendars?")
    program.session.type("c")
    try program.session.wait("some saves", seconds: Program.patience) { program.puts.count >= 4 }
    program.session.signal(SIGKILL)
    _ = try program.waitForExit()
    let result = try Shell("caledit set --resume --yes </dev/null", in: folder)
    #expect(result.status == .status(0), "\(result.output)\(result.error)")
    for id in ids {
      #expect(duration(program, id) == 55)
      #expect(program.puts.count { $0.target.contains(id) } == 1, "\(id) is sent once")
    }
  }
}
