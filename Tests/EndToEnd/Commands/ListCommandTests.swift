import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// `caledit list`: the calendars of one sub-account and of several.
@Suite(.waits, .timeLimit(.minutes(240))) struct ListCommandTests {
  @Test func oneSubAccount() throws {
    let place = try CommandPlace()
    let shell = try place.run("caledit list")
    #expect(shell.status == .status(0) && shell.error.isEmpty)
    let lines = shell.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("Calendar ") && lines[0].contains("Id") && lines[0].contains("Week"))
    for number in 0..<3 {
      #expect(
        lines.contains { $0.hasPrefix(place.name(number)) && $0.contains(place.id(number)) })
    }
    #expect(!shell.output.contains("\t") && !shell.output.contains("\u{1B}"))
    let names = lines.dropFirst().map { $0.prefix(12).lowercased() }
    #expect(names == names.sorted())
    #expect(place.sandbox.misdirectedRequests.isEmpty)
  }

  @Test(arguments: ["--all-profiles", "--profile p0,p1", "--profile 'p1, p0'"])
  func severalSubAccounts(options: String) throws {
    let place = try CommandPlace()
    let shell = try place.run("caledit list \(options)")
    #expect(shell.status == .status(0) && shell.error.isEmpty)
    let lines = shell.output.split(separator: "\n")
    #expect(lines.count == 7 && lines[0].hasPrefix("Profile"))
    #expect(lines.count { $0.hasPrefix("p0 ") } == 3 && lines.count { $0.hasPrefix("p1 ") } == 3)
    // Each token is seen with its own sub-account only, and each list is asked for once.
    #expect(place.sandbox.misdirectedRequests.isEmpty)
    #expect(place.sandbox.requests.count { $0.call?.kind == .list } == 2)
  }

  @Test func oneThatFailsDoesNotHoldTheOthers() throws {
    for (status, alone) in [(401, 77), (500, 69), (403, 77)] as [(Int, Int32)] {
      let place = try CommandPlace { sandbox in
        sandbox.inject(
          .answer(status: status, body: #"{"statusCode":\#(status),"message":"no"}"#), times: 100,
          call: .list, location: Sandbox.accounts(count: 2, calendars: 0)[1].id)
      }
      let shell = try place.run("caledit list --all-profiles")
      #expect(shell.status == .status(6))
      #expect(shell.output.split(separator: "\n").count == 4)
      #expect(shell.error.hasPrefix("caledit: p1: "), "\(shell.error)")
      let only = try place.run("caledit list --profile p1")
      #expect(only.status == .status(alone) && only.output.isEmpty)
      let json = try place.json("caledit list --all-profiles --json", status: 6)
      #expect(json[key: "data"]?[key: "calendars"]?.array?.count == 3)
      #expect(json["problems[0].status"]?.int == Int(alone))
      #expect(json["problems[0].severity"] == "error")
    }
  }

  @Test func withoutAToken() throws {
    let place = try CommandPlace()
    try place.folder.remove("token1")
    let some = try place.run("caledit list --all-profiles")
    #expect(some.status == .status(6) && some.error.contains("p1: "))
    let none = try place.run("caledit list --profile p1")
    #expect(none.status == .status(77) && none.error.contains("token1"))
  }

  @Test func notReachable() throws {
    let place = try CommandPlace()
    let shell = try place.run(
      "caledit list --base-url http://127.0.0.1:9 --token-file \(place.folder.path("token0"))")
    #expect(shell.status == .status(69), "\(shell.error)")
    #expect(shell.output.isEmpty)
  }

  @Test func filtersSortsAndGroups() throws {
    let folder = try Scratch()
    func lines(_ options: String) throws -> [Substring] {
      let shell = try Shell("caledit list --demo \(options)", in: folder)
      #expect(shell.status == .status(0), "\(shell.error)")
      return shell.output.split(separator: "\n")
    }
    let all = try lines("")
    let personal = try lines("--filter 'type personal'")
    #expect(all.count > 40 && personal.count > 3 && personal.count < all.count)
    #expect(personal.dropFirst().allSatisfy { $0.contains("Personal") })
    let some = try lines("--filter 'type personal, has errors'")
    #expect(some.count == 2 && some[1].contains("Window Clean"))
    #expect(try lines("--filter 'name \"no such calendar\"'") == ["No calendars."])
    let grouped = try lines("--group type")
    #expect(grouped.contains { $0.hasPrefix("Personal  ") })
    let byLength = try lines("--sort duration").dropFirst()
    let turned = try lines("--sort=-duration").dropFirst()
    #expect(
      byLength.first?.contains("10 min") == true || byLength.first?.contains("15 min") == true)
    #expect(turned.first != byLength.first)
  }

  @Test(arguments: [
    ("--filter 'duration > soon'", "--filter: "), ("--sort size", "'size' is invalid"),
    ("--group size", "'size' is invalid"), ("--json --ndjson", "not both"),
    ("--profile a --all-profiles", "cannot be given with --all-profiles"),
    ("--profile p0,p1 --location x", "cannot be given with several profiles"),
    ("--demo --base-url x", "cannot be given with --demo"), ("--profile ,", "needs the name"),
    ("--profile pit-1234", "looks like a token"), ("extra", "Unexpected argument"),
  ])
  func usage(options: String, message: String) throws {
    let place = try CommandPlace()
    let shell = try place.run("caledit list \(options)")
    #expect(shell.status == .status(64), "\(shell.error)")
    #expect(shell.error.contains(message), "\(shell.error)")
    #expect(shell.output.isEmpty && place.sandbox.requests.isEmpty)
  }

  // MARK: For programs

  @Test func asJSON() throws {
    let place = try CommandPlace()
    let json = try place.json("caledit list --json")
    #expect(json.memberNames == CommandPlace.envelopeNames)
    #expect(json[key: "command"] == "list" && json[key: "problems"] == [])
    let calendars = try #require(json["data.calendars"]?.array)
    #expect(calendars.count == 3)
    for calendar in calendars {
      #expect(
        calendar.memberNames == [
          "profile", "location", "id", "name", "slug", "type", "state", "durationMinutes", "week",
          "errors", "warnings", "governedBySchedule", "members", "groupId", "group", "updated",
        ])
      #expect(calendar[key: "profile"] == "p0")
      #expect(calendar["members[0]"]?.memberNames == ["id", "name"])
    }
  }

  @Test func asLines() throws {
    let place = try CommandPlace()
    let shell = try place.run("caledit list --all-profiles --ndjson")
    let lines = try shell.output.split(separator: "\n").map {
      try JSONDocument(parsing: Array($0.utf8)).value
    }
    #expect(lines.map { $0[key: "kind"] } == Array(repeating: "calendar", count: 6) + ["summary"])
    #expect(lines.last?[key: "records"] == 6 && lines.last?[key: "ok"] == true)
    #expect(lines.first?.memberNames.prefix(3) == ["kind", "profile", "location"])
  }

  // MARK: On a terminal

  /// The output of a command on a terminal.
  private func session(
    _ arguments: [String], rows: Int = 60, _ environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let folder = try Scratch()
    let session = try TerminalSession(
      Program.binary, arguments + ["--demo"],
      environment: folder.environment.merging(environment) { $1 }, rows: rows, columns: 80)
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    return session
  }

  @Test func colours() throws {
    #expect(try session(["list"]).hasWritten("\u{1B}[1;36mCalendar"))
    for variables in [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "vt100"]] {
      #expect(try !session(["list"], variables).hasWritten("\u{1B}["))
    }
    #expect(try !session(["list", "--json"]).hasWritten("\u{1B}["))
  }

  @Test func pager() throws {
    let marked = ["PAGER": "sed 's/^/PAGE /'"]
    #expect(try session(["list"], rows: 10, marked).hasWritten("PAGE "))
    #expect(try !session(["list", "--no-pager"], rows: 10, marked).hasWritten("PAGE "))
    #expect(try !session(["list", "--filter", "has errors"], rows: 10, marked).hasWritten("PAGE "))
    #expect(try !session(["list", "--json"], rows: 10, marked).hasWritten("PAGE "))
    for pager in [" ", "cat", "no-such-pager-at-all", "true"] {
      let session = try session(["list"], rows: 10, ["PAGER": pager])
      #expect(session.hasWritten("Window Clean") == (pager != "true"), "\(pager)")
    }
  }

  @Test func fitsTheTerminal() throws {
    let session = try session(["list", "--no-pager", "--filter", "type personal"])
    #expect(session.lines.contains { $0.contains("Coaching") })
    // A line that is too long would go on in the next one.
    let rows = session.lines.filter { !$0.isEmpty }
    #expect(rows.count < 12, "\(rows)")
  }
}
