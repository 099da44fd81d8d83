import NetworkTesting
import Sandbox
import TerminalTesting
import Testing

/// Which path a save takes.
@Suite(.waits, .timeLimit(.minutes(240))) struct RouteTests {
  private static let documented = "/calendars/\(Program.calendarID)/free-slots"
  private static let resource = "/calendars/\(Program.calendarID)"

  @Test(arguments: SandboxOptions.MissingRouteAnswer.allCases)
  func autoFindsTheResource(answer: SandboxOptions.MissingRouteAnswer) throws {
    let program = try Program.opened(
      options: SandboxOptions(routes: .resourceOnly, missingRouteAnswer: answer))
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(program.flatText.contains("Sent by PUT /calendars/{calendarId}. "))
    #expect(program.puts.map(\.target) == [Self.documented, Self.resource])
    #expect(Set(program.puts.map(\.body)).count == 1)
    #expect(program.sandbox?.calendar(Program.calendarID)?[key: "slotDuration"] == 45)

    // It is remembered.
    try program.changeDuration(to: 60)
    try program.save()
    try program.session.wait("second save", seconds: Program.patience) { program.hasChanges(0) }
    #expect(program.puts.map(\.target) == [Self.documented, Self.resource, Self.resource])
    try program.quit()
  }

  @Test(arguments: [("documented", documented), ("resource", resource)])
  func aGivenRouteIsTheOnlyOne(route: String, target: String) throws {
    let program = try Program.opened(
      arguments: ["--route", route],
      options: SandboxOptions(routes: route == "documented" ? .resourceOnly : .documentedOnly))
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "The server does not know this call (404)")
    try program.wait(forSentence: "set the route to auto, documented or resource")
    #expect(program.puts.map(\.target) == [target])
    try program.quitLosingChanges()
  }

  @Test(arguments: [("documented", documented), ("resource", resource)])
  func aGivenRouteSaves(route: String, target: String) throws {
    let program = try Program.opened(arguments: ["--route", route])
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(program.puts.map(\.target) == [target])
    try program.quit()
  }
}

/// A calendar that does not come: what is said, and that it can be tried again.
@Suite(.waits, .timeLimit(.minutes(240))) struct LoadFailureTests {
  @Test func aWrongToken() throws {
    let program = try Program.started(options: SandboxOptions(acceptedToken: "pit-another"))
    try program.wait(forSentence: "The service did not accept the token (401)")
    try program.wait(forSentence: "The token is wrong or has expired.")
    try program.wait(for: "Type a new token and go on")
    program.session.press(.escape)
    try program.wait(for: "F5 Try again")
    program.session.press(.function(5))
    try program.session.wait("second call", seconds: Program.patience) { program.gets.count == 2 }
    try program.wait(forSentence: "The service did not accept the token (401)")
    try program.quit()
    #expect(program.puts.isEmpty)
  }

  @Test func anUnknownCalendar() throws {
    var options = SandboxOptions()
    options.unknownCalendar = .notFound
    let program = try Program.started("noSuchCalendar000000", options: options)
    try program.wait(forSentence: "The service did not find it (404)")
    try program.wait(forSentence: "Calendar not found")
    try program.wait(forSentence: "Check the id")
    // Without a calendar there is nothing to save or search.
    program.session.control("s")
    try program.wait(forSentence: "The service did not find it (404)")
    try program.quit()
    #expect(program.puts.isEmpty)
  }

  @Test(arguments: [true, false])
  func aServerThatWasDown(byFunctionKey: Bool) throws {
    let held = try HeldPort()
    let program = try Program(
      [Program.calendarID, "--base-url", "http://127.0.0.1:\(held.port)"],
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.wait(forSentence: "The connection was refused")
    try program.wait(forSentence: "Check the base URL and its port")
    held.release()
    let again = try Sandbox.startBlocking(port: held.port)
    defer { again.stopBlocking() }
    if byFunctionKey { program.session.press(.function(5)) } else { program.session.alt("r") }
    try program.wait(for: "First Consultation")
    #expect(program.hasChanges(0))
    try program.wait(forNo: "refused")
    try program.quit()
  }

  @Test func aPageInsteadOfACalendar() throws {
    let program = try Program.started { sandbox in
      sandbox.inject(
        .answer(
          status: 200, body: "<html><body>Please log in</body></html>",
          headers: ["Content-Type": "text/html"]))
    }
    try program.wait(forSentence: "The answer cannot be read: it is a web page")
    program.session.alt("v")
    try program.wait(for: "Please log in")
    program.session.press(.escape)
    try program.wait(forNo: "Please log in")
    program.session.alt("r")
    try program.waitUntilLoaded()
    try program.quit()
  }

  @Test func escapeCancelsLoading() throws {
    let program = try Program.started { $0.inject(.delay(milliseconds: 60_000)) }
    try program.wait(for: "Esc cancels.")
    // One that is cancelled before it was sent would leave the fault to the next.
    try program.session.wait("request", seconds: Program.patience) { program.gets.count == 1 }
    program.session.press(.escape)
    try program.wait(forSentence: "Loading was cancelled.")
    program.session.press(.function(5))
    try program.waitUntilLoaded()
    try program.quit()
  }

  /// What somebody else has saved comes by loading again, which asks when there are changes.
  @Test func loadingAgainAsks() throws {
    let program = try Program.opened()
    let sandbox = try #require(program.sandbox)
    try program.changeDuration()
    var calendar = try #require(sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "name") { $0 = "Renamed elsewhere" }
    sandbox.replaceCalendar(Program.calendarID, with: calendar)
    program.session.press(.function(5))
    try program.wait(for: "Load again?")
    program.session.type("k")
    try program.wait(forNo: "Load again?")
    #expect(program.hasChanges(1))
    #expect(program.gets.count == 1)
    program.session.alt("r")
    try program.wait(for: "Load again?")
    program.session.type("l")
    try program.wait(for: "caledit  Renamed elsewhere")
    #expect(program.hasChanges(0))
    try program.quit()
  }
}
