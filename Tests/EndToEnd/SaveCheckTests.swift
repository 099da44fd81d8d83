import JSON
import Sandbox
import TerminalTesting
import Testing

/// Somebody else's change between loading and saving.
@Suite(.waits, .timeLimit(.minutes(240))) struct SaveCheckTests {
  private func changed(_ key: JSONPath, to value: JSONValue) throws -> Program {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    let sandbox = try #require(program.sandbox)
    var calendar = try #require(sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: key) { $0 = value }
    sandbox.replaceCalendar(Program.calendarID, with: calendar)
    try program.save()
    return program
  }

  private func stored(_ program: Program, _ key: JSONPath) -> JSONValue? {
    program.sandbox?.calendar(Program.calendarID)?[key]
  }

  @Test func elsewhereItIsTakenOverAndReported() throws {
    let program = try changed("eventTitle", to: "Theirs")
    try program.wait(for: "Saved: 1 property.")
    try program.wait(forSentence: "Changed by somebody else meanwhile")
    #expect(program.gets.count == 2)
    #expect(program.puts.map { $0.json } == [["slotDuration": 45]])
    #expect(stored(program, "eventTitle") == "Theirs")
    #expect(stored(program, "slotDuration") == 45)
    try program.quit()
  }

  @Test(arguments: [true, false])
  func theSameIsAsked(isMine: Bool) throws {
    let program = try changed("slotDuration", to: 60)
    for text in ["loaded  30", "theirs  60", "mine    45"] { try program.wait(for: text) }
    #expect(program.puts.isEmpty)
    program.session.type(isMine ? "m" : "t")
    program.session.control("s")
    if isMine {
      try program.wait(for: "Saved: 1 property.")
    } else {
      try program.wait(forSentence: "There is nothing left to save")
    }
    #expect(stored(program, "slotDuration") == (isMine ? 45 : 60))
    #expect(program.puts.count == (isMine ? 1 : 0))
    #expect(program.hasChanges(0))
    try program.quit()
  }

  @Test func aLookThatFailsSendsNothingByItself() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(.answer(status: 503, body: #"{"message":"Down"}"#))
    try program.save()
    try program.wait(for: "Save without checking?")
    #expect(program.puts.isEmpty)
    program.session.type("r")
    try program.wait(for: "Saved: 1 property.")
    #expect(program.puts.count == 1)
    try program.quit()
  }

  /// The path that worked is known in the next run.
  @Test func theRouteIsRemembered() throws {
    let sandbox = try Sandbox.startBlocking(options: SandboxOptions(routes: .resourceOnly))
    defer { sandbox.stopBlocking() }
    let folder = try Scratch()
    for (minutes, puts) in [(45, 2), (50, 3)] {
      let program = try Program(
        [Program.calendarID, "--base-url", sandbox.baseURL, "--no-check"], folder: folder,
        environment: ["HIGHLEVEL_TOKEN": Program.token])
      try program.session.wait("calendar", seconds: Program.patience) {
        program.title.contains("changed")
      }
      try program.changeDuration(to: minutes)
      try program.save(properties: 1)
      #expect(sandbox.requests.filter { $0.method == "PUT" }.count == puts)
      try program.quit()
    }
  }
}
