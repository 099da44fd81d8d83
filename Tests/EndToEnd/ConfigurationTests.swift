import Glibc
import Sandbox
import TerminalTesting
import Testing

/// The editor goes by the configuration.
@Suite(.waits, .timeLimit(.minutes(240))) struct ConfigurationTests {
  private static let second = "pit-0ther000-e0d0-4a11-9ca1-0badc0ffee22"

  private func sandbox(_ token: String) throws -> Sandbox {
    try Sandbox.startBlocking(options: SandboxOptions(acceptedToken: token))
  }

  /// Two profiles, each with a server that takes only its own token.
  private func place() throws -> (folder: Scratch, acme: Sandbox, bravo: Sandbox) {
    let (acme, bravo) = (try sandbox(Program.token), try sandbox(Self.second))
    let folder = try Scratch()
    try folder.configure(
      """
      profile = acme
      theme = mono
      [profile acme]
      location = \(Sandbox.locationID)
      base-url = \(acme.baseURL)
      token-file = ../acme-token
      [profile bravo]
      location = \(Sandbox.locationID)
      base-url = \(bravo.baseURL)
      token-command = echo $SECOND
      [keys]
      search = f9
      """)
    try folder.write(Program.token + "\n", to: "home/config/acme-token")
    return (folder, acme, bravo)
  }

  @Test func eachProfileGetsItsOwnToken() throws {
    let (folder, acme, bravo) = try place()
    defer { for sandbox in [acme, bravo] { sandbox.stopBlocking() } }
    for (arguments, environment, used, other) in [
      ([], [:], acme, bravo), (["--profile", "bravo"], [:], bravo, acme),
      ([], ["CALEDIT_PROFILE": "bravo"], bravo, acme),
      (["--profile", "acme"], ["CALEDIT_PROFILE": "bravo"], acme, bravo),
    ] as [([String], [String: String], Sandbox, Sandbox)] {
      let (before, others) = (used.requests.count, other.requests.count)
      let program = try Program(
        [Program.calendarID] + arguments, folder: folder,
        environment: [
          "SECOND": Self.second, "HIGHLEVEL_TOKEN": "pit-of-the-environment",
        ].merging(environment) { $1 })
      try program.session.wait("calendar", seconds: Program.patience) {
        program.title.contains("unchanged")
      }
      // What is still on its way when the program ends would be counted in the next turn.
      try program.session.wait("the calendar and what it names", seconds: Program.patience) {
        used.requests.count >= before + 6
      }
      #expect(other.requests.count == others)
      // The key that somebody chose, and not the one of the table.
      program.session.press(.function(9))
      program.session.type("slotDuration")
      program.session.press(.enter)
      try program.session.wait("the field", seconds: Program.patience) {
        program.session.lines.contains { $0.hasPrefix(" slotDuration · ") }
      }
      #expect(!ControlSequences(program.session.rawOutput).hasColors, "theme = mono")
      try program.quit()
    }
  }

  @Test(arguments: [
    (["--profile", "acmee"], "there is no profile acmee; did you mean acme?"),
    (
      ["--base-url", "http://127.0.0.1:9"], "the token of the profile acme is for http://127.0.0.1:"
    ),
    (["--location", "other"], "is for the sub-account \(Sandbox.locationID) and not for other"),
  ])
  func whatATokenIsNotUsedFor(arguments: [String], message: String) throws {
    let (folder, acme, bravo) = try place()
    defer { for sandbox in [acme, bravo] { sandbox.stopBlocking() } }
    let result = try Shell(
      "caledit \(Program.calendarID) \(arguments.joined(separator: " "))", in: folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(result.status == .status(1))
    #expect(result.error.contains(message), "\(result.error)")
    #expect(acme.requests.isEmpty && bravo.requests.isEmpty)
  }

  /// The token of the environment is taken where somebody says for which profile.
  @Test func theTokenOfTheEnvironment() throws {
    let sandbox = try sandbox(Program.token)
    defer { sandbox.stopBlocking() }
    let folder = try Scratch()
    try folder.configure(
      "profile = acme\n[profile acme]\nbase-url = \(sandbox.baseURL)\n")
    let refused = try Shell(
      "caledit \(Program.calendarID)", in: folder, environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(refused.status == .status(1))
    #expect(
      refused.error.contains("HIGHLEVEL_TOKEN is used for it only with --profile acme"),
      "\(refused.error)")
    #expect(sandbox.requests.isEmpty)
    let program = try Program(
      [Program.calendarID, "--profile", "acme"], folder: folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.session.wait("calendar", seconds: Program.patience) {
      program.title.contains("unchanged")
    }
    try program.quit()
  }

  /// A fault stops what needs the line, and nothing else.
  @Test func whatIsWrong() throws {
    let folder = try Scratch()
    let path = folder.configurationPath
    let environment = ["HIGHLEVEL_TOKEN": Program.token]
    for (text, line, message) in [
      ("readonly = yes", 1, "there is no setting readonly; did you mean read-only?"),
      (
        "\nbase-url = ftp://x", 2,
        "base-url: The base URL must begin with https://, not ftp://."
      ),
      ("profile = x", 1, "there is no profile x; add [profile x]"),
      ("token = x", 1, "token holds a token or another secret"),
      ("tokenfile = x", 1, "there is no setting tokenfile; did you mean token-file?"),
    ] {
      try folder.configure(text)
      let result = try Shell("caledit someID", in: folder, environment: environment)
      #expect(result.error.contains("\(path):\(line): \(message)"), "\(result.error)")
      #expect(result.status == .status(1), "\(text)")
      let verb = try Shell("caledit list", in: folder, environment: environment)
      #expect(verb.error.contains("\(path):\(line): \(message)"), "\(verb.error)")
      #expect(verb.status == .status(1) && verb.output.isEmpty, "\(text)")
    }
    try folder.configure("theme = pink\ncolour = red\n[keys]\nfly = f2\n")
    let demo = try Shell("caledit --demo", in: folder)
    // There is no terminal, and that is the only thing in the way.
    #expect(demo.status == .status(2))
    #expect(
      demo.error.split(separator: "\n") == [
        "caledit: \(path):1: theme: “pink” is none of default, contrast and mono",
        "caledit: \(path):2: there is no setting colour; caledit config edit shows an example with "
          + "all of them",
        "caledit: \(path):4: there is no command fly; caledit config keys lists them",
        "caledit: standard input and output must be a terminal",
      ])
    chmod(path, 0)
    guard geteuid() != 0 else { return }
    #expect(try Shell("caledit --demo", in: folder).status == .status(2))
    let service = try Shell("caledit someID", in: folder, environment: environment)
    #expect(service.status == .status(1))
    #expect(
      service.error == "caledit: \(path): the configuration cannot be read: Permission denied\n")
  }

  /// What is no file must not be waited for.
  @Test func somethingElseThanAFile() throws {
    let folder = try Scratch()
    try folder.configure("")
    try folder.remove("home/config/caledit/config")
    mkfifo(folder.configurationPath, 0o600)
    let pipe = try Shell("caledit config check", in: folder)
    #expect(pipe.status == .status(1) && pipe.error.contains("it is not a regular file"))
  }

  @Test func optionsGoFirst() throws {
    let folder = try Scratch()
    try folder.configure(
      "timeout = 77\nascii = yes\nmouse = yes\ntheme = contrast\nesc-delay = 300\n")
    let program = try Program(
      ["--demo", Sandbox.demoCalendarID, "--utf8", "--theme", "mono"], folder: folder)
    try program.session.wait("calendar", seconds: Program.patience) {
      program.title.contains("unchanged")
    }
    #expect(program.session.text.contains("│"), "--utf8 goes before ascii = yes")
    #expect(!ControlSequences(program.session.rawOutput).hasColors)
    try program.quit()
  }
}
