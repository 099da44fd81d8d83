import Sandbox
import TerminalTesting
import Testing

/// The demonstration: a calendar to play with, without a service, a token or a network.
@Suite(.waits, .timeLimit(.minutes(240))) struct DemoTests {
  @Test func opensAndSaves() throws {
    // Nobody listens at the address, and there is no token.
    let program = try Program(
      ["--demo", Sandbox.demoCalendarID], environment: ["HIGHLEVEL_BASE_URL": "http://127.0.0.1:9"])
    try program.waitUntilLoaded()
    #expect(program.title.contains("Cut & Colour"))
    #expect(program.title.contains("demo"))
    try program.changeDuration(to: 60)
    try program.save(properties: 1)
    // What was saved is what is loaded again.
    program.session.press(.function(5))
    try program.wait(for: "Loaded again.")
    try program.goTo("slotDuration")
    try program.wait(forSentence: "Slot duration 60 minutes")
    #expect(program.hasChanges(0))
    try program.quit()
  }

  @Test func anotherCalendar() throws {
    let program = try Program(["--demo", Sandbox.calendarIDs[3]])
    try program.waitUntilLoaded()
    #expect(program.title.contains("Panel Interview · ") && program.title.contains("Collective"))
    try program.quit()
  }
}
