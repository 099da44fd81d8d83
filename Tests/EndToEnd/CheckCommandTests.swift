import JSON
import Sandbox
import TerminalTesting
import Testing

/// `caledit check`: what works with a token, and what to do about the rest.
@Suite(.waits, .timeLimit(.minutes(240))) struct CheckCommandTests {
  private func run(
    location: String = Sandbox.locationID,
    options: SandboxOptions = SandboxOptions(acceptedToken: Program.token),
    token: String = Program.token
  ) throws -> (shell: Shell, requests: [SandboxRequest]) {
    let sandbox = try Sandbox.startBlocking(options: options)
    defer { sandbox.stopBlocking() }
    let folder = try Scratch()
    try folder.write(token + "\n", to: "home/token")
    try folder.configure(
      """
      profile = acme
      [profile acme]
      location = \(location)
      base-url = \(sandbox.baseURL)
      token-file = ~/token
      """)
    let shell = try Shell("caledit check", in: folder)
    let secret = String(token.suffix(12))
    #expect(!shell.output.contains(secret) && !shell.error.contains(secret))
    return (shell, sandbox.requests)
  }

  /// What is said of something, without what to do.
  private func finding(_ what: String, _ shell: Shell) -> String? {
    shell.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .first { $0.count > 1 && $0[1] == what }
      .map { ([$0[0]] + $0.dropFirst(2)).joined(separator: " ") }
  }

  @Test func allIsWell() throws {
    let (shell, requests) = try run()
    #expect(shell.status == .status(0) && shell.error.isEmpty)
    #expect(shell.output.hasPrefix("acme\n"))
    #expect(finding("calendars", shell) == "ok 6")
    #expect(finding("location", shell) == "ok Lumen Studio, Europe/Berlin")
    for what in ["token", "groups", "users", "forms", "schedules"] {
      #expect(finding(what, shell)?.hasPrefix("ok ") == true, "\(what)")
    }
    #expect(finding("saving", shell)?.contains("calendars.write") == true)
    #expect(requests.allSatisfy { $0.method == "GET" })
    #expect(Set(requests.map(\.path)).count == 6)
  }

  /// A scope that is missing is named, and the others are asked for all the same.
  @Test func missingScopes() throws {
    var options = SandboxOptions(acceptedToken: Program.token)
    options.location = .unauthorized
    options.schedules = .unauthorized
    let (shell, _) = try run(options: options)
    #expect(shell.status == .status(1))
    #expect(
      finding("location", shell) == "FAILS The token lacks the scope locations.readonly (401)")
    #expect(
      finding("schedules", shell) == "FAILS The token lacks the scope calendars.readonly (401)")
    #expect(finding("users", shell) == "ok 7" && finding("calendars", shell) == "ok 6")
    #expect(shell.output.contains("Add that scope to the token"))
  }

  @Test func everyLookUpWithoutItsScope() throws {
    let (shell, _) = try run(
      options: SandboxOptions(lookups: .unauthorized, acceptedToken: Program.token))
    #expect(shell.status == .status(1))
    for (what, scope) in [
      ("calendars", "calendars.readonly"), ("location", "locations.readonly"),
      ("groups", "calendars/groups.readonly"), ("users", "users.readonly"),
      ("forms", "forms.readonly"),
    ] {
      #expect(finding(what, shell) == "FAILS The token lacks the scope \(scope) (401)")
    }
    #expect(finding("schedules", shell) == "- not asked, as there is no calendar")
  }

  /// What would fail in the same way is not asked.
  @Test func aWrongTokenAndAnotherSubAccount() throws {
    let wrong = try run(token: "pit-wr0ng000-e0d0-4a11-9ca1-0badc0ffee11")
    #expect(wrong.shell.status == .status(1) && wrong.requests.count == 1)
    #expect(
      finding("calendars", wrong.shell) == "FAILS The service did not accept the token (401)")
    let other = try run(location: "another")
    #expect(other.shell.status == .status(1) && other.requests.count == 1)
    #expect(
      other.shell.output.contains("Use a token of this sub-account, and check its id: another."))
  }

  @Test func withoutWhatIsNeeded() throws {
    let folder = try Scratch()
    let none = try Shell("caledit check", in: folder)
    #expect(none.status == .status(1))
    #expect(none.output.contains("there is no token; set HIGHLEVEL_TOKEN"))
    let token = try Shell(
      "caledit check --base-url http://127.0.0.1:9", in: folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(token.output.contains("nobody says which sub-account it is"))
    let nobody = try Shell(
      "caledit check --base-url http://127.0.0.1:9 --location a", in: folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(nobody.status == .status(1) && nobody.output.contains("The connection was refused"))
    #expect(try Shell("caledit check --all", in: folder).error.contains("there are no profiles in"))
    #expect(
      try Shell("caledit check --all --location a", in: folder).error
        .contains("--location cannot be given with --all: it is for one profile."))
  }

  /// All profiles, each with its own token; one that fails does not hold the others.
  @Test func allProfiles() throws {
    let tokens = (1...3).map { "pit-\($0)0000000-e0d0-4a11-9ca1-0badc0ffee0\($0)" }
    let sandboxes = try tokens.map {
      try Sandbox.startBlocking(options: SandboxOptions(acceptedToken: $0))
    }
    defer { for sandbox in sandboxes { sandbox.stopBlocking() } }
    let folder = try Scratch()
    var text = "profile = p1\n"
    for (index, sandbox) in sandboxes.enumerated() {
      try folder.write(tokens[index], to: "home/t\(index)")
      text += "[profile p\(index)]\nlocation = \(Sandbox.locationID)\n"
      text += "base-url = \(sandbox.baseURL)\n"
      text += index == 1 ? "token = \(tokens[1])\n" : "token-file = ~/t\(index)\n"
    }
    try folder.configure(text)
    let shell = try Shell(
      "caledit check --all", in: folder, environment: ["HIGHLEVEL_TOKEN": tokens[1]])
    #expect(shell.status == .status(1))
    #expect(shell.output.split(separator: "\n").count { $0.contains("calendars    6") } == 2)
    #expect(sandboxes.map(\.requests.count) == [6, 0, 6])
    for token in tokens { #expect(!shell.output.contains(token) && !shell.error.contains(token)) }

    let list = try Shell("caledit profiles", in: folder)
    #expect(list.status == .status(0))
    let lines = list.output.split(separator: "\n")
    #expect(lines.map { $0.hasPrefix("*") } == [false, true, false])
    #expect(lines[0].hasSuffix("token: \(folder.path("home/t0"))"))
    #expect(lines[1].hasSuffix("token: nowhere"))
    for token in tokens { #expect(!list.output.contains(token) && !list.error.contains(token)) }

    for (command, status) in [("profiles", 0), ("check --all", 1)] as [(String, Int32)] {
      let shell = try Shell("caledit \(command) --json", in: folder)
      #expect(shell.status == .status(status))
      for token in tokens {
        #expect(!shell.output.contains(token) && !shell.error.contains(token))
      }
      let value = try JSONDocument(parsing: Array(shell.output.utf8)).value
      let profiles = try #require(value["data.profiles"]?.array)
      #expect(profiles.map { $0[key: "name"] } == ["p0", "p1", "p2"])
      #expect(
        profiles[0].object?.keys
          == (command == "profiles"
            ? ["name", "isInUse", "location", "service", "token", "isReadOnly"]
            : ["name", "isReadOnly", "isWell", "findings"]))
      if status == 1 { #expect(profiles.map { $0[key: "isWell"] } == [true, false, true]) }
    }
  }
}
