import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Every save leaves a record, before it is sent; a later session puts back what was there before.
@Suite(.waits, .timeLimit(.minutes(240))) struct HistoryTests {
  /// The records of the calendar, by name.
  private func records(_ place: DraftPlace) -> [String: String] {
    let folder = place.folder.state + "/history"
    var records: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    where name.hasSuffix(".json") {
      records[name] = FileManager.default.contents(atPath: folder + "/" + name)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return records
  }

  private func openHistory(_ program: Program) throws {
    program.session.control("p")
    try program.wait(for: "Actions")
    program.session.type("history")
    program.session.press(.enter)
    try program.wait(for: "Newest first")
  }

  @Test func theRecordIsOnDiskBeforeTheRequestIsAnswered() throws {
    let place = try DraftPlace()
    let program = try place.start(["--no-check"])
    try program.changeDuration()
    place.sandbox.inject(.delay(milliseconds: 8000), method: "PUT")
    try program.save()
    try program.session.wait("PUT", seconds: Program.patience) {
      place.sandbox.requests.contains { $0.method == "PUT" }
    }
    // Nobody has answered yet.
    let record = try #require(records(place).first)
    #expect(records(place).count == 1)
    let lines = record.value.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(try JSONDocument(parsing: lines[1]).value[key: "slotDuration"] == 30)
    #expect(try JSONDocument(parsing: lines[2]).value == ["slotDuration": 45])
    #expect(lines[3] == "null")
    #expect(!record.value.contains(Program.token))
    try program.wait(for: "Saved: 1 property")
    try program.quit()
    #expect(records(place).count == 1)
    for (name, text) in records(place) {
      #expect(!text.contains(Program.token), "\(name)")
    }
    // Only the records stay: no lock, no temporary file.
    let names = FileManager.default.enumerator(atPath: place.folder.state + "/history")?.allObjects
    #expect(names?.count == 2, "\(names ?? [])")
  }

  @Test func aKilledSaveIsListedAndPutBackByTheNextSession() throws {
    let place = try DraftPlace()
    let first = try place.start(["--no-check"])
    try first.changeDuration()
    // It is carried out, and the answer takes its time.
    place.sandbox.inject(.trickle(milliseconds: 200), method: "PUT")
    try first.save()
    try first.session.wait("the save", seconds: Program.patience) {
      place.sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 45
    }
    first.session.signal(SIGKILL)
    _ = try first.waitForExit()

    let second = try place.start(["--no-check"])
    try second.wait(
      forSentence: "caledit ended before the answer to your last save; it was saved")
    try openHistory(second)
    try second.wait(forSentence: "Saved, seen at the next start.")
    try second.wait(forSentence: "Slot duration: 30 min → 45 min")
    second.session.press(.enter)
    try second.wait(forSentence: "Before the save → after it")
    second.session.type("r")
    try second.wait(forSentence: "Restored: 1 property.")
    try second.wait(forChanges: 1)
    try second.save()
    try second.session.wait("restored", seconds: Program.patience) {
      place.sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 30
    }
    try second.session.wait("saved", seconds: Program.patience) { second.hasChanges(0) }
    // The restore is a save, and on record as well.
    try openHistory(second)
    try second.wait(forSentence: "Slot duration: 45 min → 30 min")
    #expect(records(place).count == 2)
    try second.escape(from: "Newest first")
    try second.quit()
  }

  @Test(
    arguments: [
      .close, .answer(status: 204, body: ""),
      .answer(status: 200, body: "<html>Thank you</html>"), .answer(status: 500, body: "{}"),
      .answer(status: 503, body: ""), .proxy(502, carriesOut: false),
    ] as [SandboxFault])
  func aSaveThatArrivesAfterItWasGivenUpIsOnRecordAsSaved(_ fault: SandboxFault) throws {
    let place = try DraftPlace()
    let program = try place.start()
    try program.changeDuration()
    // The service takes its time; nothing is there when it is looked for.
    place.sandbox.inject(fault, method: "PUT")
    try program.save()
    try program.wait(for: "Send again?")
    try program.escape(from: "Send again?")
    try openHistory(program)
    try program.wait(forSentence: "Not saved so far")
    try program.escape(from: "Newest first")
    var calendar = try #require(place.sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "slotDuration") { $0 = 45 }
    place.sandbox.replaceCalendar(Program.calendarID, with: calendar)
    // The check of the next save sees it.
    try program.save()
    try program.wait(forSentence: "Your last save has arrived after all")
    try openHistory(program)
    try program.wait(forSentence: "Saved, seen later.")
    #expect(records(place).count == 1)
    try program.escape(from: "Newest first")
    try program.quit()
  }

  /// An update may be on its way for some seconds after its program was killed.
  @Test func whatWasSentAMomentAgoIsNotGivenUp() throws {
    let place = try DraftPlace()
    let first = try place.start(["--no-check"])
    try first.changeDuration()
    // It is carried out so late that the program is gone.
    place.sandbox.inject(.delay(milliseconds: 60_000), method: "PUT")
    try first.save()
    try first.session.wait("the save", seconds: Program.patience) {
      place.sandbox.requests.contains { $0.method == "PUT" }
    }
    first.session.signal(SIGKILL)
    _ = try first.waitForExit()

    let second = try place.start(["--no-check"])
    try second.wait(
      forSentence: "caledit ended before the answer to your last save; it is not saved so far")
    try second.wait(for: "There is a draft")
    second.session.type("xx")
    try second.wait(forNo: "There is a draft")
    try openHistory(second)
    try second.wait(forSentence: "Not saved so far, seen at the next start.")
    try second.escape(from: "Newest first")
    // It arrives after all, and the next look sees it.
    var calendar = try #require(place.sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "slotDuration") { $0 = 45 }
    place.sandbox.replaceCalendar(Program.calendarID, with: calendar)
    second.session.signal(SIGKILL)
    _ = try second.waitForExit()
    let third = try place.start(["--no-check"])
    try openHistory(third)
    try third.wait(forSentence: "Saved, seen at the next start.")
    try third.escape(from: "Newest first")
    third.session.signal(SIGKILL)
    _ = try third.waitForExit()
  }

  /// Where no record can be written, that is said before the save and behind it.
  @Test func aSaveWithoutARecordIsSaid() throws {
    let place = try DraftPlace()
    let program = try place.start(environment: ["XDG_STATE_HOME": "/dev/null/state"])
    try program.changeDuration()
    program.session.control("s")
    try program.wait(for: "Not in the history")
    try program.wait(forSentence: "This save gets no record, and cannot be restored later")
    program.session.control("s")
    try program.wait(for: "Saved: 1 property")
    try program.wait(forSentence: "The history has no full record of this save")
    try program.quit()
  }

  @Test func theTokenInACalendarIsNotInTheRecord() throws {
    let place = try DraftPlace()
    var calendar = try #require(place.sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "notes") { $0 = .text("Authorization: Bearer \(Program.token)") }
    place.sandbox.replaceCalendar(Program.calendarID, with: calendar)
    let program = try place.start(["--no-check"])
    try program.changeDuration()
    try program.save()
    try program.session.wait("saved", seconds: Program.patience) { program.hasChanges(0) }
    try program.quit()
    let record = try #require(records(place).first?.value)
    #expect(!record.contains(Program.token))
    #expect(record.contains("[token]"))
    #expect(record.contains("\"withheld\":[\"notes\"]"))
  }

  @Test func whereNothingCanBeWrittenTheSaveGoesOn() throws {
    let place = try DraftPlace()
    try FileManager.default.createDirectory(
      atPath: place.folder.state, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: place.folder.state + "/history", contents: Data())
    let program = try place.start(["--no-check"])
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(place.sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
  }
}
