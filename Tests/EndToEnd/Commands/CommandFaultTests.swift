import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// What commands say where something is typed wrong, cannot be written, or takes long.
@Suite(.waits, .timeLimit(.minutes(240))) struct CommandFaultTests {
  private func saves(_ place: CommandPlace) -> Int {
    place.sandbox.requests.count { $0.call?.kind == .save }
  }

  // MARK: Slips

  /// A slip behind `not`, and a name that nothing has, change nothing.
  @Test func slipsChangeNothing() throws {
    let place = try CommandPlace()
    for (words, status, said) in [
      ("--filter 'not type personl' notes=x", 64, "Did you mean Personal?"),
      ("--filter 'not recuring' notes=x", 64, "Did you mean recurring?"),
      ("--filter 'not opn on 24 dec' notes=x", 64, "Did you mean open on 24 dec?"),
      ("--filter 'not studio' notes=x", 64, "Words to look for stand in quotes."),
      ("--filter 'not group studoi' notes=x", 64, "Nothing is called"),
      ("\(place.id(0)) groupId=studoi", 3, "Nothing is called"),
      ("\(place.id(0)) formId=Intakee", 3, "Nothing is called"),
      ("\(place.id(0)) teamMembers+=Nobodyy", 3, "Nothing is called"),
    ] as [(String, Int32, String)] {
      let shell = try place.run("caledit set \(words) --yes")
      #expect(shell.status != .status(0), "\(words)")
      if status == 64 { #expect(shell.status == .status(64), "\(words): \(shell.error)") }
      #expect(
        (shell.error + shell.output).contains(said), "\(words): \(shell.error)\(shell.output)")
    }
    #expect(saves(place) == 0)
  }

  /// Bytes that are no text are refused where they come from, and nothing is sent for them.
  @Test func bytesThatAreNoText() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    for (command, status, said) in [
      (
        "caledit set \(id) name=\"$(printf 'ab\\377cd')\" --yes", 64,
        "argument 3, “name=ab\u{FFFD}cd”"
      ),
      ("caledit list --filter \"$(printf '\\300\\257')\"", 64, "argument 3"),
      (
        "printf '# a\\n\(id)\\nab\\377\\n' >$HOME/list; caledit set --from $HOME/list notes=x --yes",
        65, "list:3: the line is not UTF-8"
      ),
      (
        "printf 'notes=a\\nname=\\377\\n' >$HOME/patch; caledit apply $HOME/patch \(id) --yes", 65,
        "patch:2: the line is not UTF-8"
      ),
      (
        "printf 'name = a\\377b\\nquit\\n' | caledit --line \(id)", 1,
        "line 1 was not done, “name = a\u{FFFD}b”: it is not UTF-8"
      ),
    ] as [(String, Int32, String)] {
      let shell = try place.run(command)
      #expect(shell.status == .status(status), "\(command): \(shell.error)\(shell.output)")
      #expect(shell.error.contains(said), "\(command): \(shell.error)")
    }
    #expect(saves(place) == 0)
  }

  // MARK: Standard output

  /// A disk that is full under standard output is no success, whatever the command.
  @Test func standardOutputThatTakesNothing() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    for command in [
      "export \(id)", "get \(id)", "get \(id) --json", "list --json", "list", "list --ndjson",
      "set \(id) slotDuration='55 min' --yes", "config example", "help set", "--help", "--version",
      "completions bash", "profiles", "runs",
    ] {
      let shell = try place.run("caledit \(command) >/dev/full")
      #expect(shell.status == .status(74), "\(command): \(shell.error)")
      #expect(
        shell.error.hasSuffix("caledit: standard output: No space left on device\n"),
        "\(command): \(shell.error)")
    }
    #expect(saves(place) == 1)
    // What went wrong before says more.
    let wrong = try place.run("caledit validate --filter 'name zzz' >/dev/full")
    #expect(wrong.status != .status(0) && wrong.status != .status(74))
    // Nobody misses what a reader did not want.
    let head = try place.run("caledit list --ndjson | head -c 1 >/dev/null; true")
    #expect(head.error.isEmpty, "\(head.error)")
  }

  @Test func aJournalThatCannotBeWritten() throws {
    let place = try CommandPlace()
    try FileManager.default.createDirectory(
      atPath: place.folder.path("home/state/caledit"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try place.folder.write("", to: "home/state/caledit/runs")
    let shell = try place.run("caledit set \(place.id(0)) notes=x --yes")
    #expect(shell.status == .status(1), "\(shell.error)")
    #expect(shell.error.contains("nothing can be sent without a journal of it: "))
    #expect(shell.error.contains("home/state/caledit/runs"), "\(shell.error)")
    #expect(shell.error.contains("Nothing was sent. XDG_STATE_HOME names another folder for it."))
    #expect(saves(place) == 0)
  }

  // MARK: Waiting

  /// What takes long is said on standard error alone; what does not is not.
  @Test func waitingIsSaid() throws {
    let place = try CommandPlace()
    let text = try place.folder.read("home/config/caledit/config")
    func configure(_ seconds: Int) throws {
      let token = "token-command = sleep \(seconds); cat \(place.folder.path("token0"))\n"
      let first = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let lines = first.map { $0.hasPrefix("token-file") && $0.hasSuffix("token0") ? token : $0 }
      try place.folder.configure(lines.joined(separator: "\n"))
    }
    try configure(8)
    let slow = try place.run("caledit get \(place.id(0)) slotDuration")
    #expect(slow.status == .status(0), "\(slow.error)")
    #expect(slow.error == "caledit: Waiting for the token command.\n")
    try configure(0)
    let start = ContinuousClock.now
    let quick = try place.run("caledit get \(place.id(0)) slotDuration")
    #expect(quick.output == slow.output)
    // Nothing is said before three seconds; a machine that takes longer may say it.
    if start.duration(to: .now) < .seconds(3) { #expect(quick.error.isEmpty) }
    place.sandbox.inject(
      .answer(status: 429, body: "{}", headers: ["Retry-After": "4"]), call: .load,
      calendar: place.id(0))
    let paused = try place.run("caledit get \(place.id(0)) slotDuration")
    #expect(paused.output == slow.output, "\(paused.error)")
    #expect(paused.error.hasSuffix("caledit: Waiting 4 s, as the service asked for it.\n"))
  }

  @Test func anAbsurdPauseIsReadable() throws {
    let place = try CommandPlace()
    place.sandbox.inject(
      .answer(status: 429, body: "{}", headers: ["Retry-After": "9223372036854775807"]),
      call: .load, calendar: place.id(0))
    let shell = try place.run("caledit get \(place.id(0)) slotDuration")
    #expect(
      shell.status == .status(69) && shell.error.contains("more than a year"), "\(shell.error)")
    #expect(!shell.error.contains("e+"))
  }

  // MARK: What is found

  @Test func rowsAreSaidOneByOne() throws {
    let shell = try Shell(
      "caledit get --demo 'Beard Trim' dates; caledit get --demo 'Beard Trim' teamMembers slug",
      in: try Scratch())
    let lines = shell.output.split(separator: "\n")
    #expect(shell.status == .status(0), "\(shell.error)")
    #expect(lines.contains { $0.hasPrefix("  ") && $0.contains(": priority") }, "\(shell.output)")
    #expect(lines.contains { $0.hasPrefix("teamMembers = ") && $0.contains("team member") })
  }

  @Test func aSlugFindsItsHistory() throws {
    let place = try CommandPlace()
    try place.record(
      place.id(0), before: ["id": .text(place.id(0)), "name": "Beard Trim", "slug": "trim-30"],
      sent: ["notes": "b"], after: nil)
    for word in ["trim-30", "TRIM-30", "beard trim"] {
      let shell = try place.run("caledit history \(word.contains(" ") ? "'\(word)'" : word)")
      #expect(shell.status == .status(0) && shell.output.contains("somebody"), "\(shell.error)")
    }
    #expect(try place.run("caledit history trim-31").status == .status(1))
  }

  /// Each run can be told from the others in a terminal of 80 columns.
  @Test func runsInEightyColumns() throws {
    let place = try CommandPlace()
    for minutes in [55, 50] {
      let set =
        "caledit set --all-profiles --filter 'not name contains zzz' slotDuration='\(minutes) min' "
        + "--yes"
      #expect(try place.run(set).status == .status(0))
    }
    let ids = try place.json("caledit runs --json")["data.runs"]?.array?.compactMap {
      $0[key: "id"]?.text
    }
    let session = try TerminalSession(
      Program.binary, ["runs", "--no-pager"], environment: place.folder.environment, columns: 80)
    _ = try session.waitForExit(seconds: Program.patience)
    let text = session.text
    for (number, (minutes, id)) in zip([50, 55], ids ?? []).enumerated() {
      for words in [
        "\(number + 1)  20", "6 calendars: 6 done", "(Slot duration: \(minutes) min)", id,
      ] {
        #expect(text.contains(words), "\(words): \(text)")
      }
    }
    #expect(ids?.count == 2 && !text.contains(" 0 "))
  }
}
