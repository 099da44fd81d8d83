import Glibc
import Sandbox
import TerminalTesting
import Testing

/// However the program ends or stops, the terminal is as it was, and nothing hangs.
@Suite(.waits, .timeLimit(.minutes(240))) struct EndingTests {
  @Test func withoutChanges() throws {
    let program = try Program.opened()
    #expect(program.session.isAlternateScreen)
    #expect(!program.session.modes.echoes && !program.session.modes.isCanonical)
    try program.quit()
    #expect(program.session.hasWritten("\u{1B}[?2004l"), "bracketed paste is switched off")
    let left = program.session.lines.filter { !$0.isEmpty }
    #expect(left == [], "nothing is left behind")
  }

  @Test func withChangesItAsks() throws {
    let program = try Program.opened()
    let session = program.session
    try program.changeDuration()
    session.control("q")
    try program.wait(for: "1 changed property not saved.")
    session.press(.escape)
    try program.wait(forNo: "Quit and discard the changes")
    #expect(program.hasChanges(1))
    session.control("c")
    try program.wait(for: "Quit and discard the changes")
    session.type("k")
    try program.wait(forNo: "Quit and discard the changes")
    session.control("q")
    try program.wait(for: "Quit and discard the changes")
    // The first answer is the one that loses nothing.
    session.press(.enter)
    try program.wait(for: "Review: ")
    session.control("s")
    try program.wait(for: "Saved: 1 property.")
    try program.quit()
    #expect(program.puts.count == 1)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU])
  func signals(number: Int32) throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.session.signal(number)
    #expect(try program.waitForExit() == .status(128 + number))
    #expect(program.session.isRestored)
    #expect(program.session.hasWritten("\u{1B}[?2004l"))
    #expect(program.puts.isEmpty)
  }

  @Test func hangUp() throws {
    let program = try Program.opened()
    try program.changeDuration()
    program.session.closeMaster()
    #expect(try program.waitForExit() == .status(129))
  }

  /// A call that never ends does not keep the program.
  @Test(arguments: [true, false])
  func duringACall(isSave: Bool) throws {
    let never = SandboxFault.delay(milliseconds: 600_000)
    let program =
      isSave ? try Program.opened() : try Program.started { $0.inject(never) }
    if isSave {
      try program.changeDuration()
      program.sandbox?.inject(never)
      try program.save()
    }
    try program.wait(for: "Esc cancels.")
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(program.session.isRestored)
  }

  @Test func quitDuringALoad() throws {
    let program = try Program.started { $0.inject(.delay(milliseconds: 600_000)) }
    try program.wait(for: "Esc cancels.")
    try program.quit()
  }

  /// With a shell that has job control.
  @Test func suspendFromThePalette() throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let session = try TerminalSession(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: folder.environment.merging([
        "PS1": "prompt> ", "P": Program.binary, "F": file,
      ]) { $1 })
    let patience = Program.patience
    try session.wait(for: "prompt>", seconds: patience)
    session.type("$P --file $F\n")
    try session.wait(for: "unchanged", seconds: patience)
    session.control("f")
    session.type("slotInterval")
    session.press(.enter)
    try session.wait(for: " slotInterval · ", seconds: patience)
    session.control("u")
    session.type("15")
    session.control("p")
    session.type("suspend")
    try session.wait(for: "Suspend to the shell", seconds: patience)
    session.press(.enter)
    try session.wait(for: "Stopped", seconds: patience)
    #expect(!session.isAlternateScreen && session.isCursorVisible)
    #expect(session.modes.echoes && session.modes.isCanonical && session.modes.hasSignals)
    session.resize(rows: 30, columns: 100)
    session.type("fg\n")
    try session.wait("the form", seconds: patience) {
      session.isAlternateScreen && session.text.contains("1 changed")
        && session.lines[29].contains("Ctrl-S Save")
    }
    #expect(session.lines.contains { $0.contains("Slot interval") && $0.contains("15") })
    session.control("q")
    try session.wait(for: "Quit and discard the changes", seconds: patience)
    session.type("q")
    try session.wait("shell's screen", seconds: patience) { !session.isAlternateScreen }
    session.type("echo end $?\n")
    try session.wait(for: "end 0", seconds: patience)
  }

  @Test func continuedAfterAStopItDrawsAgain() throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let program = try Program(["--file", file], folder: folder)
    let session = program.session
    try program.waitUntilLoaded()
    session.settle()
    let before = session.text
    session.signal(SIGSTOP)
    session.overwrite("\u{1B}[2J\u{1B}[Hgarbage")
    #expect(session.line(0) == "garbage")
    session.signal(SIGCONT)
    try session.wait("screen as it was", seconds: Program.patience) { session.text == before }
    try program.quit()
  }
}
