import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Line mode, as the program talks on a terminal and in a pipe.
@Suite(.waits, .timeLimit(.minutes(240))) struct LineModeTests {
  /// A conversation on a terminal that shows lines only.
  private struct Talk {
    let session: TerminalSession

    init(_ session: TerminalSession) { self.session = session }

    var output: String {
      String(decoding: session.rawOutput, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    func wait(for text: String, after start: Int = 0) throws {
      try session.wait("“\(text)”", seconds: Program.patience) {
        String(decoding: session.rawOutput[start...], as: UTF8.self).contains(text)
      }
    }

    /// Types a line, and waits for what is said.
    func hear(_ line: String, _ answer: String) throws {
      let start = session.rawOutput.count
      session.type(line)
      session.press(.enter)
      try wait(for: answer, after: start)
    }

    func exit() throws -> TerminalSession.Exit {
      try session.waitForExit(seconds: Program.patience)
    }

    /// Leaves the program without changes.
    func quit() throws {
      session.type("quit\n")
      #expect(try exit() == .status(0))
    }

    /// Leaves the program, and looks at all that it said and at what it leaves behind.
    func quitPlainly() throws {
      try quit()
      expectPlain()
      #expect(session.isRestored)
    }

    /// Nothing but text and line breaks.
    func expectPlain(sourceLocation: SourceLocation = #_sourceLocation) {
      let odd = Set(session.rawOutput.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D })
      #expect(odd == [], "\(output)", sourceLocation: sourceLocation)
    }
  }

  private func start(
    _ place: DraftPlace, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Talk {
    Talk(
      try TerminalSession(
        Program.binary, place.arguments + arguments,
        environment: place.folder.environment.merging(["HIGHLEVEL_TOKEN": Program.token]) { $1 }
          .merging(environment) { $1 }))
  }

  private func opened(
    _ place: DraftPlace, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Talk {
    let talk = try start(place, arguments, environment: environment)
    try talk.wait(for: "caledit> ")
    return talk
  }

  // MARK: A task

  @Test func aWholeTask() throws {
    let place = try DraftPlace()
    try place.folder.remember(false, at: place.sandbox.baseURL)
    let talk = try opened(place)
    #expect(talk.output.contains("cannot place its cursor. So it starts in line mode."))
    try talk.hear("slots", "1. Slot duration: ")
    try talk.hear("1", "Slot duration (")
    try talk.hear("abc", "Error: \"abc\" is not a number.")
    try talk.hear("= 50", "1. Slot duration: 50 minutes; changed")
    try talk.hear("minimum notice = 9 hours", "Minimum notice: 9 hours")
    try talk.hear("name = Mine", "Name: \"Mine\"")
    // Somebody else saves meanwhile.
    let other = try Shell(
      "printf 'name = Theirs\\nsave\\nsave\\nquit\\n' | caledit --line \(place.arguments.joined(separator: " "))",
      in: try Scratch(), environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(other.status == .status(0), "\(other.output)\(other.error)")
    #expect(other.output.contains("Saved: 1 property."), "\(other.output)")
    try talk.hear("save", "Answer with")
    try talk.hear("save", "Changed by somebody else too: 1 value")
    try talk.hear("1 mine", "chosen: mine")
    try talk.hear("continue", "Saved: ")
    try talk.hear("history", "1. 20")
    try talk.hear("1", "Slot duration: ")
    try talk.hear("restore", "Restored: ")
    try talk.hear("undo", "Unchanged.")
    try talk.quitPlainly()
    let body = try #require(place.sandbox.requests.last { $0.method == "PUT" }?.body)
    #expect(String(decoding: body, as: UTF8.self).contains("\"Mine\""))
  }

  // MARK: When it starts

  @Test func startsWhereItIsAskedFor() throws {
    let place = try DraftPlace()
    for (arguments, environment) in [
      (["--line"], [:]), ([], ["ACCESSIBLE": "1"]), ([], ["ACCESSIBLE": "whatever"]),
      ([], ["TERM": ""]), ([], ["TERM": "no-such-terminal"]),
    ] as [([String], [String: String])] {
      let talk = try opened(place, arguments, environment: environment)
      try talk.quit()
      talk.expectPlain()
    }
  }

  @Test func theStrongerSourceCounts() throws {
    let place = try DraftPlace()
    let program = try place.start(["--no-line"], environment: ["ACCESSIBLE": "1"])
    try program.quit()
    try place.folder.configure("line = yes\n")
    let talk = try opened(place, environment: [:])
    try talk.quit()
    try place.start(["--no-line"]).quit()
  }

  @Test func aDumbTerminalWithoutLinesIsRefused() throws {
    let place = try DraftPlace()
    let talk = try start(place, ["--no-line"])
    #expect(try talk.exit() == .status(1))
    #expect(talk.output.contains("cannot place its cursor"))
  }

  // MARK: Ends

  private func expectDraft(_ place: DraftPlace) {
    #expect(place.texts.count == 1 && place.texts.first?.contains("\"Changed\"") == true)
  }

  @Test func theEndOfTheInput() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    talk.session.control("d")
    #expect(try talk.exit() == .status(1))
    #expect(talk.output.contains("the next start offers it"))
    expectDraft(place)
    let again = try start(place)
    try again.wait(for: "1. Recover it")
    try again.hear("1", "Recovered: 1 changed property.")
    again.session.type("quit\n")
    try again.wait(for: "Quit and discard the changes (q)")
    again.session.type("q\n")
    #expect(try again.exit() == .status(0))
    let unchanged = try opened(place)
    unchanged.session.control("d")
    #expect(try unchanged.exit() == .status(0))
  }

  @Test func ctrlC() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    try talk.hear("save", "Review: ")
    talk.session.control("c")
    try talk.hear("where", "Line 1 of")
    talk.session.control("c")
    try talk.wait(for: "Ctrl-C once more ends")
    talk.session.control("c")
    #expect(try talk.exit() == .status(130))
    expectDraft(place)
    talk.expectPlain()
  }

  @Test func hangUpAndSignals() throws {
    for signal in [SIGTERM, SIGHUP] {
      let place = try DraftPlace()
      let talk = try opened(place)
      try talk.hear("name = Changed", "changed, was")
      talk.session.signal(signal)
      #expect(try talk.exit() == .status(128 + signal))
      expectDraft(place)
    }
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    talk.session.closeMaster()
    #expect(try talk.exit() == .status(129))
    expectDraft(place)
  }

  // MARK: Pipes

  @Test func aScript() throws {
    let folder = try Scratch()
    try folder.write("slots\n1\n50\nsave\nsave\nreload\nlist\nquit", to: "script")
    let shell = try Shell(
      "caledit --demo \(Sandbox.demoCalendarID) --line <\(folder.path("script"))", in: folder)
    #expect(shell.status == .status(0), "\(shell.error)")
    #expect(shell.output.contains("\ncaledit> save\nReview: "))
    #expect(shell.output.contains("\nSaved: 1 property.\n"))
    #expect(shell.output.contains("\n1. Slot duration: 50 minutes"))
    #expect(shell.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func aScriptIsTheSameEachTime() throws {
    let folder = try Scratch()
    try folder.write(
      "team\nlist\ndate hours\npreview\nback\nlist calendars\n1\nwhere\n", to: "script")
    let command = "caledit --demo \(Sandbox.demoCalendarID) --line <\(folder.path("script"))"
    let shells = try (0..<3).map { _ in try Shell(command, in: folder) }
    // But for the time of day; and once the last start that can still be booked may pass.
    let texts = shells.map { $0.output.replacing(/\d\d:\d\d/, with: "") }
    #expect(texts[0] == texts[1] || texts[1] == texts[2])
    #expect(shells[0].status == .status(0))
  }

  /// A script that was not done says so: the status, and the first line with the reason.
  @Test(arguments: [
    (
      "slot duraton = 45 min\nquit\n",
      "line 1 was not done, “slot duraton = 45 min”: No line is called"
    ),
    ("slots\n99\nbogus\n", "line 2 was not done, “99”: There are "),
    ("week\nmonday = x-y\n", "line 2 was not done, “monday = x-y”: \"x-y\" cannot be read."),
    ("slots\n1\n", "the input ended, and this was not answered: Slot duration: "),
    (
      "slots\nslot duration = banana\nundo\nquit\n",
      "line 2 was not done, “slot duration = banana”: \"banana\" is not a number."
    ),
    ("help fnord\nquit\n", "line 1 was not done, “help fnord”: Nothing here is called \"fnord\"."),
    ("active = banana\nback\nquit\n", "line 1 was not done, “active = banana”: Nothing here has "),
    ("undo\nquit\n", "line 1 was not done, “undo”: There is nothing to undo."),
    // It would stop what writes the lines as well, for ever.
    ("suspend\nquit\n", "line 1 was not done, “suspend”: The input is no terminal"),
    ("name = Changed\nsave\n", "the input ended, and this was not answered: Review"),
    ("name = Changed\nsave\nslots\n", "line 3 was not done, “slots”: It is no answer to \"Review"),
  ])
  func aScriptThatIsNotDone(script: String, message: String) throws {
    let folder = try Scratch()
    try folder.write(script, to: "script")
    let shell = try Shell(
      "caledit --demo \(Sandbox.demoCalendarID) --line <\(folder.path("script"))", in: folder)
    #expect(shell.status == .status(1))
    #expect(shell.error.contains("caledit: \(message)"), "\(shell.error)")
  }

  /// Who keeps the draft has what was asked for; where it is stands on standard error.
  @Test func aScriptThatKeepsItsDraft() throws {
    let place = try DraftPlace()
    let script = try Shell(
      "printf 'name = Changed\\nquit\\nd\\n' | caledit --line "
        + place.arguments.joined(separator: " "),
      in: place.folder, environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(script.status == .status(0), "\(script.error)")
    #expect(script.error.contains("is kept; the next start offers it."), "\(script.error)")
  }

  /// What a draft asks stands before the lines of a script.
  @Test func aScriptThatMeetsADraft() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    talk.session.control("d")
    #expect(try talk.exit() == .status(1))
    let arguments = place.arguments.joined(separator: " ")
    let script = try Shell(
      "printf 'slots\\n1\\n50\\n' | caledit --line \(arguments)", in: place.folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(script.status == .status(1))
    #expect(
      script.error.contains(
        "line 1 was not done, “slots”: It is no answer to \"There is a draft\". Answer with a number"
      ),
      "\(script.error)")
  }

  @Test func onlyWhatTheLocaleShows() throws {
    let folder = try Scratch()
    for (arguments, locale) in [("", "C"), ("--ascii", "C.UTF-8")] {
      let shell = try Shell(
        "printf 'week\\nquit\\n' | caledit --demo \(Sandbox.demoCalendarID) --line \(arguments)",
        in: folder, environment: ["LC_ALL": locale])
      #expect(shell.output.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
      #expect(shell.output.contains("Cut & Colour - Lumen Studio"))
    }
  }

  @Test func nobodyReads() throws {
    let shell = try Shell(
      "(printf 'list\\nlist\\n'; sleep 1; printf 'list\\nlist\\n') | caledit --demo "
        + "\(Sandbox.demoCalendarID) --line | head -1; echo done", in: try Scratch())
    #expect(shell.output.hasSuffix("done\n"))
  }

  @Test func standardInputIsTheCalendar() throws {
    let folder = try Scratch()
    try folder.write("{ \"name\": \"A\", \"slotDuration\": 30 }", to: "in.json")
    let talk = Talk(
      try TerminalSession(
        "/bin/sh", ["-c", "\"$BINARY\" --line --file - <\"$IN\" >\"$OUT\""],
        environment: folder.environment.merging([
          "BINARY": Program.binary, "IN": folder.path("in.json"), "OUT": folder.path("out.json"),
        ]) { $1 }))
    try talk.wait(for: "caledit> ")
    try talk.hear("slot duration = 45", "Slot duration: 45")
    try talk.hear("save", "Review: ")
    try talk.hear("save", "standard output")
    try talk.quit()
    #expect(try folder.read("out.json") == "{ \"name\": \"A\", \"slotDuration\": 45 }")
  }

  @Test func aSecretIsNotShown() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("type token", "token (not shown)> ")
    let secret = "pit-0b5c0123-e0d0-4a11-9ca1-0badc0ffee99"
    talk.session.type(secret)
    talk.session.press(.enter)
    try talk.wait(for: "uses the new token")
    try talk.hear("where", "Line ")
    #expect(!talk.output.contains(secret.suffix(12)))
    try talk.quit()
    #expect(talk.session.isRestored)
  }

  // MARK: Stopped and going on

  /// Starts line mode in a shell with jobs.
  private func startInShell(_ place: DraftPlace) throws -> Talk {
    let command = ([Program.binary] + place.arguments).joined(separator: " ")
    let talk = Talk(
      try TerminalSession(
        "/bin/bash", ["--norc", "--noediting", "-i"],
        environment: place.folder.environment.merging([
          "HIGHLEVEL_TOKEN": Program.token, "TERM": "dumb", "PS1": "shell% ",
        ]) { $1 }))
    try talk.wait(for: "shell% ")
    try talk.hear(command, "caledit> ")
    return talk
  }

  /// A shell with jobs: Ctrl-Z stops the program, and `fg` says where one is and asks again.
  @Test func fgSaysWhereOneIs() throws {
    let place = try DraftPlace()
    let talk = try startInShell(place)
    try talk.hear("name = Held", "changed, was")
    // The wait is for the prompt of the shell, in which the program stands stopped.
    var start = talk.session.rawOutput.count
    talk.session.control("z")
    try talk.wait(for: "shell% ", after: start)
    start = talk.session.rawOutput.count
    talk.session.type("fg\n")
    try talk.wait(for: "caledit goes on.", after: start)
    try talk.wait(for: "1. Name: \"Held\"", after: start)
    try talk.wait(for: "caledit> ", after: start)
    // Nothing that is typed for a secret is seen by the shell, and nothing stays hidden in it.
    try talk.hear("type token", "token (not shown)> ")
    start = talk.session.rawOutput.count
    talk.session.control("z")
    try talk.wait(for: "shell% ", after: start)
    try talk.hear("stty -a | tr ' ;' '\\n\\n' | grep -x -e echo -e -echo", "echo")
    #expect(!talk.output.contains("\n-echo"))
    start = talk.session.rawOutput.count
    talk.session.type("fg\n")
    try talk.wait(for: "token (not shown)> ", after: start)
    try talk.hear("", "caledit> ")
    try talk.hear("undo", "Unchanged.")
    try talk.hear("quit", "shell% ")
    talk.session.type("exit\n")
    #expect(try talk.exit() == .status(0))
    talk.expectPlain()
  }

  /// `suspend` stops it like Ctrl-Z, and the line is said again.
  @Test func suspendStops() throws {
    let place = try DraftPlace()
    let talk = try startInShell(place)
    try talk.hear("suspend", "shell% ")
    try talk.hear("fg", "1. What: ")
    try talk.hear("quit", "shell% ")
    talk.session.type("exit\n")
    #expect(try talk.exit() == .status(0))
  }

  // MARK: The editor of the environment

  /// A long text is written in `$EDITOR`, from the form and from the question for its lines; what goes
  /// wrong there is said.
  @Test func longTextsInTheEditor() throws {
    let place = try DraftPlace()
    let folder = try Scratch()
    try folder.write(
      "#!/bin/sh\nread way <\"$WAY\"\ncase $way in\n"
        + "write) printf 'From the editor\\nsecond line\\n' >\"$1\";;\n"
        + "fail) exit 3;;\nkeep) ;;\nesac\n", to: "editor")
    let (editor, way) = (folder.path("editor"), folder.path("way"))
    try folder.write("write\n", to: "way")
    let talk = try opened(
      place, environment: ["TERM": "dumb", "EDITOR": "/bin/sh \(editor)", "WAY": way])
    try talk.hear("description", "text> ")
    try talk.hear(".external editor", "second line")
    try talk.hear(".done", "\"From the editor second line\"; changed")
    try folder.write("keep\n", to: "way")
    try talk.hear("external editor", "caledit> ")
    try folder.write("fail\n", to: "way")
    try talk.hear("external editor", "3")
    try talk.hear("where", "\"From the editor second line\"; changed")
    try talk.hear("undo", "Unchanged.")
    try talk.quitPlainly()
  }

  /// Ctrl-D at whatever is asked ends it, and the work is kept.
  @Test(arguments: [
    ["save"], ["slots", "1"], ["description"], ["type token"], ["palette"], ["quit"], ["sections"],
  ])
  func theEndAtEveryPrompt(lines: [String]) throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    for line in lines {
      let start = talk.session.rawOutput.count
      talk.session.type(line + "\n")
      try talk.session.wait("an answer", seconds: Program.patience) {
        talk.session.rawOutput.count > start + line.utf8.count + 2
      }
    }
    try talk.session.wait("a prompt", seconds: Program.patience) {
      String(decoding: talk.session.rawOutput.suffix(3), as: UTF8.self).contains(/[>:] $/)
    }
    talk.session.control("d")
    #expect(try talk.exit() == .status(1))
    #expect(talk.session.isRestored)
    expectDraft(place)
  }
}
