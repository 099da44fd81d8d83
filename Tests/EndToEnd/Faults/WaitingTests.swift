import Sandbox
import TerminalTesting
import Testing

/// 429: it is waited for as long as the service says, in sight, and Esc ends it.
@Suite(.waits, .timeLimit(.minutes(240))) struct WaitingTests {
  private static func tooMany(_ headers: [String: String]) -> SandboxFault {
    .answer(
      status: 429, body: #"{"message":"Too many requests of \#(Fault.token)"}"#, headers: headers)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let headers: [String: String]
    var testDescription: String { name }
  }

  /// The sandbox adds headers of a limit of 100 in 10 seconds; those of the answer come first.
  static let cases = [
    Case(name: "seconds", headers: ["Retry-After": "6"]),
    Case(
      name: "a date",
      headers: [
        "Retry-After": "Wed, 21 Oct 2026 07:28:06 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT",
      ]),
    Case(name: "rate limit", headers: ["X-RateLimit-Interval-Milliseconds": "5500"]),
  ]

  private static func secondsLeft(_ program: Program) -> Int? {
    program.session.text.firstMatch(of: /(\d+) s left/).flatMap { Int($0.1) }
  }

  @Test(arguments: cases)
  func itIsWaitedForWithACountdown(_ limit: Case) throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(Self.tooMany(limit.headers), method: "PUT")
    let start = ContinuousClock.now
    try program.save()
    try program.wait(forSentence: "Waiting, as the service asked")
    var first = 0
    try program.session.wait("a countdown", seconds: Program.patience) {
      first = Self.secondsLeft(program) ?? 0
      return first > 0
    }
    #expect(first <= 6)
    #expect(program.puts.count == 1)
    try program.session.wait("a second less", seconds: Program.patience) {
      Self.secondsLeft(program).map { $0 < first } ?? false
    }
    try program.wait(for: "Saved: 1 property")
    #expect(ContinuousClock.now - start > .seconds(5.3))
    #expect(program.puts.count == 2)
    #expect(program.gets.count == 2, "the load and one look")
    try program.expectNoToken("after waiting")
    try program.quit()
  }

  @Test func escEndsTheWait() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(Self.tooMany(["Retry-After": "100"]), method: "PUT")
    try program.save()
    try program.wait(for: "s left")
    program.session.press(.escape)
    try program.wait(forSentence: "Nothing was saved")
    #expect(program.hasChanges(1))
    #expect(program.puts.count == 1)
    try program.save(properties: 1)
    #expect(program.puts.count == 2)
    try program.quit()
  }

  /// The look for what became of a save may have to wait as well; to end that leaves it open.
  @Test func escWhileItIsInDoubt() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(
      .delay(milliseconds: 0), method: "GET", path: "/calendars/\(Program.calendarID)")
    program.sandbox?.inject(
      Self.tooMany(["Retry-After": "100"]), method: "GET", path: "/calendars/\(Program.calendarID)")
    program.sandbox?.inject(.closeAfterwards, method: "PUT")
    try program.save()
    try program.wait(for: "s left")
    program.session.press(.escape)
    try program.wait(forSentence: "It is not known whether it was saved.")
    #expect(program.hasChanges(1))
    // The next save looks first, and finds it there.
    try program.save()
    try program.wait(forSentence: "There is nothing left to save: the service has it already.")
    #expect(program.puts.count == 1)
    try program.quit()
  }

  @Test(arguments: [
    ["Retry-After": "3600"], ["X-RateLimit-Daily-Remaining": "0"],
  ])
  func tooLongAWaitIsLeftToTheUser(_ headers: [String: String]) throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(Self.tooMany(headers), method: "PUT")
    try program.save()
    try program.wait(forSentence: "Too many requests (429)")
    try program.wait(
      forSentence: headers["Retry-After"] == nil ? "Today's requests are used up" : "Wait 3600 s")
    #expect(program.puts.count == 1)
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }

  /// After a few waits the program gives up.
  @Test func itDoesNotGoOnForEver() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(Self.tooMany(["Retry-After": "0"]), times: 9, method: "PUT")
    try program.save()
    try program.wait(forSentence: "Too many requests (429)")
    #expect(program.puts.count == 4)
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }
}
