import Glibc
import TerminalTesting
import Testing

/// However the program ends, the terminal is left as it was found.
@Suite struct EndingTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func signals(number: Int32) throws {
    let session = try startProbe(["--mouse"])
    #expect(!session.modes.echoes && !session.modes.isCanonical && !session.modes.hasSignals)
    session.signal(number)
    #expect(try session.waitForExit() == .signal(number))
    #expect(session.isRestored)
    #expect(!session.reportsMouse)
    #expect(session.hasWritten("\u{1B}[?2004l"))
    #expect(session.hasWritten("\u{1B}[?1036r"))
  }

  @Test func hangUpEndsItAtOnce() throws {
    let session = try startProbe()
    session.closeMaster()
    let exit = try session.waitForExit()
    #expect(exit == .status(129))
  }

  @Test func signalHangUp() throws {
    let session = try startProbe()
    session.signal(SIGHUP)
    #expect(try session.waitForExit() == .status(129))
    #expect(session.isRestored)
  }

  /// With SIGHUP ignored, only the terminal itself tells.
  @Test func hangUpUnderNohup() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "trap '' HUP; exec \(builtProduct("terminal-probe"))"])
    try session.wait(for: "ready")
    session.closeMaster()
    #expect(try session.waitForExit() == .status(129))
  }

  /// A trap runs neither defer nor deinit.
  @Test func trapLeavesAUsableShellAndItsMessage() throws {
    let session = try startProbe(["--mouse"], rows: 60)
    #expect(session.reportsMouse)
    session.type("T")
    let exit = try session.waitForExit()
    #expect(!session.reportsMouse)
    #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(exit))
    #expect(session.isRestored)
    // A release build traps without a word.
    #if DEBUG
      #expect(session.text.contains("Fatal error: trapped as asked"))
    #endif
  }

  @Test func standardErrorIsKeptForTheEnd() throws {
    let session = try startProbe()
    session.type("Wx")
    try session.wait(for: "typed: x")
    #expect(!session.hasWritten("a warning"))
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.isRestored)
    #expect(session.line(0) == "a warning")
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGQUIT, SIGBUS])
  func fatalSignals(number: Int32) throws {
    let session = try startProbe()
    session.signal(number)
    #expect(try session.waitForExit() == .signal(number))
    #expect(session.isRestored)
  }

  @Test func exitFromAnywhere() throws {
    let session = try startProbe()
    session.type("X")
    #expect(try session.waitForExit() == .status(3))
    #expect(session.isRestored)
  }

  @Test func terminalWithoutASecondScreen() throws {
    let session = try startProbe(environment: ["TERM": "vt100"])
    session.type("T")
    _ = try session.waitForExit()
    #expect(session.modes == session.originalModes)
    #expect(session.isCursorVisible)
  }

  /// The shell goes on in the last line, and finds it empty.
  @Test(arguments: ["vt100", "linux"])
  func lastLineWithoutASecondScreen(term: String) throws {
    let session = try startProbe(environment: ["TERM": term], rows: 2)
    #expect(!session.line(1).isEmpty)
    try session.quit()
    #expect(session.line(1) == "")
    #expect(session.cursor == (row: 1, column: 0))
  }
}
