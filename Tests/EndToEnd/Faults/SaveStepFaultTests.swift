import JSON
import Sandbox
import TerminalTesting
import Testing

/// Faults that meet not the PUT but the loads around it: the look before, and the look after.
@Suite(.waits, .timeLimit(.minutes(240))) struct SaveStepFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let fault: SandboxFault
    let says: String
    var testDescription: String { says }
  }

  private static func json(_ body: String) -> SandboxFault { .answer(status: 200, body: body) }

  static let faults: [Case] = [
    Case(
      fault: .answer(status: 503, body: #"{"message":"\#(Fault.token)"}"#),
      says: "The service failed (503)"),
    Case(fault: .close, says: "The connection closed before the answer was complete"),
    Case(fault: .cutBody, says: "The connection closed before the answer was complete"),
    Case(fault: .stallBody, says: "No answer within 5 seconds"),
    Case(fault: json("{\"calendar\":{\""), says: "it is not JSON"),
    // An empty calendar would look as if somebody had taken everything away.
    Case(
      fault: json("{\"calendar\":{}}"), says: "its \"calendar\" has no key of a calendar"),
    Case(
      fault: json("{\"calendar\":{\"id\":\"another\",\"slotDuration\":45}}"),
      says: "another instead of \(Program.calendarID)"),
    Case(
      fault: .answer(status: 302, body: "", headers: ["Location": "/elsewhere"]),
      says: "The server redirects to /elsewhere"),
    Case(
      fault: .answer(status: 403, body: #"{"message":"\#(Fault.token)"}"#),
      says: "The token may not do this (403)"),
  ]

  private func opened(_ arguments: [String] = [], checks: Bool) throws -> Program {
    let program = try Program.opened(
      arguments: ["--timeout", "5"] + arguments, rows: 30, columns: 100, checks: checks)
    try program.changeDuration()
    return program
  }

  private func stored(_ program: Program) -> JSONValue? {
    program.sandbox?.calendar(Program.calendarID)?[key: "slotDuration"]
  }

  @Test(arguments: faults)
  func theLookBefore(_ fault: Case) throws {
    let program = try opened(checks: true)
    program.sandbox?.inject(fault.fault, method: "GET", path: "/calendars/\(Program.calendarID)")
    try program.save()
    // Another calendar's answer must not lead to a save without a look.
    let isOther = fault.says.hasPrefix("another instead of")
    let question = isOther ? "The service answered with another calendar" : "Save without checking?"
    try program.wait(for: question)
    #expect(isOther != program.session.text.contains("Save without checking"))
    try program.wait(forSentence: fault.says)
    #expect(program.puts.isEmpty, "nothing is sent on top of what cannot be seen")
    #expect(program.gets.count == 2)
    try program.expectNoToken("after the look")
    program.session.type("k")
    try program.wait(forNo: question)
    try program.wait(forSentence: "Slot duration 45")
    #expect(program.hasChanges(1))
    try program.save(properties: 1)
    #expect(program.gets.count == 3)
    #expect(program.puts.count == 1)
    #expect(stored(program) == 45)
    try program.quit()
  }

  @Test(arguments: faults)
  func theLookAfter(_ fault: Case) throws {
    let program = try opened(checks: false)
    program.sandbox?.inject(.closeAfterwards, method: "PUT")
    program.sandbox?.inject(fault.fault, method: "GET", path: "/calendars/\(Program.calendarID)")
    try program.save()
    try program.wait(for: "Was it saved?")
    try program.wait(forSentence: "It is not known whether it was saved.")
    try program.wait(forSentence: fault.says)
    #expect(program.hasChanges(1), "the edit is there")
    #expect(program.gets.count == 2)
    try program.expectNoToken("after the look")
    program.session.type("l")
    try program.wait(forSentence: "Saved: the answer was lost, but the service has all changes.")
    #expect(program.hasChanges(0))
    #expect(program.gets.count == 3)
    #expect(program.puts.count == 1, "a save is never repeated blindly")
    #expect(stored(program) == 45)
    try program.quit()
  }

  /// A part of a save is there: that part is no change any more, and the rest can be sent.
  @Test func partly() throws {
    let program = try opened(checks: true)
    let sandbox = try #require(program.sandbox)
    try program.goTo("slotInterval")
    program.retype("15")
    try program.wait(forChanges: 2)
    sandbox.inject(.close, method: "PUT")
    // The look before goes through; before the one after, the half of it arrives.
    let path = "/calendars/\(Program.calendarID)"
    sandbox.inject(.delay(milliseconds: 0), method: "GET", path: path)
    sandbox.inject(.change(["slotDuration": 45]), method: "GET", path: path)
    try program.save()
    try program.wait(for: "Not everything was stored")
    try program.wait(forSentence: "It was saved in part, 1 of 2 properties; the answer was lost")
    try program.wait(forSentence: "Slot interval: kept 30 instead of 15")
    #expect(program.hasChanges(1))
    program.session.type("s")
    try program.wait(for: "Saved: 1 property.")
    let bodies = program.puts.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies == [#"{"slotDuration":45,"slotInterval":15}"#, #"{"slotInterval":15}"#])
    #expect(program.gets.count == 4, "the load, and a look before, after and before")
    #expect(stored(program) == 45)
    try program.quit()
  }

  /// What fails on the way to the service is sent again at the user's word, after another look.
  @Test(arguments: [502, 503, 504])
  func sentAgainAtTheUsersWord(status: Int) throws {
    let program = try opened(checks: true)
    for count in 1...2 {
      program.sandbox?.inject(
        .answer(status: status, body: #"{"message":"Failure \#(count)"}"#), method: "PUT")
    }
    try program.save()
    for count in 1...2 {
      // The question looks like the one before; the message tells them apart.
      try program.wait(forSentence: "Failure \(count)")
      try program.wait(for: "Send again?")
      #expect(program.gets.count == 2 * count + 1)
      program.session.settle(milliseconds: 100)
      #expect(program.puts.count == count, "it waits for the word")
      program.session.type("s")
    }
    try program.wait(for: "Saved: 1 property.")
    #expect(program.puts.count == 3)
    #expect(program.gets.count == 6)
    #expect(Set(program.puts.map(\.body)).count == 1)
    try program.quit()
  }

  /// A save that comes through after all, when nobody waits for it any more: the look before the
  /// second sees it.
  @Test func takenLate() throws {
    let program = try opened(checks: true)
    let sandbox = try #require(program.sandbox)
    sandbox.inject(.delay(milliseconds: 60_000), method: "PUT")
    try program.save()
    try program.wait(for: "Send again?")
    var calendar = try #require(sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "slotDuration") { $0 = 45 }
    sandbox.replaceCalendar(Program.calendarID, with: calendar)
    program.session.type("s")
    try program.wait(forSentence: "There is nothing left to save: the service has it already.")
    #expect(program.puts.count == 1)
    #expect(program.hasChanges(0))
    try program.quit()
  }

  /// What others have changed is told at the end, also when the save itself has failed.
  @Test(arguments: [
    SandboxFault.answer(status: 400, body: "{}"), .close, .closeAfterwards,
  ])
  func changesOfOthersAreToldAllTheSame(fault: SandboxFault) throws {
    let program = try opened(checks: true)
    let sandbox = try #require(program.sandbox)
    var calendar = try #require(sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "eventTitle") { $0 = "Theirs" }
    sandbox.replaceCalendar(Program.calendarID, with: calendar)
    sandbox.inject(fault, method: "PUT")
    try program.save()
    try program.wait(forSentence: "Changed by somebody else meanwhile: Event title")
    #expect(program.puts.count == 1)
    #expect(sandbox.calendar(Program.calendarID)?[key: "eventTitle"] == "Theirs")
    if fault == .closeAfterwards {
      try program.quit()
    } else {
      try program.escape(from: fault == .close ? "Send again?" : "(400)")
      #expect(program.hasChanges(1))
      try program.quitLosingChanges()
    }
  }
}
