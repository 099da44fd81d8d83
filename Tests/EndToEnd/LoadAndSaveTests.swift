import JSON
import Sandbox
import TerminalTesting
import Testing

/// From the loaded calendar to the one that the service holds.
@Suite(.waits, .timeLimit(.minutes(240))) struct LoadAndSaveTests {
  @Test func everyKindOfFieldByKeys() throws {
    let program = try Program.opened()
    let session = program.session
    let before = try #require(program.sandbox?.calendar(Program.calendarID))

    // A number; a wrong one is complained of while it is typed, and undone.
    try program.goTo("slotDuration")
    program.retype("4x")
    try program.wait(for: #""4x" is not a number."#)
    session.control("z")
    try program.wait(forNo: "is not a number")
    try program.wait(forChanges: 0)
    program.retype("45")
    try program.wait(for: "slotDuration · number · default 30 · loaded 30")

    // A choice, by the beginning of its name.
    try program.goTo("widgetType")
    session.type("ne")
    try program.wait(forSentence: "Widget layout Neo")

    // A yes or no.
    try program.goTo("autoConfirm")
    session.type(" ")
    try program.wait(forSentence: "Confirm at once [x] yes")

    // The location of the second member.
    try program.goTo("teamMembers")
    program.press(.down, times: 2)
    session.press(.enter)
    try program.wait(for: "teamMembers[1].userId")
    program.press(.down, times: 4)
    session.press(.enter)
    try program.wait(for: "teamMembers[1].locationConfigurations[0].kind")
    session.press(.down)
    session.type("Room 5, déjà vu")
    try program.wait(for: "Room 5, déjà vu")

    // An hour, wrong at first.
    try program.goToFirstEntryOfTheWeek()
    program.press(.down, times: 2)
    session.press(.enter)
    try program.wait(for: "openHours[0].hours[0].openHour")
    program.retype("24")
    try program.wait(for: "This must be 0 to 23.")
    session.control("z")
    try program.wait(forNo: "This must be 0 to 23.")
    program.retype("9")
    try program.wait(forChanges: 5)

    session.control("s")
    try program.wait(for: "Review: ")
    for change in [
      "Widget layout: Classic → Neo", #"Text: "" → "Room 5, déjà vu""#,
      "Mon–Thu: 08:30–12:00, 13:00–17:00 → 09:30–12:00, 13:00–17:00",
      "Slot duration: 30 min → 45 min",
      "Confirm at once: no → yes",
      "5 properties, ▲1; Ctrl-S saves.",
    ] {
      try program.wait(forSentence: change)
    }
    let arrows = program.flatText.split(separator: " ").count { $0 == "→" }
    #expect(arrows == 5, "exactly the changes")
    session.control("s")
    // The keys of the members that no document lists were left out, and are gone.
    try program.wait(for: "Saved: 5 properties; ")
    try program.wait(for: "The save lost something")
    try program.wait(forSentence: "Team members › selected: gone in 2 rows, not sent by you")
    session.type("k")
    try program.wait(forNo: "The save lost something")
    session.press(.function(4))
    try program.wait(forSentence: "Sent by PUT /calendars/{calendarId}/free-slots.")
    try program.escape(from: "Sent by PUT")
    #expect(program.hasChanges(0))

    try expectSaved(program, before: before)
    try program.quit()
  }

  private func expectSaved(_ program: Program, before: JSONValue) throws {
    let body = #"""
      {"widgetType":"default","teamMembers":[{"userId":"h3UaYv7GdKzM1iXtN6Cb","priority":1,\#
      "isPrimary":true,"locationConfigurations":[{"kind":"outbound_call",\#
      "location":"{{contact.phone}}"}]},{"userId":"c7NxTzB2kIuE8rWaPl1j","priority":0.5,\#
      "isPrimary":false,"locationConfigurations":[{"kind":"booker",\#
      "location":"Room 5, déjà vu"}]}],"openHours":[{"daysOfTheWeek":[1,2,3,4],"hours":[\#
      {"openHour":9,"openMinute":30,"closeHour":12,"closeMinute":0},\#
      {"openHour":13,"openMinute":0,"closeHour":17,"closeMinute":0}]},{"daysOfTheWeek":[5],\#
      "hours":[{"openHour":8,"openMinute":30,"closeHour":13,"closeMinute":0}]}],\#
      "slotDuration":45,"autoConfirm":true}
      """#
    #expect(program.puts.count == 1)
    let request = try #require(program.puts.first)
    #expect(String(decoding: request.body, as: UTF8.self) == body)
    #expect(request.target == "/calendars/\(Program.calendarID)/free-slots")
    #expect(request.header("Version") == "2021-04-15")
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.header("Accept") == "application/json")
    #expect(request.header("Authorization") == "Bearer [token]")
    let load = "/calendars/\(Program.calendarID)"
    #expect(program.gets.map(\.target) == [load, load], "and a look at what was made of it")

    // The service holds these values and is otherwise as it was.
    let sent = try #require(request.json?.object)
    let after = try #require(program.sandbox?.calendar(Program.calendarID)?.object)
    let keys = try #require(before.object?.members.map(\.key))
    #expect(after.members.map(\.key) == keys)
    for key in keys where key != "dateUpdated" {
      #expect(after[key] == sent[key] ?? before[key: key], "\(key)")
    }
  }

  /// Nothing goes out before the second key, nor without a change.
  @Test func nothingIsSentUnasked() throws {
    let program = try Program.opened()
    program.session.control("s")
    try program.wait(for: "There are no changes to save.")
    try program.changeDuration()
    program.session.control("s")
    try program.wait(for: "Slot duration: 30 min → 45 min")
    #expect(program.puts.isEmpty)
    program.session.press(.escape)
    try program.wait(forNo: "Review: ")
    program.session.control("z")
    try program.wait(forChanges: 0)
    try program.quit()
    #expect(program.puts.isEmpty)
  }

  @Test func aSavedCalendarIsTheNewBase() throws {
    let program = try Program.opened()
    try program.changeDuration()
    try program.save(properties: 1)
    try program.goTo("slotInterval")
    program.retype("20")
    try program.save()
    try program.session.wait("second save") { program.puts.count == 2 && program.hasChanges(0) }
    let bodies = program.puts.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies == [#"{"slotDuration":45}"#, #"{"slotInterval":20}"#])
    try program.quit()
  }

  /// A value that breaks a documented rule goes out only after a second question.
  @Test func anErrorIsAskedAboutAndCanBeSentAnyway() throws {
    let program = try Program.opened()
    try program.goToFirstEntryOfTheWeek()
    program.press(.down, times: 2)
    program.press(.enter)
    try program.wait(for: "openHours[0].hours[0].openHour")
    program.retype("24")
    try program.saveWithError()
    program.session.type("s")
    try program.wait(forSentence: "openHour must not be greater than 23")
    #expect(program.puts.count == 1)
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }
}
