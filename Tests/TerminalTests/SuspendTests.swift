import Foundation
import Glibc
import TerminalTesting
import Testing

/// With a shell that has job control: without one there is nobody to stop for.
@Suite struct SuspendTests {
  private func startShell() throws -> TerminalSession {
    let session = try TerminalSession(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "prompt> ", "P": builtProduct("terminal-probe")])
    try session.wait(for: "prompt>")
    return session
  }

  @Test func fromInside() throws {
    let session = try startShell()
    session.type("$P --mouse\n")
    try session.wait(for: "ready")
    #expect(session.reportsMouse)
    session.type("abZ")
    try session.wait(for: "Stopped")
    #expect(!session.reportsMouse)
    #expect(!session.isAlternateScreen)
    #expect(session.modes.echoes && session.modes.isCanonical && session.modes.hasSignals)
    #expect(session.isCursorVisible)
    session.resize(rows: 30, columns: 100)
    session.type("fg\n")
    try session.wait(for: "resize 30x100")
    #expect(session.reportsMouse)
    #expect(session.isAlternateScreen)
    #expect(session.text.contains("typed: ab"))
    #expect(session.text.contains("resumed"))
    let written = String(decoding: session.rawOutput, as: UTF8.self)
    let keypad = try #require(written.components(separatedBy: "\u{1B}[?1l\u{1B}>").last)
    #expect(keypad.contains("\u{1B}[?1h\u{1B}="), "the keypad is on again")
    #expect(!session.modes.isCanonical)
    session.type("cd")
    try session.wait(for: "typed: abcd")
    session.type("Q")
    try session.wait("shell's screen") { !session.isAlternateScreen }
    session.type("echo end $?\n")
    try session.wait(for: "end 0")
  }

  @Test(arguments: ["TSTP", "STOP"])
  func fromOutside(signal: String) throws {
    let session = try startShell()
    session.type("($P; true)\n")
    try session.wait(for: "ready")
    let pid = try #require(probe(of: session.pid))
    kill(pid, signal == "TSTP" ? SIGTSTP : SIGSTOP)
    if signal == "TSTP" {
      try session.wait("shell's screen") { !session.isAlternateScreen }
      try session.wait("cooked mode") { session.modes.isCanonical }
    }
    wait("it is stopped") { Processes.state(pid) == "T" }
    session.settle()
    kill(pid, SIGCONT)
    try session.wait(for: "resumed")
    #expect(session.isAlternateScreen)
    session.type("x")
    try session.wait(for: "typed: x")
    session.type("Q")
    try session.wait("shell's screen") { !session.isAlternateScreen }
  }

  /// Makes the terminal take nothing: the program paints, and nobody looks.
  private func fill(_ session: TerminalSession) {
    for _ in 0..<200 {
      session.send([0x4C])
      usleep(4000)
    }
  }

  private func wait(_ what: Comment, until condition: () -> Bool) {
    let end = ContinuousClock.now + .seconds(60)
    while !condition(), .now < end { usleep(5000) }
    #expect(condition(), what)
  }

  /// It stops all the same, and paints everything when somebody looks again.
  @Test func aTerminalThatTakesNothing() throws {
    let session = try startShell()
    session.type("($P --quiet; true)\n")
    try session.wait(for: "ready")
    let pid = try #require(probe(of: session.pid))
    fill(session)
    kill(pid, SIGTSTP)
    wait("it is stopped") { Processes.state(pid) == "T" }
    #expect(session.modes.isCanonical && session.modes.echoes)
    session.settle()
    kill(pid, SIGCONT)
    try session.wait(for: "resumed")
    #expect(session.isAlternateScreen)
    #expect(!session.modes.isCanonical)
    session.type("x")
    try session.wait(for: "typed: x")
    session.type("Q")
    try session.wait("shell's screen") { !session.isAlternateScreen }
  }

  /// The child runs, and the screen comes back.
  @Test func aChildOnATerminalThatTakesNothing() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString)-child")
    defer { try? FileManager.default.removeItem(at: file) }
    let session = try startProbe(environment: ["PROBE_CHILD": "touch \(file.path)"])
    fill(session)
    session.send([0x56])
    wait("the child has run") { FileManager.default.fileExists(atPath: file.path) }
    try session.wait(for: "child status(0)")
    #expect(session.isAlternateScreen)
    #expect(!session.modes.isCanonical)
    try session.quit()
  }

  /// The grandchild of the shell.
  private func probe(of shell: pid_t) -> pid_t? {
    let first = Processes.children(of: shell).first
    return first.flatMap { Processes.children(of: $0).first ?? $0 }
  }

  /// Nobody could let it go on.
  @Test func withoutJobControlItGoesOn() throws {
    let session = try startProbe()
    session.type("Z")
    try session.wait(for: "resumed")
    session.type("x")
    try session.wait(for: "typed: x")
    try session.quit()
  }

  @Test func ignoredStopIsRespected() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "trap '' TSTP; exec \(builtProduct("terminal-probe"))"])
    try session.wait(for: "ready")
    session.signal(SIGTSTP)
    session.type("Zx")
    try session.wait(for: "typed: x")
    try session.quit()
  }

  /// Ctrl-Z stops the child and the program, or the shell would wait for ever.
  @Test func childIsStoppedWithTheProgram() throws {
    let session = try startShell()
    session.type("$P\n")
    try session.wait(for: "ready")
    session.type("S")
    try session.wait("cooked mode") { session.modes.isCanonical && session.modes.hasSignals }
    try session.wait("the child") {
      Processes.children(of: session.pid).first.map { !Processes.children(of: $0).isEmpty } ?? false
    }
    session.settle()
    session.control("z")
    try session.wait(for: "Stopped")
    session.type("fg\n")
    try session.wait("cooked mode") { session.modes.isCanonical && session.modes.hasSignals }
    session.settle()
    session.control("c")
    try session.wait(for: "child 2")
    session.type("x")
    try session.wait(for: "typed: x")
    session.type("Q")
    try session.wait("shell's screen") { !session.isAlternateScreen }
  }

  @Test func childHasTheTerminal() throws {
    let session = try startProbe()
    session.type("R")
    try session.wait(for: "back")
    #expect(session.hasWritten("outside"))
    #expect(!session.text.contains("outside"))
    session.type("E")
    try session.wait(for: "child 0")
    #expect(session.text.contains("ready 24x80"))
    try session.quit()
  }
}
