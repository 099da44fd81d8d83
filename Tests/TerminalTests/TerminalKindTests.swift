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

  /// Where the entry says that the cursor wraps at once, the last column stays free: the terminal may
  /// wait, and then curses would be wrong about where it is.
  @Test(arguments: ["ansi", "cygwin", "cons25"])
  func theLastColumnStaysFree(name: String) throws {
    let session = try startProbe(environment: ["TERM": name])
    #expect(session.line(0).hasPrefix("ready 24x79 "))
    session.type("G")
    try session.wait(for: "turn 1-0.")
    for row in 0..<24 { #expect(session.line(row).count < 80 && session.style(row, 79) == .init()) }
    session.resize(rows: 30, columns: 100)
    session.type("L")
    try session.wait("the end of the new screen") { session.line(29).hasPrefix("turn 1-1.") }
    for row in 0..<30 { #expect(session.style(row, 99) == .init()) }
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
  }

  /// The console of Linux shows something that its font has; every other terminal what is meant.
  @Test(arguments: [
    ("linux", "» - ─ '' \"\" ~ ! + # █·"), ("linux-16color", "» - ─ '' \"\" ~ ! + # █·"),
    ("xterm-256color", "› – — ‘’ “” … ✗ ✓ ≠ ▌▐"),
  ])
  func whatTheFontLacks(name: String, shown: String) throws {
    let session = try startProbe(environment: ["TERM": name])
    session.type("› – — ‘’ “” … ✗ ✓ ≠ ▌▐ é • × · → ▲ █ ┌─┘")
    try session.wait(for: "typed: \(shown) é • × · → ▲ █ ┌─┘")
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
  }

  /// xterm sends Alt-H as Esc and h only when it is asked to; what was set before comes back.
  @Test(arguments: [
    ("xterm-256color", true), ("xterm", true), ("xterm-kitty", false), ("screen-256color", false),
    ("tmux-256color", false), ("rxvt", false), ("linux", false), ("vt220", false),
  ])
  func xtermIsAskedForAlt(name: String, isAsked: Bool) throws {
    let session = try startProbe(environment: ["TERM": name])
    #expect(session.hasWritten("\u{1B}[?1036s\u{1B}[?1036h") == isAsked)
    #expect(!session.hasWritten("\u{1B}[?1036r"))
    session.type("R")
    try session.wait(for: "back")
    #expect(session.count(of: "\u{1B}[?1036r") == (isAsked ? 1 : 0))
    #expect(session.count(of: "\u{1B}[?1036h") == (isAsked ? 2 : 0))
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.count(of: "\u{1B}[?1036r") == (isAsked ? 2 : 0))
  }

  @Test(arguments: [
    ("xterm-nobody-knows", "xterm-256color"), ("foot-nobody-knows", "xterm-256color"),
    ("linux-nobody-knows", "linux"),
  ])
  func unknownOfAKnownFamily(name: String, substitute: String) throws {
    let session = try startProbe(environment: ["TERM": name], columns: 160)
    // The font of a console may lack these quotation marks.
    let said = session.line(0).replacing(/[“”]/, with: "\"")
    #expect(
      said.hasSuffix(
        "This host does not know the terminal \"\(name)\"; it is treated as \(substitute)."))
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
