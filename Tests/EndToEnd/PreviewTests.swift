import JSON
import Sandbox
import TerminalTesting
import Testing

/// What saving would change for bookers, seen before it is saved.
@Suite(.waits, .timeLimit(.minutes(240))) struct PreviewTests {
  /// Open Monday to Thursday 8:30–12:00 and 13:00–17:00, a start every 30 minutes; 2 days of notice,
  /// 4 weeks ahead.
  private static let monday = "10:00–12:00, 13:00–18:00"

  /// Types other hours for Monday, and opens the preview of a Monday that can be booked as a whole.
  private func edited(_ options: SandboxOptions = SandboxOptions()) throws -> Program {
    // Where no zone is asked for, the sandbox answers in that of the sub-account.
    var options = options
    options.timezone = "UTC"
    let program = try Program.opened(options: options, environment: ["TZ": "UTC"])
    _ = try program.strokes("Down Down Down Enter \"10-12,13-18\" Alt-P Right")
    try program.wait(for: "Preview 20")
    return program
  }

  private func slotRequests(_ program: Program) -> [SandboxRequest] {
    let path = "/calendars/\(Program.calendarID)/free-slots"
    return program.sandbox?.requests.filter { $0.method == "GET" && $0.path == path } ?? []
  }

  @Test func gainedAndLostAgainstWhatTheServiceOffers() throws {
    let program = try edited()
    try program.wait(for: "Now: what the service offers, asked at ")
    try program.wait(for: "times at +00:00.")
    // Now 8:30 to 16:30; look busy hides 30 % of 14.
    try program.wait(forSentence: "\(Self.monday) 15 14 +2 -3 4")
    try program.wait(forSentence: "15 offered now, 14 after saving: 2 gained, 3 lost.")
    for start in ["-08:30", "-09:30", " 10:00", "+17:00", "+17:30", "+ gained  - lost"] {
      try program.wait(for: start)
    }
    #expect(!program.session.text.contains("Not offered now"))
    #expect(!program.session.text.contains("Offered now (?)"))
    let requests = slotRequests(program)
    #expect(requests.count == 2, "this week and the next one")
    #expect(requests.allSatisfy { $0.header("Version") == "2021-04-15" })
    #expect(requests.allSatisfy { $0.target.contains("?startDate=") && $0.body.isEmpty })

    // What is saved is what is offered, and it is asked for anew.
    program.press(.escape)
    try program.wait(forNo: "Preview 20")
    try program.save(properties: 1)
    _ = try program.strokes("Alt-P Right")
    try program.wait(forSentence: "\(Self.monday) 14 14 4")
    try program.wait(forSentence: "14 starts offered; saving changes nothing here.")
    try program.session.wait("asked anew", seconds: Program.patience) {
      slotRequests(program).count == 4
    }

    // The hours of the day are one key away.
    _ = try program.strokes("Enter")
    try program.wait(forNo: "Preview 20")
    try program.wait(for: "openHours · Monday")
    try program.quit()
  }

  @Test func aTokenThatMayNotAskSeesTheSettingsAsLoaded() throws {
    var options = SandboxOptions()
    options.lookups = .forbidden
    let program = try edited(options)
    try program.wait(
      forSentence: "Now: by the settings as loaded; the service did not say what it offers: ")
    try program.wait(for: "(403). f asks again.")
    try program.wait(forSentence: "\(Self.monday) 15 14 +2 -3 4")
    #expect(slotRequests(program).count == 1, "it is not asked for every week")
    program.session.type("f")
    try program.session.wait("the second request", seconds: Program.patience) {
      slotRequests(program).count == 2
    }
    program.press(.escape)
    try program.wait(forNo: "Preview 20")
    try program.quitLosingChanges()
  }
}
