import Foundation
import NetworkTesting
import Sandbox
import TerminalTesting
import Testing

/// Every command of the README does what it is there for.
///
/// They run as they are written, with the configuration that the README shows; its two profiles are
/// sub-accounts of a sandbox. What builds and installs is run by `.ci/run`.
@Suite(.waits, .timeLimit(.minutes(240))) struct ReadmeCommandTests {
  /// A place with the configuration of the README.
  private func place() throws -> CommandPlace {
    let configuration = try #require(Readme().configuration)
    let accounts = Sandbox.demoAccounts().filter { configuration.contains($0.id) }
    #expect(accounts.count == 2)
    let place = try CommandPlace(accounts)
    let folder = place.folder
    try folder.configure("base-url = \(place.sandbox.baseURL)\n" + configuration)
    for name in ["bin", "home/.secrets"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    // The token of a profile stands behind its name.
    func token(_ profile: String) -> String? {
      let rest = configuration.components(separatedBy: "[profile \(profile)]").last ?? ""
      let id = rest.components(separatedBy: "location = ").dropFirst().first?.prefix { $0 != "\n" }
      return accounts.first { $0.id == id.map(String.init) }?.tokens[0]
    }
    let pass = "#!/bin/sh\n[ \"$1\" = highlevel/acme ] && echo '\(try #require(token("acme")))'\n"
    try folder.write(pass, to: "bin/pass", mode: 0o700)
    try folder.write(try #require(token("bravo")), to: "home/.secrets/bravo")
    return place
  }

  private func environment(_ place: CommandPlace) -> [String: String] {
    ["PATH": place.folder.path("bin") + ":/usr/local/bin:/usr/bin:/bin", "EDITOR": "cat"]
  }

  /// Without a year that passes: the holidays of the example are those that come next.
  private static func upcoming(_ command: String) -> String {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    return command.replacingOccurrences(of: "2027-", with: "\(year + 1)-")
      .replacingOccurrences(of: "2026-", with: "\(year)-")
  }

  private func saves(_ place: CommandPlace) -> Int {
    place.sandbox.requests.count { $0.call?.kind == .save }
  }

  @Test func everyBlockIsRunBySomebody() throws {
    let script = try String(
      contentsOf: Readme.root.appendingPathComponent(".ci/run"), encoding: .utf8)
    let run = Set(script.matches(of: #/\breadme ([a-z]+)/#).map { String($0.1) })
    var named: Set<String> = []
    for block in try Readme().blocks {
      #expect(!block.commands.isEmpty)
      switch block.runner {
      case .shell, .together, .terminal: break
      case .script(let name): named.insert(name)
      case .unknown(let comment): Issue.record("Who runs what stands behind \(comment)?")
      }
    }
    #expect(run == named && named.count > 8)
  }

  /// Lists, looks, plans and checks: they end well, say something and send nothing.
  @Test func inAShell() throws {
    let commands = try Readme().blocks.filter { $0.runner == .shell }.flatMap(\.commands)
    #expect(commands.count > 20)
    let place = try place()
    let save = try place.run(
      "caledit set 'Beard Trim' slotDuration='25 min' --yes", environment: environment(place))
    #expect(save.status == .status(0), "\(save.error)")
    let before = saves(place)
    #expect(before > 0)
    for command in commands {
      let shell = try place.run(
        "cd \"$HOME\" && \(Self.upcoming(command))", environment: environment(place), seconds: 120)
      // Of all calendars some are governed by a schedule, so that not all would be done.
      let ends = command.contains("set --all-profiles") ? 6 : 0
      #expect(shell.status == .status(Int32(ends)), "\(command): \(shell.output)\(shell.error)")
      #expect(!(shell.output + shell.error).isEmpty, "\(command)")
      expectHarmless(shell.output, command)
    }
    #expect(saves(place) == before, "nothing is sent")
  }

  /// What shows a screen is left with Ctrl-Q; what asks is answered with no.
  @Test(arguments: try Readme().blocks.filter { $0.runner == .terminal }.flatMap(\.commands))
  func onATerminal(command: String) throws {
    let place = try place()
    let folder = place.folder
    let export = """
      cd "$HOME" && caledit export ocQHyuzHvysMo5N5VsXc >calendar.json &&
        { printf '['; cat calendar.json; printf ']'; } >list.json
      """
    let files = try place.run(export, environment: environment(place))
    #expect(files.status == .status(0), "\(files.error)")
    let session = try TerminalSession(
      "/bin/sh",
      ["-c", "cd \"$HOME\"; caledit() { \"$BINARY\" \"$@\"; }; \(Self.upcoming(command))"],
      environment: folder.environment.merging(environment(place)) { $1 }
        .merging(["BINARY": Program.binary]) { $1 }, rows: 30, columns: 100)
    try session.wait("a screen, a question or the end", seconds: 120) {
      session.exit != nil || isShown(session) || session.text.contains("[y/N]")
        || session.hasWritten("[profile") || session.line(29).hasPrefix(":")
    }
    // A plan of more lines than the screen has is in a pager.
    if session.line(29).hasPrefix(":") {
      session.type("q")
      try session.wait(for: "[y/N]", seconds: Program.patience)
    }
    if session.text.contains("[y/N]") {
      session.type("n\r")
    } else if session.exit == nil, !session.hasWritten("[profile") {
      #expect(!session.text.contains("✗ Error"), "\(command)")
      session.control("q")
    }
    let status = try session.waitForExit(seconds: Program.patience)
    #expect(status == .status(0), "\(command): \(session.text)")
    #expect(saves(place) == 0, "nothing is sent")
  }

  /// Whether there is a screen with what it was started for on it.
  private func isShown(_ session: TerminalSession) -> Bool {
    session.text.contains("F1 Help") && !session.text.contains("Loading")
  }

  private static let curl = "/usr/bin/curl"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: curl), "curl is not installed"))
  func withASandbox() throws {
    let blocks = try Readme().blocks.filter { $0.runner == .together }
    #expect(blocks.count == 1)
    let place = try place()
    // Below the ports that the system gives away: nobody takes it before the program does.
    let held = try HeldPort()
    held.release()
    let port = held.port
    for block in blocks {
      #expect(block.text.contains("--port 8080 &\n"))
      // Whoever types it by hand is slower than the sandbox.
      let wait = "& while ! curl -s -o /dev/null http://127.0.0.1:8080/; do sleep 0.05; done\n"
      let script = block.text.replacingOccurrences(of: "&\n", with: wait)
        .replacingOccurrences(of: "caledit sandbox", with: "\"$BINARY\" sandbox")
        .replacingOccurrences(of: "8080", with: "\(port)")
      let shell = try place.run("set -e\n" + script + ":", seconds: 60)
      #expect(shell.status == .status(0), "\(shell.error)")
      #expect(shell.output.contains("Morning Yoga "), "the list")
      #expect(shell.output.contains("\"slotDuration\":50"), "the answer of curl")
    }
  }

  /// The closure of the example: what was open then is closed, apart from what a schedule governs
  /// and what the service refuses.
  @Test func theHolidayClosure() throws {
    let place = try place()
    let commands = try Readme().blocks.flatMap(\.commands)
    let list = try #require(commands.first { $0.hasPrefix("caledit list --all-profiles") })
    let closure = try #require(
      commands.first { $0.contains("set --all-profiles") && !$0.contains("--dry-run") })
    let shell = try place.run(
      Self.upcoming(closure) + " --yes --json", environment: environment(place), seconds: 180)
    let said = shell.output
    #expect(said.contains(#""outcome":"saved""#) && shell.status != .status(5))
    let open = try place.run(
      Self.upcoming(list) + " --json", environment: environment(place), seconds: 60
    ).output
    let left = open.components(separatedBy: #""id":""#).dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
    for id in left where place.sandbox.calendar(id) != nil {
      let about = said.components(separatedBy: #""id":"\#(id)""#).dropFirst()
        .map { $0.components(separatedBy: #""id":""#).first ?? "" }.joined()
      #expect(
        about.contains("governs") || about.contains("govern the hours")
          || about.contains(#""outcome":"refused""#), "\(id): \(about)")
    }
  }
}
