import CalendarModel
import JSON
import Sandbox
import TerminalTesting
import Testing

/// The service shows for some seconds what was there before a save: nothing is taken back by it, and
/// nobody is blamed.
@Suite(.waits, .timeLimit(.minutes(240))) struct LaggingReadTests {
  private func lag(_ sandbox: Sandbox, _ id: String, _ before: JSONValue, times: Int) {
    let body = JSONValue.object(JSONObject([.init(key: "calendar", value: before)])).printed()
    sandbox.inject(
      .answer(status: 200, body: body), times: times, call: .load, calendar: id)
  }

  private func day(_ day: Int, _ sandbox: Sandbox, _ id: String) -> String {
    WeekHours(sandbox.calendar(id)?[key: "openHours"])[day].ranges
      .map { "\($0.open / 60)-\($0.close / 60)" }.joined(separator: " ")
  }

  @Test func twoCommandsInARowKeepBothChanges() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    place.sandbox.replaceSchedules(with: [])
    let before = try #require(place.sandbox.calendar(id))
    let first = try place.run("caledit set \(id) openHours.mon=10-12 --yes")
    #expect(first.status == .status(0), "\(first.error)")
    lag(place.sandbox, id, before, times: 2)
    let second = try place.run("caledit set \(id) openHours.tue=13-14 --yes")
    #expect(second.status == .status(0), "\(second.output) \(second.error)")
    #expect(day(1, place.sandbox, id) == "10-12" && day(2, place.sandbox, id) == "13-14")
  }

  @Test func aStateThatStaysOldStopsTheCommand() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    place.sandbox.replaceSchedules(with: [])
    let before = try #require(place.sandbox.calendar(id))
    #expect(try place.run("caledit set \(id) openHours.mon=10-12 --yes").status == .status(0))
    lag(place.sandbox, id, before, times: 20)
    let second = try place.run("caledit set \(id) openHours.tue=13-14 --yes")
    #expect(second.status == .status(4), "\(second.output)")
    #expect(second.output.contains("The service shows what was there before a save"))
    #expect(second.output.contains("Monday"))
    #expect(place.sandbox.requests.count { $0.call?.kind == .save } == 1)
    #expect(day(1, place.sandbox, id) == "10-12")
  }

  /// Saves twice; before the second save the service shows so many times what was there before the
  /// first one.
  private func savedTwice(
    lagging times: Int
  ) throws -> (place: DraftPlace, program: Program) {
    let place = try DraftPlace()
    let program = try place.start()
    let before = try #require(place.sandbox.calendar(Program.calendarID))
    try program.changeDuration()
    try program.save()
    try program.wait(for: "Saved: 1 property")
    try program.changeDuration(to: 50)
    lag(place.sandbox, Program.calendarID, before, times: times)
    try program.save()
    return (place, program)
  }

  @Test func theEditorWaitsForWhatItSaved() throws {
    let (place, program) = try savedTwice(lagging: 2)
    try program.wait(for: "The service shows nothing of it yet")
    try program.session.wait("saved", seconds: Program.patience) {
      place.sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 50
        && program.hasChanges(0)
    }
    #expect(!program.session.text.contains("somebody else"))
    try program.quit()
  }

  @Test(arguments: [true, false])
  func theEditorAsksWhereItStaysOld(keepsSaved: Bool) throws {
    let (place, program) = try savedTwice(lagging: 5)
    try program.wait(for: "The service shows what was there before your last save")
    try program.wait(for: "Slot duration: 45 min → 30")
    #expect(place.sandbox.requests.count { $0.method == "PUT" } == 1)
    program.session.type(keepsSaved ? "s" : "k")
    if keepsSaved {
      try program.session.wait("saved", seconds: Program.patience) {
        place.sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 50
          && program.hasChanges(0)
      }
    } else {
      try program.wait(forNo: "The service shows what was there before your last save")
      #expect(program.hasChanges(1))
      #expect(place.sandbox.requests.count { $0.method == "PUT" } == 1)
    }
    if keepsSaved { try program.quit() } else { try program.quitLosingChanges() }
  }
}
