import NetworkTesting
import Sandbox
import TerminalTesting
import Testing

/// A save that fails: what is said, and that the edit is there until it succeeds.
@Suite(.waits, .timeLimit(.minutes(240))) struct ErrorAnswerTests {
  struct Failing: Sendable, CustomTestStringConvertible {
    let name: String
    let fault: SandboxFault
    /// Sentences that say what happened and what to do.
    let says: [String]
    var testDescription: String { name }
  }

  private static func json(_ status: Int, _ message: String) -> SandboxFault {
    .answer(status: status, body: #"{"statusCode":\#(status),"message":\#(message)}"#)
  }

  static let failing: [Failing] = [
    Failing(
      name: "400", fault: json(400, #""The calendar is busy.""#),
      says: ["The service refused the request (400)", "The calendar is busy."]),
    Failing(
      name: "401", fault: json(401, #""Invalid JWT""#),
      says: [
        "The service did not accept the token (401)", "Invalid JWT",
        "The token is wrong or has expired.",
      ]),
    Failing(
      name: "403", fault: json(403, #""Forbidden resource""#),
      says: ["The token may not do this (403)", "calendars.write to save"]),
    Failing(
      name: "404", fault: json(404, #""Calendar not found""#),
      says: ["The service did not find it (404)", "Calendar not found", "Check the id"]),
    Failing(
      name: "503", fault: json(503, #""Down for maintenance""#),
      says: [notSaved, "The service failed (503)", "Down for maintenance"]),
    Failing(
      name: "HTML",
      fault: .answer(
        status: 502, body: "<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>",
        headers: ["Content-Type": "text/html"]),
      says: [notSaved, "The service failed (502)", "The answer was a web page"]),
    Failing(
      name: "closed", fault: .close,
      says: [notSaved, "The connection closed before the answer was complete"]),
    Failing(
      name: "no HTTP", fault: .raw("SSH-2.0-OpenSSH_9.2\r\n"),
      says: ["The connection failed: the answer is not HTTP"]),
  ]

  /// What is found out when the answer is lost and the service has nothing of the save.
  private static let notSaved = "nothing has changed at the service."

  @Test(arguments: failing)
  func theEditOutlives(_ failing: Failing) throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.sandbox?.inject(failing.fault)
    try program.save()
    for sentence in failing.says { try program.wait(forSentence: sentence) }
    // Some ask what to do; Esc leaves that for later.
    for question in ["Send again?", "The token was refused"]
    where program.session.text.contains(question) {
      program.session.press(.escape)
      try program.wait(forNo: question)
    }
    try program.wait(forSentence: "Slot duration 45")
    #expect(program.hasChanges(1))
    #expect(program.puts.count == 1)
    if case .answer(_, let body, _) = failing.fault {
      try program.wait(forSentence: "F4 or Alt-V shows the answer.")
      program.session.alt("v")
      try program.wait(for: "Answer of the service")
      try program.wait(forSentence: String(body.prefix(60)))
      program.session.press(.escape)
      try program.wait(forNo: "Answer of the service")
    }
    try expectSavedAtLast(program, puts: 2)
  }

  @Test func aRefusedConnection() throws {
    let held = try HeldPort()
    held.release()
    let sandbox = try Sandbox.startBlocking(port: held.port)
    let program = try Program(
      [Program.calendarID, "--base-url", sandbox.baseURL, "--no-check"], sandbox: sandbox,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.waitUntilLoaded()
    try program.changeDuration()
    sandbox.stopBlocking()
    // Nobody listens there now.
    try held.hold()
    try program.save()
    try program.wait(forSentence: "The connection was refused")
    try program.wait(forSentence: "Check the base URL and its port")
    #expect(program.hasChanges(1))
    held.release()
    let again = try Sandbox.startBlocking(port: held.port)
    defer { again.stopBlocking() }
    try program.save(properties: 1)
    #expect(program.puts.isEmpty)
    #expect(again.requests.map(\.method) == ["PUT"])
    #expect(again.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
  }

  @Test func noAnswerInTime() throws {
    let program = try Program.opened(arguments: ["--timeout", "5"])
    try program.changeDuration()
    program.sandbox?.inject(.delay(milliseconds: 60_000))
    try program.save()
    try program.wait(forSentence: Self.notSaved)
    try program.wait(forSentence: "No answer within 5 seconds")
    #expect(program.puts.count == 1)
    program.session.press(.escape)
    try program.wait(forNo: "Send again?")
    try expectSavedAtLast(program, puts: 2)
  }

  /// The service has taken it, and the answer is lost: it is found out, and not sent again.
  @Test(arguments: [SandboxFault.closeAfterwards, .cutBody, .stallBody])
  func aTakenSaveWhoseAnswerIsLost(fault: SandboxFault) throws {
    let program = try Program.opened(arguments: ["--timeout", "5"])
    try program.changeDuration()
    program.sandbox?.inject(fault)
    try program.save()
    try program.wait(forSentence: "Saved: the answer was lost, but the service has all changes.")
    #expect(program.hasChanges(0))
    #expect(program.puts.count == 1)
    #expect(program.sandbox?.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
  }

  @Test func tooManyRequestsAreWaitedForAndSentAgain() throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.sandbox?.inject(
      .answer(
        status: 429, body: #"{"message":"Too many requests"}"#, headers: ["Retry-After": "6"]))
    try program.save()
    try program.wait(for: "s left")
    try program.wait(for: "Saved: 1 property")
    #expect(program.puts.count == 2)
    try program.quit()
  }

  @Test func escapeCancelsARunningSave() throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.sandbox?.inject(.delay(milliseconds: 60_000))
    try program.save()
    try program.wait(for: "Esc cancels.")
    try program.wait(for: "1 s")
    program.session.press(.escape)
    try program.wait(forSentence: Self.notSaved)
    #expect(program.puts.count == 1)
    program.session.press(.escape)
    try program.wait(forNo: "Send again?")
    try expectSavedAtLast(program, puts: 2)
  }

  /// What is typed while a save runs waits for its end; what sends does not, and is not sent twice.
  @Test func keysDuringASaveWait() throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.sandbox?.inject(.delay(milliseconds: 5000))
    try program.save()
    try program.wait(for: "Esc cancels.")
    program.session.type("9")
    program.session.control("s")
    program.session.control("s")
    program.session.paste("77")
    try program.wait(for: "Saved: 1 property, in 5 s.")
    try program.wait(forSentence: "Slot duration 977")
    try program.wait(forChanges: 1)
    try program.quitLosingChanges()
    #expect(program.puts.count == 1)
  }

  private func expectSavedAtLast(_ program: Program, puts: Int) throws {
    try program.save(properties: 1)
    #expect(program.hasChanges(0))
    #expect(program.puts.count == puts)
    let bodies = Set(program.puts.map { String(decoding: $0.body, as: UTF8.self) })
    #expect(bodies == [#"{"slotDuration":45}"#])
    #expect(program.sandbox?.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
  }
}
