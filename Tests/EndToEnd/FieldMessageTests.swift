import Sandbox
import TerminalTesting
import Testing

/// What the service says of single values stands at their fields.
@Suite(.waits, .timeLimit(.minutes(240))) struct FieldMessageTests {
  /// The service's own validation, past the editor's question.
  @Test func aRefusedHour() throws {
    let program = try Program.opened()
    let session = program.session
    try program.goToFirstEntryOfTheWeek()
    program.press(.down, times: 2)
    session.press(.enter)
    try program.wait(for: "openHours[0].hours[0].openHour")
    program.retype("24")
    try program.changeDuration(to: 20, changes: 2)
    try program.saveWithError()
    session.type("s")

    // The focus goes there, the message stands below, and the answer can be read.
    let message = "openHour must not be greater than 23"
    try program.wait(forSentence: message)
    try program.wait(for: " openHours[0].hours[0].openHour · ")
    try program.wait(forSentence: "1 message at its field.")
    session.press(.function(4))
    try program.wait(for: "Answer of the service")
    try program.wait(for: #""statusCode":422"#)
    session.press(.escape)
    try program.wait(forNo: "Answer of the service")

    program.retype("9")
    try program.wait(forNo: "must not be greater than 23")
    try program.save(properties: 2)
    #expect(program.puts.count == 2)
    let hour = program.sandbox?.calendar(Program.calendarID)?["openHours[0].hours[0].openHour"]
    #expect(hour == 9)
    try program.quit()
  }

  @Test func mappedAndUnmapped() throws {
    let program = try Program.opened()
    let session = program.session
    try program.changeDuration()
    try program.goTo("name")
    session.type("!")
    try program.wait(forChanges: 2)
    let mapped = "slotDuration must not be less than 60"
    program.sandbox?.inject(
      .answer(
        status: 422,
        body: """
          {"statusCode":422,"message":["\(mapped)","property colour should not exist",\
          "Out of office"],"error":"Unprocessable Entity"}
          """))
    try program.save()
    try program.wait(forSentence: "The service refused 3 values (422)")
    try program.wait(forSentence: "✗ The service: \(mapped)")
    try program.wait(forSentence: "property colour should not exist")
    session.press(.function(4))
    try program.wait(for: "Out of office")
    try program.escape(from: "Out of office")
    try program.wait(for: " slotDuration · ")
    #expect(session.lines.contains { $0.hasPrefix("› Slots and lim… • ✗1 │") })
    #expect(program.title.contains("✗1"))

    program.retype("60")
    try session.wait("section without a mark", seconds: Program.patience) {
      session.lines.contains { $0.hasPrefix("› Slots and limits  • │") }
    }
    #expect(!program.flatText.contains(mapped))
    #expect(!program.title.contains("✗"))
    try program.save(properties: 2)
    #expect(program.puts.count == 2)
    try program.quit()
  }

  /// Of several messages the first in the order of the screen gets the focus; F8 finds the others.
  @Test func theNextProblem() throws {
    let program = try Program.opened()
    let session = program.session
    try program.changeDuration()
    program.sandbox?.inject(
      .answer(
        status: 400,
        body: #"{"message":["teamMembers.1.userId must be known","slug must be unique"]}"#))
    try program.save()
    try program.wait(for: " slug · ")
    try program.wait(for: "slug must be unique")
    session.press(.function(8))
    try program.wait(for: " teamMembers[1].userId · ")
    try program.wait(for: "The service: userId must be known")
    #expect(program.title.contains("✗2"))
    session.alt("n")
    try program.wait(for: " slug · ")
    try program.quitLosingChanges()
  }

  /// The service did not store a value: what it kept is said, not what was sent or answered.
  @Test func aValueThatWasNotTaken() throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.sandbox?.inject(
      .answer(
        status: 200,
        body: #"{"calendar":{"id":"\#(Program.calendarID)","name":"Kept","slotDuration":40}}"#))
    try program.save()
    // What the answer says is looked at: the service holds what it held.
    try program.wait(forSentence: "Slot duration: kept 30 instead of 45")
    try program.wait(forSentence: "The property was not stored")
    #expect(program.hasChanges(1), "yours stays")
    program.session.type("t")
    try program.wait(forChanges: 0)
    try program.quit()
  }
}
