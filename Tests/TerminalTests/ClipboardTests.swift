import Testing

@testable import Terminal

/// OSC 52: the bytes, and when they are sent.
@Suite struct ClipboardTests {
  private func sent(
    _ text: String, _ terminal: String = "xterm-256color", tmux: Bool = false
  ) throws -> String {
    String(
      decoding: try ClipboardSequence(text, terminal: terminal, tmux: tmux).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ÿ>?", "w78+Pw=="), ("日本", "5pel5pys"),
  ])
  func base64(text: String, encoded: String) {
    #expect(String(decoding: ClipboardSequence.base64(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test func plain() throws {
    #expect(try sent("hello") == "\u{1B}]52;c;aGVsbG8=\u{7}")
  }

  /// What would be obeyed where it is pasted is a symbol; lines, tabs and letters stay whole.
  @Test(arguments: [
    ("a\u{1B}[201~b\u{9B}2J", "a␛[201~b<9B>2J"), ("one\n\ttwo\r\n", "one\n\ttwo\r\n"),
    ("👨‍👩‍👧 e\u{301}\u{302}\u{303}", "👨‍👩‍👧 e\u{301}\u{302}\u{303}"), ("x\u{202E}y", "x<RLO>y"),
  ])
  func whatIsHiddenIsShown(text: String, copied: String) throws {
    let encoded = String(decoding: ClipboardSequence.base64(Array(copied.utf8)), as: UTF8.self)
    #expect(try sent(text) == "\u{1B}]52;c;\(encoded)\u{7}")
  }

  /// The plain one for `set-clipboard on`, the wrapped one for `allow-passthrough on`.
  @Test func inTmuxBothWays() throws {
    let both =
      "\u{1B}]52;c;aGVsbG8=\u{7}" + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGVsbG8=\u{7}\u{1B}\\"
    #expect(try sent("hello", "screen-256color", tmux: true) == both)
    #expect(try sent("hello", "xterm", tmux: true) == both)
    // Behind SSH only the type of the terminal tells.
    #expect(try sent("hello", "tmux-256color") == both)
  }

  @Test func inScreenInPieces() throws {
    #expect(try sent("hello", "screen.xterm-256color") != sent("hello"))
    let pieces = try sent(String(repeating: "x", count: 200), "screen-256color")
      .split(separator: "\u{1B}\\", omittingEmptySubsequences: true)
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 78 })
    let whole = pieces.map { $0.dropFirst(2) }.joined()
    #expect(try whole == sent(String(repeating: "x", count: 200)))
  }

  @Test(arguments: ["linux", "linux-16color", "vt100", "vt220", "vt102-w", "dumb", "ansi", ""])
  func terminalsThatWouldPrintIt(terminal: String) {
    #expect(throws: ClipboardError.terminalCannot(terminal)) {
      try ClipboardSequence("hello", terminal: terminal, tmux: false)
    }
  }

  @Test func tooLong() throws {
    let most = String(repeating: "x", count: ClipboardSequence.limit / 4 * 3)
    #expect(try sent(most).utf8.count > 70_000)
    #expect(throws: ClipboardError.tooLong(bytes: 74_996, limit: 74_994)) {
      try ClipboardSequence(most + "x", terminal: "xterm", tmux: false)
    }
  }

  @Test func throughARealTerminal() throws {
    let session = try startProbe()
    session.type("hello")
    try session.wait(for: "typed: hello")
    session.type("C")
    try session.wait(for: "copied")
    #expect(session.hasWritten("\u{1B}]52;c;aGVsbG8=\u{7}"))
    #expect(session.text.contains("typed: hello"))
    #expect(!session.text.contains("52;c"))
    try session.quit()
  }

  @Test(arguments: ["linux", "vt100"])
  func notThroughAConsole(terminal: String) throws {
    let session = try startProbe(environment: ["TERM": terminal])
    session.type("helloC")
    try session.wait(for: "not copied: terminalCannot(\"\(terminal)\")")
    #expect(!session.hasWritten("52;c"))
    try session.quit()
  }
}
