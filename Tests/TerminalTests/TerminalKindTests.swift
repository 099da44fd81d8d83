import TerminalTesting
import Testing

@Suite struct TerminalKindTests {
  @Test(arguments: [
    ("linux", true), ("screen-256color", true), ("tmux-256color", true), ("xterm", true),
    ("rxvt", true), ("vt100", false), ("vt220", false), ("xterm-mono", false),
  ])
  func knownTerminals(name: String, hasColor: Bool) throws {
    let session = try startProbe(environment: ["TERM": name])
    #expect(session.line(0) == "ready 24x80 utf8 \(hasColor ? "color" : "mono") -")
    #expect(session.line(1).contains("|red|bold|on blue|under|reverse|"))
    session.send(Array("\u{1B}[A\u{1B}OB\u{1B}[15~".utf8))
    for key in ["Up", "Down", "F5"] { try session.wait(for: "key \(key)") }
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.modes == session.originalModes)
    #expect(session.isCursorVisible)
  }

  @Test func unknownOfAKnownFamily() throws {
    let session = try startProbe(environment: ["TERM": "xterm-nobody-knows"], columns: 160)
    #expect(
      session.line(0).hasSuffix(
        "This host does not know the terminal “xterm-nobody-knows”; it is treated as xterm-256color."
      ))
    try session.quit()
  }

  @Test(arguments: [
    ("nonsense", "probe: this host does not know the terminal “nonsense” (TERM)"),
    ("dumb", "probe: the terminal “dumb” (TERM) cannot place its cursor"),
    ("", "probe: TERM is not set"),
  ])
  func refused(name: String, message: String) throws {
    let session = try TerminalSession(
      builtProduct("terminal-probe"), environment: ["TERM": name], columns: 160)
    #expect(try session.waitForExit() == .status(2))
    #expect(session.text.contains(message))
    #expect(session.isRestored)
    #expect(!session.rawOutput.contains(0x1B))
  }

  @Test func noTerminal() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "\(builtProduct("terminal-probe")) </dev/null; echo status $?"])
    try session.wait(for: "status 2")
    #expect(session.text.contains("must be a terminal"))
  }
}
