import Glibc
import Sandbox
import TerminalTesting
import Testing

/// What is said, and with which status the program ends, before any screen opens.
@Suite(.waits, .timeLimit(.minutes(10))) struct CommandLineTests {
  @Test(arguments: [
    "caledit --file \"$FILE\" </dev/null", "printf x | caledit --file \"$FILE\"",
    "caledit --file \"$FILE\"", "caledit --demo",
  ])
  func withoutATerminal(command: String) throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let result = try Shell(command, in: folder, environment: ["FILE": file])
    #expect(result.status == .status(2))
    #expect(result.error == "caledit: standard input and output must be a terminal\n")
    #expect(result.output.isEmpty, "no control sequences into a pipe")
  }

  /// Only the output is one.
  @Test func withoutInput() throws {
    let folder = try Scratch()
    let session = try TerminalSession(
      "/bin/sh", ["-c", "\"$BINARY\" --demo </dev/null 2>\"$ERR\""],
      environment: folder.environment.merging([
        "BINARY": Program.binary, "ERR": folder.path("err.txt"),
      ]) { $1 })
    #expect(try session.waitForExit(seconds: Program.patience) == .status(2))
    #expect(try folder.read("err.txt").contains("must be a terminal"))
    #expect(session.rawOutput.isEmpty)
  }

  @Test(arguments: [
    ("", "Give the id of a calendar, --file calendar.json or --demo."),
    ("someID --file a.json", "Give one of the id of a calendar, --file and --demo."),
    ("--demo --file a.json", "Give one of the id of a calendar, --file and --demo."),
    ("someID --timeout 0", "--timeout must be at least 1."),
    ("someID --timeout soon", "'soon' is invalid for '--timeout <seconds>'"),
    ("someID --route other", "'other' is invalid for '--route <route>'"),
    ("someID --theme pink", "'pink' is invalid for '--theme <name>'"),
    ("someID --token abc", "Unknown option '--token'"),
    ("someID --token-file a --token-command b", "--token-file or --token-command, not both"),
    ("someID other", "Unexpected argument 'other'"),
    ("sandbox --port 70000", "--port must be 0 to 65535."),
  ])
  func usage(arguments: String, message: String) throws {
    let result = try Shell("caledit \(arguments)", in: try Scratch())
    #expect(result.status == .status(64))
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("http://calendars.example.com", "Plain http is allowed to this machine only"),
    ("ftp://127.0.0.1", "The base address must begin with https://, not ftp://."),
    ("https://me:secret@127.0.0.1", "must not hold a user name or password"),
  ])
  func baseAddress(url: String, message: String) throws {
    let result = try Shell(
      "caledit someID --base-url \(url)", in: try Scratch(),
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(result.status == .status(1))
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func help() throws {
    let result = try Shell("caledit --help; caledit edit --help", in: try Scratch())
    #expect(result.status == .status(0))
    #expect(result.error.isEmpty)
    for option in [
      "--file", "--demo", "--output", "--base-url", "--route", "--token-file", "--token-command",
      "--ca-file", "--timeout", "--theme", "--ascii", "HIGHLEVEL_TOKEN", "HIGHLEVEL_BASE_URL",
    ] {
      #expect(result.output.contains(option), "\(option)")
    }
    #expect(!result.output.contains("--token "))
    #expect(!result.output.contains("--token="))
  }

  @Test func version() throws {
    let result = try Shell("caledit --version", in: try Scratch())
    #expect(result.status == .status(0))
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(result.output)")
  }

  @Test func sandboxServesAnotherProgram() throws {
    let server = try TerminalSession(Program.binary, ["sandbox", "--port", "0"])
    try server.wait(for: "The sandbox listens on http://127.0.0.1:", seconds: Program.patience)
    for id in Sandbox.calendarIDs {
      try server.wait(for: id, seconds: Program.patience)
    }
    let address = try #require(server.line(0).firstMatch(of: /http:\/\/[0-9.:]+/)?.0)
    let program = try Program(
      [Sandbox.calendarIDs[2], "--base-url", String(address)],
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.waitUntilLoaded()
    #expect(program.title.contains("Morning Yoga"))

    // Its port is taken now.
    let port = address.split(separator: ":").last ?? ""
    let second = try Shell("caledit sandbox --port \(port)", in: program.folder)
    #expect(second.status == .status(1))
    #expect(second.error.contains("the sandbox cannot listen on port"), "\(second.error)")
    #expect(second.error.contains("in use"), "\(second.error)")

    try program.quit()
    server.control("c")
    #expect(try server.waitForExit(seconds: Program.patience) == .signal(SIGINT))
  }

  /// The line with the address comes at once where nobody looks at a terminal.
  @Test func sandboxForScripts() throws {
    let folder = try Scratch()
    let command = """
      caledit sandbox --port 0 >"$HOME/log" & \
      until grep -q listens "$HOME/log"; do :; done; kill $!; cat "$HOME/log"
      """
    let result = try Shell(command, in: folder)
    #expect(result.output.contains("The sandbox listens on http://127.0.0.1:"))
  }
}
