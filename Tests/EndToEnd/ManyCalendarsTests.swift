import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Many calendars of several sub-accounts: the real program against a server that checks tokens.
@Suite(.waits, .timeLimit(.minutes(240))) struct ManyCalendarsTests {
  /// A folder with a profile for each of some sub-accounts, each with a token of its own.
  private func folder(
    _ accounts: [SandboxAccount], at base: String, isReadOnly: Bool = false
  ) throws -> Scratch {
    let folder = try Scratch()
    var text = "profile = p0\nbase-url = \(base)\n"
    for (number, account) in accounts.enumerated() {
      let token = try folder.write(account.tokens[0], to: "token\(number)")
      text += "[profile p\(number)]\nlocation = \(account.id)\nbase-url = \(base)\n"
      text += "token-file = \(token)\n\(isReadOnly ? "read-only = yes\n" : "")"
    }
    try folder.configure(text)
    return folder
  }

  private func start(
    _ accounts: [SandboxAccount], _ arguments: [String] = [], isReadOnly: Bool = false,
    prepare: (Sandbox) -> Void = { _ in }
  ) throws -> Program {
    let sandbox = try Sandbox.startBlocking(accounts: accounts)
    prepare(sandbox)
    let folder = try folder(accounts, at: sandbox.baseURL, isReadOnly: isReadOnly)
    let program = try Program(arguments, folder: folder, sandbox: sandbox)
    try program.wait(for: "by name")
    try program.wait(for: "›")
    return program
  }

  /// Opens the selected calendar and changes its slot duration.
  private func open(_ program: Program) throws {
    program.session.press(.enter)
    try program.session.wait("calendar", seconds: Program.patience) {
      program.title.contains("unchanged")
    }
    try program.changeDuration(to: 55)
  }

  /// Changes the slot duration in the next calendar of the list.
  private func changeNext(_ program: Program, number: Int, of count: Int) throws {
    program.session.alt("x")
    try program.session.wait("calendar \(number)", seconds: Program.patience) {
      program.title.contains("\(number)/\(number)") && program.title.contains("unchanged")
        && program.session.lines.contains { $0.hasPrefix(" slotDuration ·") }
    }
    program.session.type("55")
    try program.wait(forChanges: 1)
  }

  // MARK: Tokens

  @Test func eachTokenIsSeenWithItsOwnSubAccountOnly() throws {
    let accounts = Sandbox.accounts(count: 2, calendars: 4)
    let program = try start(accounts)
    let sandbox = try #require(program.sandbox)
    try open(program)
    try program.save(properties: 1)
    program.session.press(.function(2))
    try program.wait(for: "by name")
    program.session.press(.function(2))
    try program.wait(for: "Sub-accounts")
    program.session.type("p1")
    program.session.press(.enter)
    try program.wait(for: accounts[1].name)
    try program.session.wait("the second list", seconds: Program.patience) {
      sandbox.requests.contains { $0.call?.kind == .list && $0.locationID == accounts[1].id }
    }
    try program.wait(for: "4  by name")
    try open(program)
    try program.save(properties: 1)
    #expect(sandbox.misdirectedRequests.isEmpty)
    for account in accounts {
      let own = sandbox.requests.filter { $0.locationID == account.id }
      #expect(own.contains { $0.call?.kind == .save })
      #expect(Set(own.compactMap(\.token)) == [account.tokens[0]])
    }
    #expect(Set(sandbox.requests.compactMap(\.token)) == Set(accounts.map { $0.tokens[0] }))
    for account in accounts {
      #expect(!program.session.text.contains(account.tokens[0]))
    }
    try program.quit()
  }

  @Test func aCalendarOfTheOtherSubAccountIsRefusedWithBothNames() throws {
    let accounts = Sandbox.accounts(count: 2, calendars: 2)
    let program = try start(accounts) { sandbox in
      for id in accounts[0].calendarIDs {
        guard var calendar = sandbox.calendar(id) else { continue }
        _ = calendar.update(at: "locationId") { $0 = .text(accounts[1].id) }
        sandbox.replaceCalendar(id, with: calendar)
      }
    }
    program.session.press(.enter)
    try program.wait(for: "The calendar is in")
    #expect(program.flatText.contains("p1"))
    #expect(program.flatText.contains(accounts[0].id))
    #expect(program.puts.isEmpty)
  }

  @Test func nothingIsSentByAReadOnlyProfile() throws {
    let program = try start(Sandbox.accounts(count: 1, calendars: 2), isReadOnly: true)
    try open(program)
    #expect(program.title.contains("read-only"))
    try program.save()
    try program.wait(for: "Read-only")
    #expect(program.puts.isEmpty)
    program.session.press(.escape)
    try program.wait(forNo: "Review: ")
    try program.quitLosingChanges()
  }

  // MARK: By name

  @Test func aCalendarIsOpenedByItsName() throws {
    let accounts = Sandbox.demoAccounts()
    let sandbox = try Sandbox.startBlocking(accounts: accounts)
    let folder = try folder(accounts, at: sandbox.baseURL)
    let program = try Program(["beard trim"], folder: folder, sandbox: sandbox)
    try program.session.wait("calendar", seconds: Program.patience) {
      program.title.contains("Beard Trim") && program.title.contains("unchanged")
    }
    try program.quit()
  }

  @Test func atTheFirstStartItSaysWhatIsNeeded() throws {
    let folder = try Scratch()
    let program = try Program([], folder: folder)
    try program.wait(for: "Private Integrations")
    #expect(program.session.text.contains("calendars.write"))
    program.session.type("d")
    try program.wait(for: "by name")
    try program.wait(for: "Lumen Studio")
    program.session.control("q")
    #expect(try program.waitForExit() == .status(0))
    #expect(!FileManager.default.fileExists(atPath: folder.path("home/config")))
  }

  // MARK: Many at once

  @Test func twentyAreRecoveredAfterAKill() throws {
    let accounts = Sandbox.accounts(count: 1, calendars: 20)
    let sandbox = try Sandbox.startBlocking(accounts: accounts)
    defer { sandbox.stopBlocking() }
    let folder = try folder(accounts, at: sandbox.baseURL)
    let first = try Program([], folder: folder)
    try first.wait(for: "20  by name")
    try open(first)
    for number in 2...20 { try changeNext(first, number: number, of: 20) }
    try first.session.wait("twenty drafts", seconds: Program.patience) {
      folder.draftNames.count { $0.hasSuffix(".json") } == 20
    }
    first.session.signal(SIGKILL)
    _ = try first.waitForExit()

    let second = try Program([], folder: folder)
    try second.wait(for: "20  by name")
    second.session.press(.enter)
    for number in 1...20 {
      try second.session.wait("draft \(number)", seconds: Program.patience) {
        second.session.text.contains("There is a draft")
          && (number == 1 || second.title.contains("\(number)/\(number)"))
      }
      second.session.type("r")
      try second.wait(forChanges: 1)
      if number < 20 { second.session.alt("x") }
    }
    second.session.control("q")
    try second.wait(for: "20 calendars are not saved")
    second.session.type("q")
    #expect(try second.waitForExit() == .status(0))
  }

  /// One conflict, one refused value, one refused token and one lost answer among ten saves.
  @Test func eachOfTenSavesIsReportedForItsOwn() throws {
    let accounts = Sandbox.accounts(count: 1, calendars: 10)
    let program = try start(accounts)
    let sandbox = try #require(program.sandbox)
    try open(program)
    for number in 2...10 { try changeNext(program, number: number, of: 10) }
    let order = sandbox.requests.filter { $0.call?.kind == .load }.compactMap(\.calendarID)
    #expect(Set(order).count == 10)
    sandbox.inject(.change(["slotDuration": 70]), call: .load, calendar: order[2])
    sandbox.inject(
      .invalid(["slotDuration must not be greater than 50"]), call: .save, calendar: order[4])
    sandbox.inject(.invalidToken, call: .save, calendar: order[6])
    sandbox.inject(.closeAfterwards, call: .save, calendar: order[8])
    program.session.alt("s")
    var turns = 0
    while !program.session.text.contains("What became of the calendars"), turns < 80 {
      turns += 1
      program.session.settle()
      let text = program.flatText
      if text.contains("is not saved; its changes are kept") {
        program.session.type("n")
      } else if text.contains("Review: update of") && text.contains("to save") {
        program.session.control("s")
      } else if ["Keep editing", "theirs  "].contains(where: program.session.text.contains) {
        program.session.press(.escape)
      }
      program.session.settle()
    }
    let loaded = accounts[0].calendars.reduce(into: [String: JSONValue]()) { known, calendar in
      known[calendar[key: "id"]?.text ?? ""] = calendar[key: "slotDuration"]
    }
    let stored = order.map { sandbox.calendar($0)?[key: "slotDuration"] }
    for number in 0..<10 {
      let expected: JSONValue? =
        switch number {
        case 2: 70
        case 4, 6: loaded[order[number]]
        default: 55
        }
      #expect(stored[number] == expected, "\(number)")
    }
    let lines = program.session.lines.filter { $0.contains(": ") && !$0.contains("became") }
    #expect(lines.count { $0.contains("✓") } >= 6)
    #expect(lines.count { $0.contains("✗") } >= 3)
    #expect(!program.session.text.contains(accounts[0].tokens[0]))
  }

  @Test func twoThousandAreListedWithOneRequestAndFiltered() throws {
    let program = try start(Sandbox.accounts(count: 1, calendars: 2000))
    try program.wait(for: "2000  by name")
    let sandbox = try #require(program.sandbox)
    #expect(sandbox.requests.filter { $0.call?.kind == .list }.count == 1)
    program.session.type("look busy on")
    try program.wait(for: "of 2000")
    program.session.press(.end)
    try program.quit()
  }
}
