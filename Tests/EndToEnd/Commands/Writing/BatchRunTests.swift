import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Runs over many calendars: at the pace of the service, killed and gone on with, two at once, with
/// faults and other people in the middle.
@Suite(.waits, .timeLimit(.minutes(240))) struct BatchRunTests {
  private static let all = "--all-profiles --filter 'not name contains zzz'"

  private func saves(_ place: CommandPlace) -> [String: Int] {
    place.sandbox.requests.reduce(into: [:]) { counts, request in
      if request.call?.kind == .save { counts[request.calendarID ?? "", default: 0] += 1 }
    }
  }

  private func durations(_ place: CommandPlace) -> [Int?] {
    place.accounts.flatMap(\.calendarIDs).map {
      place.sandbox.calendar($0)?[key: "slotDuration"]?.int
    }
  }

  private func isChanged(_ place: CommandPlace, to value: Int) -> Bool {
    durations(place).allSatisfy { $0 == value }
  }

  private func outcomes(_ answer: JSONValue) -> [String: String] {
    (answer[key: "data"]?[key: "results"]?.array ?? []).reduce(into: [:]) { all, result in
      all[result[key: "id"]?.text ?? ""] = result[key: "outcome"]?.text
    }
  }

  /// The service counts its requests one way or the other; neither is ever exceeded.
  @Test(arguments: SandboxOptions.RateLimit.Window.allCases)
  func theRateIsNeverExceeded(_ window: SandboxOptions.RateLimit.Window) throws {
    var options = SandboxOptions()
    options.rateLimit = .init(requests: 25, milliseconds: 5000, window: window)
    let place = try CommandPlace(Sandbox.accounts(count: 3, calendars: 12), options: options)
    let shell = try place.run("caledit set \(Self.all) slotDuration=55min --yes", seconds: 120)
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(isChanged(place, to: 55))
    for account in place.accounts {
      #expect(place.sandbox.rateRefusals(at: account.id) == 0)
    }
    #expect(saves(place).values.allSatisfy { $0 == 1 } && saves(place).count == 36)
  }

  /// Two runs at once share the rate of the sub-account.
  @Test func twoRunsAtOnce() throws {
    var options = SandboxOptions()
    options.rateLimit = .init(requests: 50, milliseconds: 10_000)
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 12), options: options)
    let command = { (field: String) in
      "caledit set \(Self.all) \(field) --yes >\"$TMPDIR/\(field).txt\" 2>&1"
    }
    let shell = try place.run(
      "\(command("slotDuration=55min")) & \(command("slotInterval=20min")); wait $!", seconds: 120)
    let said = try ["slotDuration=55min", "slotInterval=20min"].map {
      try place.folder.read("tmp/\($0).txt")
    }
    #expect(shell.status == .status(0), "\(said)")
    for calendar in place.accounts[0].calendarIDs.compactMap(place.sandbox.calendar) {
      #expect(calendar[key: "slotDuration"] == 55 && calendar[key: "slotInterval"] == 20)
    }
    #expect(place.sandbox.rateRefusals(at: place.accounts[0].id) == 0)
  }

  /// Two runs that change the same list of one calendar take turns: the second one looks when the first
  /// has saved.
  @Test func twoRunsAtOneCalendar() throws {
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 2))
    place.sandbox.replaceSchedules(with: [])
    let id = place.id(0)
    place.sandbox.changeCalendar(
      id,
      [
        "availabilityType": 0,
        "openHours": [
          [
            "daysOfTheWeek": [1],
            "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
          ]
        ],
      ])
    // Both look before the first update is carried out, unless one waits.
    place.sandbox.inject(.delay(milliseconds: 1500), times: 2, call: .save, calendar: id)
    let commands = ["sat", "sun"].map { "caledit set \(id) openHours.\($0)=9-12 --yes >/dev/null" }
    let shell = try place.run(
      "(\(commands[0]); echo \"first $?\") & (\(commands[1]); echo \"second $?\"); wait",
      seconds: 60)
    let days = Set(
      (place.sandbox.calendar(id)?[key: "openHours"]?.array ?? []).flatMap {
        $0[key: "daysOfTheWeek"]?.array?.compactMap(\.int) ?? []
      })
    // Each that says that it is done has done it.
    if shell.output.contains("first 0") { #expect(days.contains(6), "\(shell.output)") }
    if shell.output.contains("second 0") { #expect(days.contains(0), "\(shell.output)") }
    #expect(days.contains(1) && days.count > 1, "\(shell.output) \(shell.error)")
  }

  /// Two requests a second, and never so many that one is too many.
  private static let slow = SandboxOptions.RateLimit(requests: 100, milliseconds: 50_000)

  /// A run that is killed in the middle is gone on with, as often as it takes: each calendar gets its
  /// update once.
  @Test func killedAndResumed() throws {
    let accounts = Sandbox.accounts(count: 2, calendars: 12)
    var options = SandboxOptions()
    // Slow enough to be killed in the middle; more than it needs, so that nothing is refused.
    options.rateLimit = Self.slow
    let place = try CommandPlace(accounts, options: options)
    var arguments = [
      "set", "--all-profiles", "--filter", "not name contains zzz", "slotDuration=55min", "--yes",
    ]
    for killedBehind in [5, 13] {
      let session = try TerminalSession(
        Program.binary, arguments, environment: place.folder.environment)
      try session.wait("updates", seconds: 120) {
        place.sandbox.requests.count { $0.call?.kind == .save } >= killedBehind
      }
      session.signal(SIGKILL)
      #expect(try session.waitForExit() == .signal(SIGKILL))
      arguments = ["set", "--resume", "--all-profiles", "--yes"]
    }
    let runs = try place.json("caledit runs --json")
    let run = runs[key: "data"]?[key: "runs"]?.array?.first
    #expect(run?[key: "calendars"] == 24 && (run?[key: "left"]?.int ?? 0) > 0)
    let shell = try place.run("caledit set --resume --all-profiles --yes", seconds: 180)
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(isChanged(place, to: 55))
    let counts = saves(place)
    #expect(counts.count == 24 && counts.values.allSatisfy { $0 == 1 }, "\(counts)")
    #expect(try place.run("caledit set --resume --yes").status == .status(1), "nothing is left")
  }

  /// Ctrl-C finishes what is under way, and what is left can be done later.
  @Test func interruptedAndResumed() throws {
    var options = SandboxOptions()
    options.rateLimit = Self.slow
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 12), options: options)
    let session = try TerminalSession(
      Program.binary,
      ["set", "--filter", "not name contains zzz", "slotDuration=55min", "--yes"],
      environment: place.folder.environment)
    try session.wait("updates", seconds: Program.patience) { saves(place).count >= 3 }
    session.signal(SIGINT)
    let exit = try session.waitForExit(seconds: Program.patience)
    #expect(exit == .status(6))
    #expect(session.text.contains("not done") && session.text.contains("--resume"))
    let sent = saves(place).count
    #expect(sent < 12 && durations(place).count { $0 == 55 } == sent, "none is in doubt")
    #expect(try place.run("caledit set --resume --yes", seconds: 120).status == .status(0))
    #expect(isChanged(place, to: 55) && saves(place).values.allSatisfy { $0 == 1 })
  }

  /// What goes wrong with one holds no other, and nothing is left in doubt.
  @Test func faultsInTheMiddle() throws {
    let place = try CommandPlace(Sandbox.accounts(count: 2, calendars: 10))
    let ids = place.accounts[0].calendarIDs
    let faults: [(SandboxFault, outcome: String)] = [
      (.closeAfterwards, "saved"), (.cutHead, "saved"), (.proxy(502, carriesOut: true), "saved"),
      (.answer(status: 429, body: "{}", headers: ["Retry-After": "1"]), "saved"),
      (.invalid(["slotDuration must be less"]), "refused"),
      (.storeNothing(), "savedOtherwise"), (.close, "failed"),
      (.answerAfterwards(status: 200, body: "{}"), "saved"),
    ]
    for (id, fault) in zip(ids, faults) { place.sandbox.inject(fault.0, call: .save, calendar: id) }
    place.sandbox.inject(.change(["slotDuration": 90]), call: .load, calendar: ids[8])
    let answer = try place.json(
      "caledit set \(Self.all) slotDuration=55min --yes --json", status: 6, seconds: 180)
    let outcomes = outcomes(answer)
    for (id, fault) in zip(ids, faults) {
      #expect(outcomes[id] == fault.outcome, "\(fault.0)")
      let isThere = place.sandbox.calendar(id)?[key: "slotDuration"] == 55
      #expect(isThere == (fault.outcome == "saved"), "what is said of \(fault.0) is true")
    }
    #expect(outcomes[ids[8]] == "conflict" && outcomes[ids[9]] == "saved")
    for id in place.accounts[1].calendarIDs { #expect(outcomes[id] == "saved") }
  }

  /// Somebody edits half of the calendars between the plan and the run: the same field is a conflict,
  /// another one stays.
  @Test func othersEditHalfOfThem() throws {
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 12))
    let session = try TerminalSession(
      Program.binary, ["set", "--filter", "not name contains zzz", "slotDuration=55min"],
      environment: place.folder.environment, rows: 100, columns: 120)
    try session.wait(for: "Change 12 calendars? [y/N]", seconds: Program.patience)
    let ids = place.accounts[0].calendarIDs
    for id in ids[0..<3] { place.sandbox.changeCalendar(id, ["slotDuration": 90]) }
    for id in ids[3..<6] { place.sandbox.changeCalendar(id, ["description": "theirs"]) }
    session.type("y\n")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(6))
    for (place, id, value) in ids.enumerated().map({ (place, $1, $0 < 3 ? 90 : 55) }) {
      #expect(place.sandbox.calendar(id)?[key: "slotDuration"]?.int == value)
    }
    for id in ids[3..<6] {
      #expect(place.sandbox.calendar(id)?[key: "description"] == "theirs")
    }
    #expect(session.text.contains("9 saved, 3 in conflict."))
  }

  /// Hours that a schedule governs stay out, and the plan says whose it is.
  @Test func governedHours() throws {
    let accounts = Sandbox.demoAccounts()
    let place = try CommandPlace(accounts)
    let plan = try place.json(
      "caledit set \(Self.all) dates='2031-12-24..26 closed' -n --json", status: 6)
    let plans = plan[key: "data"]?[key: "plan"]?.array ?? []
    let governed = plans.filter { $0[key: "leftOut"]?.array?.isEmpty == false }
    #expect(plans.count > 30 && !governed.isEmpty && governed.count < plans.count)
    for one in governed { #expect(one[key: "reason"] == "governed") }
    let id = try #require(governed.first?[key: "id"]?.text)
    let profile = try #require(governed.first?[key: "profile"]?.text)
    let command = "caledit set --profile \(profile) \(id) dates='2031-12-24..26 closed' --yes"
    #expect(try place.run(command).status == .status(3))
    #expect(saves(place).isEmpty)
    #expect(try place.run(command + " --hours-anyway").status == .status(0))
    #expect(saves(place)[id] == 1)
  }
}
