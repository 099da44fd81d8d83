import Foundation
import Glibc
import Sandbox
import TerminalTesting
import Testing

/// Whatever happens to the terminal or the process: the draft is there, and nothing runs on.
@Suite(.waits, .timeLimit(.minutes(240))) struct WayOutTests {
  private static let patience = Program.patience

  /// Waits without taking what the program writes.
  private func wait(_ what: Comment, until condition: () -> Bool) {
    let end = ContinuousClock.now + .seconds(Self.patience)
    while !condition(), .now < end { usleep(5000) }
    #expect(condition(), what)
  }

  private func expectDraft(_ place: DraftPlace, _ text: String = #""slotDuration":45"#) {
    #expect(place.texts.count == 1)
    #expect(place.texts.first?.contains(text) == true)
  }

  // MARK: The terminal

  @Test func endOfInput() throws {
    let place = try DraftPlace()
    let program = try place.start()
    try program.changeDuration()
    program.session.makeCanonical()
    program.session.control("d")
    #expect(try program.waitForExit() == .status(129))
    #expect(program.session.isRestored)
    expectDraft(place)
  }

  /// Nothing tells but an error of reading: SIGHUP is ignored.
  @Test func anErrorOfTheTerminal() throws {
    let place = try DraftPlace()
    let session = try TerminalSession(
      "/bin/sh", ["-c", "trap '' HUP; exec \"$0\" \"$@\"", Program.binary] + place.arguments,
      environment: place.folder.environment.merging(["HIGHLEVEL_TOKEN": Program.token]) { $1 })
    try session.wait(for: "unchanged", seconds: Self.patience)
    try session.changeDuration()
    session.closeMaster()
    #expect(try session.waitForExit(seconds: Self.patience) == .status(129))
    expectDraft(place)
  }

  /// Has the program show more than the system holds for a terminal, and reads none of it.
  private func fill(_ session: TerminalSession) {
    for _ in 0..<Self.repaints {
      session.control("l")
      usleep(8000)
    }
  }

  private static let repaints = 100

  /// How often the screen was painted; fewer times than was asked for, where it could not be.
  private func paints(_ session: TerminalSession) -> Int {
    let clear = Array("\u{1B}[H\u{1B}[2J".utf8)
    return session.rawOutput.indices.count { session.rawOutput[$0...].starts(with: clear) }
  }

  /// Nobody reads what it shows: it goes on without, sleeps, and ends when it is told to.
  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func aTerminalThatTakesNothing(number: Int32) throws {
    let place = try DraftPlace()
    let program = try place.start()
    let session = program.session
    try program.goTo("slotDuration")
    program.retype("4")
    fill(session)
    session.type("5")
    wait("what is typed reaches the draft") {
      place.texts.first?.contains(#""slotDuration":45"#) == true
    }
    let before = session.usage.processorTime
    usleep(500_000)
    #expect(session.usage.processorTime - before < .milliseconds(100), "it waits asleep")
    #expect(!Processes.hasEnded(session.pid))
    let start = ContinuousClock.now
    session.signal(number)
    wait("end") { Processes.hasEnded(session.pid) }
    #expect(start.duration(to: .now) < .seconds(30))
    #expect(session.modes == session.originalModes)
    let exit = try program.waitForExit()
    #expect(exit == (number == SIGSEGV ? .signal(number) : .status(128 + number)))
    #expect(session.isRestored)
    expectDraft(place)
    #expect(paints(session) < Self.repaints, "the terminal was full")
  }

  @Test func aTerminalThatTakesSomethingAgainShowsTheNewest() throws {
    let program = try Program.opened()
    try program.goTo("slotDuration")
    program.retype("4")
    fill(program.session)
    program.session.type("5")
    usleep(50_000)
    program.session.control("u")
    program.session.type("55")
    try program.session.wait("newest", seconds: Self.patience) {
      program.hasChanges(1)
        && program.session.lines.contains { $0.contains("Slot duration") && $0.contains("55") }
    }
    program.session.settle()
    #expect(paints(program.session) < Self.repaints, "the terminal was full")
    let shown = program.session.text
    program.session.control("l")
    program.session.settle()
    #expect(program.session.text == shown, "nothing has been lost on the way")
    try program.quitLosingChanges()
  }

  // MARK: Shells

  /// The leader of the session dies, as when the server of SSH does.
  @Test(arguments: [SIGKILL, SIGHUP])
  func aShellThatIsKilled(number: Int32) throws {
    let place = try DraftPlace()
    let session = try place.startShell()
    session.type("$C\n")
    let program = try edit(in: session, place)
    session.signal(number)
    wait("end") { Processes.hasEnded(program) }
    expectDraft(place)
  }

  /// Makes an edit in a program that runs in a shell; answers with its number.
  private func edit(in session: TerminalSession, _ place: DraftPlace) throws -> pid_t {
    try session.wait(for: "unchanged", seconds: Self.patience)
    try session.changeDuration()
    return try #require(Processes.children(of: session.pid).first)
  }

  /// A program that was stopped in a shell right after an edit.
  private func stopped(_ place: DraftPlace) throws -> (TerminalSession, pid_t) {
    let session = try place.startShell()
    session.type("$C\n")
    let program = try edit(in: session, place)
    kill(program, SIGTSTP)
    try session.wait(for: "Stopped", seconds: Self.patience)
    return (session, program)
  }

  /// Stopped at once after an edit: the draft cannot wait until it goes on.
  @Test func aStoppedProgramIsToldToEnd() throws {
    let place = try DraftPlace()
    let (session, program) = try stopped(place)
    expectDraft(place)
    try endJob(in: session, program)
    #expect(session.modes.echoes && !session.isAlternateScreen)
    expectDraft(place)
  }

  /// Tells a job of the shell to end, and looks at its status.
  ///
  /// In one line: between two, a shell reports a job that has ended, and knows it no longer. And with
  /// -f: without it, a shell stops waiting when the job goes on.
  private func endJob(in session: TerminalSession, _ program: pid_t) throws {
    session.type("kill %1; wait -f %1; echo status $?\n")
    try session.wait(for: "status 143", seconds: Self.patience)
    #expect(Processes.hasEnded(program))
  }

  @Test func aStoppedProgramWhoseShellGoes() throws {
    let place = try DraftPlace()
    let (session, program) = try stopped(place)
    session.signal(SIGKILL)
    wait("end") { Processes.hasEnded(program) }
    expectDraft(place)
  }

  /// Sent into the background it waits for its turn, and is told to end there.
  @Test func aProgramInTheBackgroundIsToldToEnd() throws {
    let place = try DraftPlace()
    let (session, program) = try stopped(place)
    session.type("bg\n")
    // The shell has to know of it as well; it says so before a prompt.
    try session.wait("second stop", seconds: Self.patience) {
      session.settle(milliseconds: 100)
      session.type("\n")
      return session.count(of: "Stopped") >= 2
    }
    #expect(!session.isAlternateScreen && session.modes.echoes)
    try endJob(in: session, program)
    #expect(session.modes.echoes && !session.isAlternateScreen)
    expectDraft(place)
  }

  // MARK: Crashes

  /// The terminal is given back, the message of the system is that of the signal, and the draft of
  /// before is there.
  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS])
  func aCrash(number: Int32) throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    program.session.signal(number)
    #expect(try program.waitForExit() == .signal(number))
    #expect(program.session.isRestored)
    #expect(program.session.hasWritten("\u{1B}[?2004l"))
    expectDraft(place)
    let next = try place.start()
    try next.wait(for: "There is a draft")
    next.session.type("r")
    try next.wait(for: "Recovered: 1 changed property.")
    try next.quitLosingChanges()
  }

  /// The runtime's own handler would look at all of memory for seconds, and ask for a key.
  @Test func aCrashIsQuickAndSaysWhatIsKept() throws {
    let place = try DraftPlace()
    let program = try place.start(environment: ["SWIFT_BACKTRACE": ""])
    try program.changeDuration()
    program.session.signal(SIGSEGV)
    #expect(try program.waitForExit() == .signal(SIGSEGV))
    #expect(program.session.isRestored)
    try program.wait(forSentence: "The next start offers to recover the draft")
    #expect(!program.session.hasWritten("Press space"))
  }

  // MARK: Whatever is open

  /// With a dialog on top, whatever it is.
  @Test(arguments: ["q", "s", "f", "p"] as [Character])
  func aDialogIsOpen(key: Character) throws {
    let place = try DraftPlace()
    let program = try place.start()
    try program.changeDuration()
    program.session.control(key)
    try program.session.wait("dialog", seconds: Self.patience) {
      program.session.text.contains("┌─") || program.session.text.contains("Review: ")
    }
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(program.session.isRestored)
    expectDraft(place)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aCallIsUnderWay(number: Int32) throws {
    let place = try DraftPlace()
    let program = try place.start(["--no-check"])
    try program.changeDuration()
    place.sandbox.inject(.delay(milliseconds: 600_000), method: "PUT")
    try program.save()
    try program.wait(for: "Esc cancels.")
    expectDraft(place)
    program.session.signal(number)
    #expect(try program.waitForExit() == .status(128 + number))
    #expect(program.session.isRestored)
    expectDraft(place)
  }

  // MARK: Other programs

  /// Starts with an edit, in the program that `$EDITOR` is: a shell script.
  private func startEditor(_ script: String) throws -> (DraftPlace, Program) {
    let place = try DraftPlace()
    let editor = try place.folder.write("#!/bin/sh\n\(script)\n", to: "editor", mode: 0o700)
    let program = try place.start(environment: ["EDITOR": editor])
    try program.changeDuration()
    try program.goTo("description")
    program.session.alt("e")
    try program.wait(for: "editor is up")
    expectDraft(place)
    return (place, program)
  }

  private func filesOfEditors(_ place: DraftPlace) -> [String: Data] {
    place.folder.files.filter { $0.key.hasSuffix("description.txt") }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func anEditorThatEndsIsTakenOver(number: Int32) throws {
    let (place, program) = try startEditor(
      """
      trap 'echo from the editor >"$1"; kill $!; exit 0' TERM HUP
      sleep 60 &
      echo editor is up
      wait
      """)
    program.session.signal(number)
    #expect(try program.waitForExit() == .status(128 + number))
    #expect(program.session.isRestored)
    expectDraft(place)
    expectDraft(place, "from the editor")
    #expect(filesOfEditors(place).isEmpty)
  }

  @Test func anEditorThatIsKilledKeepsWhatWasSavedInIt() throws {
    let (place, program) = try startEditor(
      "echo saved in it >\"$1\"; echo editor is up; exec sleep 60")
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(program.session.isRestored)
    expectDraft(place)
    let kept = try #require(filesOfEditors(place).first)
    #expect(kept.value == Data("saved in it\n".utf8))
    #expect(program.session.text.replacing("\n", with: "").contains(kept.key))
  }

  @Test func anEditorThatHasSavedNothingLeavesNothing() throws {
    let (place, program) = try startEditor("echo editor is up; exec sleep 60")
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    expectDraft(place)
    #expect(filesOfEditors(place).isEmpty)
  }

  @Test func anEditorThatGoesOnIsLeft() throws {
    let (place, program) = try startEditor(
      """
      trap '' TERM HUP
      echo $$ >"$HOME/pid"
      echo editor is up
      while [ ! -e "$HOME/end" ]; do sleep 0.05; done
      """)
    let editor = try #require(
      pid_t(place.folder.read("home/pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    let start = ContinuousClock.now
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(start.duration(to: .now) < .seconds(30))
    #expect(program.session.isRestored)
    expectDraft(place)
    #expect(!Processes.hasEnded(editor), "what is typed in it can still be saved")
    #expect(filesOfEditors(place).count == 1)
    try place.folder.write("", to: "home/end")
    wait("end of the editor") { Processes.hasEnded(editor) }
  }

  @Test func theTokenCommandIsRunning() throws {
    let place = try DraftPlace()
    let command = try place.folder.write(
      """
      #!/bin/sh
      if [ -e "$HOME/asked" ]; then echo asking again >/dev/tty; exec sleep 60; fi
      touch "$HOME/asked"
      echo \(Program.token)
      """, to: "token", mode: 0o700)
    let program = try place.start(
      ["--no-check", "--token-command", command], environment: ["HIGHLEVEL_TOKEN": ""])
    try program.changeDuration()
    place.sandbox.inject(.answer(status: 401, body: "{}"), method: "PUT")
    try program.save()
    try program.wait(for: "Read the token again")
    program.session.type("r")
    try program.wait(for: "asking again")
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(program.session.isRestored)
    expectDraft(place)
  }

  // MARK: tmux

  private static let tmux = "/usr/bin/tmux"

  /// A pane that is closed, and a server that is killed.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: tmux), "tmux is not installed"),
    arguments: ["kill-pane", "kill-session", "kill-server", "kill -9"])
  func tmuxEnds(how: String) throws {
    let place = try DraftPlace()
    let socket = place.folder.path("run/tmux")
    func tmux(_ command: String) throws -> String {
      try Shell(
        "\(Self.tmux) -f /dev/null -S \(socket) \(command)", in: place.folder,
        environment: ["HIGHLEVEL_TOKEN": Program.token]
      ).output
    }
    _ = try tmux(
      "new-session -d -x 80 -y 24 "
        + "'\(([Program.binary] + place.arguments).joined(separator: " "))'")
    let server = try #require(pid_t(try tmux("display-message -p '#{pid}'").trimmed))
    defer { kill(server, SIGKILL) }
    let program = try #require(pid_t(try tmux("display-message -p '#{pane_pid}'").trimmed))
    func shows(_ text: String) -> Bool { (try? tmux("capture-pane -p"))?.contains(text) == true }
    wait("calendar") { shows("unchanged") }
    _ = try tmux("send-keys C-f slotDuration Enter")
    wait("field") { shows(" slotDuration · ") }
    _ = try tmux("send-keys C-u 45")
    wait("change") { shows("1 changed") }
    if how == "kill -9" { kill(server, SIGKILL) } else { _ = try tmux(how) }
    wait("end") { Processes.hasEnded(program) }
    expectDraft(place)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
