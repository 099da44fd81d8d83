import Sandbox
import TerminalTesting
import Testing

/// The version that the calls name, by the option or by the environment.
@Suite(.waits, .timeLimit(.minutes(240))) struct APIVersionTests {
  private static let calendar =
    #"{"calendar":{"id":"\#(Program.calendarID)","locationId":"l","name":"N","slotDuration":30}}"#

  /// How a user chooses v3; the option goes before the environment.
  struct Choice: Sendable, CustomTestStringConvertible {
    var arguments: [String] = []
    var environment: [String: String] = [:]
    let version: String
    var testDescription: String { "\(arguments) \(environment)" }
  }

  static let choices = [
    Choice(version: "2021-04-15"), Choice(arguments: ["--api-version", "v3"], version: "v3"),
    Choice(environment: ["HIGHLEVEL_API_VERSION": "v3"], version: "v3"),
    Choice(
      arguments: ["--api-version", "2021-04-15"], environment: ["HIGHLEVEL_API_VERSION": "v3"],
      version: "2021-04-15"),
    Choice(arguments: ["--api-version", "v3", "--route", "resource"], version: "v3"),
  ]

  @Test(arguments: choices) func theChosenVersionIsSent(_ choice: Choice) throws {
    // The answers are given, so that it does not matter which versions the sandbox takes.
    let program = try Program.opened(
      arguments: choice.arguments, environment: choice.environment
    ) { sandbox in
      sandbox.inject(.answer(status: 200, body: Self.calendar), method: "GET")
      sandbox.inject(
        .answer(status: 200, body: Self.calendar.replacing("30", with: "45")), method: "PUT")
    }
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(program.gets.map { $0.header("Version") } == [choice.version])
    #expect(program.puts.map { $0.header("Version") } == [choice.version])
    let suffix = choice.version == "v3" ? "" : "/free-slots"
    #expect(program.puts.map(\.target) == ["/calendars/\(Program.calendarID)\(suffix)"])
    let users = program.sandbox?.requests.filter { $0.path == "/users/" } ?? []
    #expect(users.map { $0.header("Version") } == ["2021-07-28"], "its version is not chosen")
    try program.quit()
  }

  @Test func aRefusedVersionNamesTheOption() throws {
    let program = try Program.started { sandbox in
      sandbox.inject(
        .answer(status: 401, body: #"{"statusCode":401,"message":"version header is invalid"}"#))
    }
    try program.wait(forSentence: "The service does not accept the API version (401)")
    try program.wait(forSentence: "The request used version 2021-04-15.")
    try program.wait(forSentence: "--api-version: v3.")
    #expect(!program.session.text.contains("The token was refused"))
    try program.quit()
  }
}
