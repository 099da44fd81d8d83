import Glibc
import TerminalTesting
import Testing

@Suite struct ScreenTests {
  private let sample = "é中e\u{301}😀|red|bold|on blue|under|reverse|␛[31m|"

  @Test func charactersAndStyles() throws {
    let session = try startProbe()
    #expect(session.line(1) == sample)
    #expect(session.isAlternateScreen)
    // é1 中2 e1 😀2 |1
    #expect(session.style(1, 7) == .init(foreground: .indexed(1)))
    #expect(session.style(1, 11) == .init(bold: true))
    #expect(session.style(1, 16) == .init(foreground: .indexed(7), background: .indexed(4)))
    #expect(session.style(1, 24) == .init(underline: true))
    #expect(session.style(1, 30) == .init(reverse: true, foreground: .indexed(2)))
    // What a text holds never reaches the terminal as a command.
    #expect(!session.hasWritten("\u{1B}[31m|"))
    #expect(session.cursor == (row: 2, column: 7))
    try session.quit()
  }

  @Test func resizing() throws {
    let session = try startProbe()
    for (rows, columns) in [(40, 120), (12, 40), (3, 10), (1, 1), (60, 200)] {
      session.resize(rows: rows, columns: columns)
      if columns > 20 {
        try session.wait(for: "ready \(rows)x\(columns)")
        if rows > 4 { try session.wait(for: "resize \(rows)x\(columns)") }
      } else {
        session.settle()
      }
    }
    #expect(session.line(1) == sample)
    try session.quit()
  }

  @Test func manyResizesEndWithTheLast() throws {
    let session = try startProbe()
    for columns in 81...120 { session.resize(rows: 30, columns: columns) }
    try session.wait(for: "ready 30x120")
    try session.wait(for: "resize 30x120")
    try session.quit()
  }

  /// An exported size is older than the window.
  @Test func environmentSizeIsNotBelieved() throws {
    let session = try startProbe(environment: ["LINES": "7", "COLUMNS": "33"])
    #expect(session.line(0).hasPrefix("ready 24x80"))
    try session.quit()
  }

  /// Painting anew puts right what scrolls.
  ///
  /// A frame that scrolls while the window grows leaves the terminal with the old last row as the
  /// end of it.
  @Test(arguments: [true, false])
  func allRowsScrollAgain(afterResize: Bool) throws {
    let session = try startProbe()
    if afterResize { session.resize(rows: 30, columns: 80) }
    session.overwrite("\u{1B}[4;9r")
    if afterResize {
      try session.wait(for: "ready 30x80")
    } else {
      let before = session.rawOutput.count
      session.type("L")
      try session.wait("a repaint") { session.rawOutput.count > before }
    }
    session.settle()
    #expect(session.line(1) == sample)
    // Beyond the last row everything moves up.
    session.overwrite("\u{1B}[99;1H\n")
    #expect(session.line(0) == sample)
    try session.quit()
  }

  /// And so does the end of the program, for the shell.
  @Test func allRowsScrollForTheShell() throws {
    let session = try startProbe()
    session.overwrite("\u{1B}[4;9r")
    try session.quit()
    #expect(session.isRestored)
    session.overwrite("\u{1B}[1;1Hfirst\u{1B}[2;1Hsecond\u{1B}[99;1H\n")
    #expect(session.line(0).hasPrefix("second"))
  }

  @Test func repaintAfterSomethingElseWrote() throws {
    let session = try startProbe()
    session.overwrite("\u{1B}[2;1Hgarbage from elsewhere")
    #expect(session.line(1).hasPrefix("garbage"))
    session.type("L")
    try session.wait(for: sample)
    try session.quit()
  }

  /// What was reached by changes is what a full repaint shows.
  @Test(arguments: ["xterm-256color", "linux", "ansi"])
  func changesAddUp(terminal: String) throws {
    try checkThatChangesAddUp("G", terminal, turns: 40)
  }

  /// The same for rows that move, which the terminal moves itself where it can.
  @Test(arguments: [
    "xterm-256color", "xterm", "xterm-mono", "linux", "screen-256color", "tmux-256color", "rxvt",
    "vt100", "vt220", "ansi", "cygwin", "cons25",
  ])
  func movedRowsAddUp(terminal: String) throws {
    let output = try checkThatChangesAddUp("M", terminal, turns: 12)
    // A list that is written again with each turn has some ten thousand bytes.
    if terminal != "cygwin" { #expect(output < 12_000) }
  }

  /// Answers how many bytes the changes had, without those of the repaints.
  @discardableResult
  private func checkThatChangesAddUp(
    _ order: String, _ terminal: String, turns: Int
  ) throws -> Int {
    let session = try startProbe(environment: ["TERM": terminal], rows: 20, columns: 41)
    var output = 0
    for turn in 1...turns {
      let before = session.rawOutput.count
      session.type(order)
      try session.wait(for: "turn \(turn)-\(turn - 1).")
      output += session.rawOutput.count - before
      let lines = session.styledLines
      session.type("L")
      try session.wait(for: "turn \(turn)-\(turn).")
      for (row, line) in session.styledLines.dropLast().enumerated() where line != lines[row] {
        Issue.record("row \(row) was \(lines[row])\nand should be \(line)")
      }
    }
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
    return output
  }

  @Test func bell() throws {
    let session = try startProbe()
    session.type("B")
    try session.wait("bell") { session.bells == 1 }
    try session.quit()
  }

  @Test(arguments: ["1", ""])
  func noColor(value: String) throws {
    let session = try startProbe(environment: ["NO_COLOR": value])
    try session.wait(for: value.isEmpty ? "color" : "mono")
    #expect(session.line(1) == sample)
    let style = session.style(1, 7)
    #expect(style.foreground == (value.isEmpty ? .indexed(1) : .normal))
    #expect(session.style(1, 11).bold)
    try session.quit()
  }
}

@Suite struct LocaleTests {
  @Test(arguments: ["C", "POSIX"])
  func withoutUTF8(locale: String) throws {
    let session = try startProbe(environment: ["LC_ALL": locale])
    #expect(session.line(0).contains("ascii"))
    #expect(session.line(0).contains("The locale is not UTF-8"))
    #expect(session.line(1) == "?? e? |red|bold|on blue|under|reverse|?[31m|")
    session.type("é中x")
    try session.wait(for: "typed: ?? x")
    #expect(session.rawOutput.allSatisfy { $0 < 0x80 })
    try session.quit()
  }

  /// Over plain `ssh` no locale is named; the terminal says what it takes.
  @Test(arguments: ["xterm-256color", "vt220", "linux"])
  func withoutALocaleTheTerminalIsAsked(terminal: String) throws {
    let session = try startProbe(environment: ["LANG": "", "TERM": terminal])
    try session.wait(for: "ready 24x80 utf8")
    #expect(session.line(0).hasSuffix("-"))
    #expect(session.line(1) == "é中e\u{301}😀|red|bold|on blue|under|reverse|␛[31m|")
    #expect(session.line(3).isEmpty && session.line(4).isEmpty)
    session.type("é中")
    try session.wait(for: "typed: é中")
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
  }

  @Test(arguments: [TerminalSession.Kind.oneByte, .silent])
  func whatIsNotShownIsNotTaken(kind: TerminalSession.Kind) throws {
    let session = try startProbe(environment: ["LANG": ""], kind: kind)
    session.settle(milliseconds: 300)
    #expect(session.line(0).hasPrefix("ready 24x80 ascii"))
    #expect(session.line(1) == "?? e? |red|bold|on blue|under|reverse|?[31m|")
    #expect(session.rawOutput.filter { $0 >= 0x80 } == [0xC3, 0xA9])
    // The answer is no key.
    #expect(session.line(4).isEmpty)
    try session.quit()
  }

  /// Late is better than never.
  @Test func anAnswerMayComeLate() throws {
    let session = try startProbe(environment: ["LANG": ""], kind: .silent)
    session.settle(milliseconds: 1500)
    #expect(session.line(0).hasPrefix("ready 24x80 ascii"))
    session.send(Array("\u{1B}[2;2R".utf8))
    try session.wait(for: "ready 24x80 utf8")
    #expect(session.line(1).hasPrefix("é中e\u{301}😀|"))
    #expect(session.line(4).isEmpty)
    // Nobody asked for this one.
    session.send(Array("\u{1B}[2;3Rx".utf8))
    try session.wait(for: "typed: x")
    #expect(session.line(0).hasPrefix("ready 24x80 utf8"))
    try session.quit()
  }

  /// Who names a locale is believed.
  @Test(arguments: ["C", "C.UTF-8"]) func withALocaleNothingIsAsked(locale: String) throws {
    let session = try startProbe(environment: ["LANG": locale])
    session.settle()
    #expect(!session.hasWritten("\u{1B}[6n"))
    try session.quit()
  }

  /// Whoever reads the terminal next does not get the answer.
  @Test func theAnswerIsNotLeftBehind() throws {
    let probe = builtProduct("terminal-probe")
    // The program waits for the answer for 200 ms; on a busy machine it may come later.
    for _ in 0..<5 {
      let session = try TerminalSession(
        "/bin/bash", ["-c", "\(probe); read -t 20 line; printf '<%q>' \"$line\""],
        environment: ["LANG": ""], kind: .silent)
      try session.wait(for: "ready")
      session.type("Q")
      session.settle(milliseconds: 60)
      session.send(Array("\u{1B}[2;2R".utf8))
      session.settle(milliseconds: 400)
      session.send([0x0D])
      try session.wait("what was read") { session.text.contains("<") }
      if session.text.contains("<''>") { return }
    }
    Issue.record("the answer was left behind five times")
  }

  @Test(arguments: ["C", ""]) func utf8Forced(locale: String) throws {
    let session = try startProbe(["--utf8"], environment: ["LC_ALL": locale, "LANG": ""])
    #expect(session.line(0) == "ready 24x80 utf8 color -")
    #expect(session.line(1).hasPrefix("é中e\u{301}😀|"))
    #expect(!session.hasWritten("\u{1B}[6n"))
    try session.quit()
  }

  @Test func asciiForced() throws {
    let session = try startProbe(["--ascii"])
    #expect(session.line(0).hasSuffix("-"))
    #expect(session.rawOutput.allSatisfy { $0 < 0x80 })
    try session.quit()
  }

  /// What SSH carries over to a host that has only C.UTF-8.
  @Test func localeThatIsNotInstalled() throws {
    let session = try startProbe(environment: ["LANG": "xx_XX.UTF-8"])
    #expect(session.line(0).contains("utf8"))
    #expect(session.line(1).hasPrefix("é中e\u{301}😀|"))
    try session.quit()
  }
}
