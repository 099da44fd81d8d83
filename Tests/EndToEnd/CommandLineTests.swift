import Glibc
import Sandbox
import TerminalTesting
import Testing

/// What is said, and with which status the program ends, before any screen opens.
@Suite(.waits, .timeLimit(.minutes(240))) struct CommandLineTests {
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
    ("--demo --file a.json", "Give only one of: a calendar id, --file, --demo."),
    ("https://example.com/widget/bookings/intro-call", "by its slug \"intro-call\""),
    ("https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT", "holds no calendar id"),
    ("'ünï'", "letters and digits such as ocQHyuzHvysMo5N5VsXc"),
    ("'a b'", "is not a calendar id"), ("'a%2Fb'", "is not a calendar id"),
    ("'  '", "is not a calendar id"), ("' drafts '", "Did you mean caledit drafts?"),
    ("--file a.json --output -", "--output needs the name of a file; only --file accepts -."),
    ("--file - --no-check", "--no-check does nothing with --file -: it is read only once."),
    ("--output a.json --no-check id", "--no-check does nothing with --output"),
    ("--output a.json --route resource id", "--route does nothing with --output"),
    ("someID --ascii --utf8", "Give --ascii or --utf8, not both."),
    ("someID --timeout 0", "--timeout must be at least 1."),
    ("someID --timeout soon", "'soon' is invalid for '--timeout <seconds>'"),
    ("someID --route other", "'other' is invalid for '--route <route>'"),
    ("someID --api-version v4", "'v4' is invalid for '--api-version <version>'"),
    (
      "someID --api-version v3 --route documented",
      "--api-version v3: that version saves without /free-slots"
    ),
    ("api.leadconnectorhq.com/widget/group/ocQHyuzHvysMo5N5VsXc", "leads to a calendar group"),
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

  /// Who gives an option expects something of it.
  @Test(arguments: [
    (
      "--file a.json",
      [
        "--base-url https://a.b", "--token-file t", "--token-command c", "--ca-file f",
        "--timeout 5", "--route auto", "--api-version v3", "--log-file l --log-bodies",
      ]
    ),
    (
      "--demo",
      [
        "--base-url https://a.b", "--token-file t", "--token-command c", "--ca-file f",
        "--timeout 5",
      ]
    ),
  ])
  func optionsThatDoNothing(mode: String, options: [String]) throws {
    for option in options {
      let result = try Shell("caledit \(mode) \(option)", in: try Scratch())
      #expect(result.status == .status(64))
      let name =
        option.hasSuffix("--log-bodies") ? "--log-bodies" : String(option.prefix { $0 != " " })
      #expect(
        result.error.contains("\(name) does nothing with \(mode.prefix { $0 != " " })"),
        "\(result.error)")
    }
  }

  /// Blanks around an id, and links that hold it.
  @Test(arguments: [
    "' ID '", "'ID\n'", "https://example.com/widget/booking/ID", "https://a.b/x/calendars/ID?y=1",
  ])
  func anIDAsItIsPasted(text: String) throws {
    let sandbox = try Sandbox.startBlocking()
    let folder = try Scratch()
    let session = try TerminalSession(
      "/bin/sh",
      [
        "-c",
        "\"$BINARY\" \(text.replacing("ID", with: Program.calendarID)) --base-url \(sandbox.baseURL)",
      ],
      environment: folder.environment.merging([
        "BINARY": Program.binary, "HIGHLEVEL_TOKEN": Program.token,
      ]) { $1 })
    try session.wait("calendar", seconds: Program.patience) {
      session.line(0).contains("unchanged")
    }
    session.control("q")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    #expect(sandbox.requests.contains { $0.target == "/calendars/\(Program.calendarID)" })
    sandbox.stopBlocking()
  }

  @Test(arguments: [
    ("http://calendars.example.com", "Plain http is allowed to this machine only"),
    ("ftp://127.0.0.1", "The base URL must begin with https://, not ftp://."),
    ("https://me:secret@127.0.0.1", "must not contain a user name or password"),
  ])
  func baseAddress(url: String, message: String) throws {
    let result = try Shell(
      "caledit someID --base-url \(url)", in: try Scratch(),
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(result.status == .status(1))
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func aVersionOfTheEnvironmentThatIsNone() throws {
    for (arguments, value, message) in [
      ("someID", "v9", "“v9” is not a version of the API; it must be 2021-04-15 or v3"),
      ("someID --route documented", "v3", "that version saves without /free-slots"),
    ] {
      let result = try Shell(
        "caledit \(arguments)", in: try Scratch(),
        environment: ["HIGHLEVEL_TOKEN": Program.token, "HIGHLEVEL_API_VERSION": value])
      #expect(result.status == .status(1))
      #expect(
        result.error.contains("caledit: HIGHLEVEL_API_VERSION: \(message)"), "\(result.error)")
    }
  }

  @Test func help() throws {
    let result = try Shell("caledit --help; caledit edit --help", in: try Scratch())
    #expect(result.status == .status(0))
    #expect(result.error.isEmpty)
    for option in [
      "--file", "--demo", "--output", "--base-url", "--route", "--api-version", "--token-file",
      "--token-command",
      "--ca-file", "--timeout", "--theme", "--ascii", "HIGHLEVEL_TOKEN",
      "HIGHLEVEL_BASE_URL", "HIGHLEVEL_API_VERSION",
    ] {
      #expect(result.output.contains(option), "\(option)")
    }
    #expect(!result.output.contains("--token "))
    #expect(!result.output.contains("--token="))
  }

  @Test func version() throws {
    let result = try Shell("caledit --version", in: try Scratch())
    #expect(result.status == .status(0))
    let form = /\d+\.\d+\.\d+( \([0-9a-f]{10}\+?\))?\n/
    #expect(result.output.wholeMatch(of: form) != nil, "\(result.output)")
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
    #expect(second.error.contains("(Address already in use)"), "\(second.error)")

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
