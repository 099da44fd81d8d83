import JSON
import Sandbox
import TerminalTesting
import Testing

/// Bytes of the terminal that are no keys, and those that no hand has typed, at the real program:
/// nothing is sent, deleted or ended by them.
@Suite(.waits, .timeLimit(.minutes(240))) struct KeyBytesTests {
  private func name(_ program: Program) throws -> String {
    try #require(program.sandbox?.calendar(Program.calendarID)?[key: "name"]?.text)
  }

  private func send(_ pieces: [String], apart milliseconds: Int32, _ program: Program) {
    for piece in pieces {
      program.session.send(Array(piece.utf8))
      program.session.settle(milliseconds: milliseconds)
    }
  }

  /// In a text field, on a number, in the list of rows, on hours and in a dialog.
  @Test(arguments: ["name", "slotDuration", "teamMembers", "openHours"])
  func lateAnswersChangeNothing(key: String) throws {
    // On a busy machine a piece comes much later than it was sent.
    let program = try Program.opened(arguments: ["--esc-delay", "1500"])
    try program.goTo(key)
    program.session.settle()
    let screen = program.session.text
    for pieces in [
      ["\u{1B}", "]11;rgb:0000/", "0000/0000\u{1B}", "\\"], ["\u{1B}]1", "0;rgb:ff/ff/ff\u{7}"],
      ["\u{1B}P>|XTe", "rm(380)-\u{13}\u{13}", "\u{1B}\\"], ["\u{1B}[", "?62;", "22c"],
      ["\u{1B}[?2004;1$", "y"], ["\u{1B}[12;4", "0R"], ["\u{1B}_G", "i=1;OK\u{1B}\\"],
    ] {
      send(pieces, apart: 60, program)
    }
    // With a pause that is longer than an Esc waits.
    send(["\u{1B}]11;rgb:00", "00/0000/0000\u{1B}\\"], apart: 1700, program)
    #expect(program.session.text == screen)
    #expect(program.puts.isEmpty)
    try program.quit()
  }

  /// Two Ctrl-S in a pasted text once saved the calendar.
  @Test(arguments: [false, true])
  func aPasteThatPauses(isEndedByEscape: Bool) throws {
    let program = try Program.opened()
    try program.goTo("name")
    send(["\u{1B}[200~ one\u{13}"], apart: 50, program)
    try program.wait(for: "Pasting… 5 bytes so far. Esc ends it.")
    send(["\u{13}-\u{11}q\r\n", "two\u{1B}[A"], apart: 700, program)
    #expect(program.hasChanges(0))
    #expect(program.puts.isEmpty && program.session.exit == nil)
    if isEndedByEscape {
      program.session.press(.escape)
    } else {
      send(["\u{1B}[2", "01~"], apart: 200, program)
    }
    try program.wait(forChanges: 1)
    #expect(program.puts.isEmpty)
    try program.save(properties: 1)
    #expect(program.puts.count == 1)
    #expect(program.puts.first?.json == ["name": " one-q two[A"])
    try program.quit()
  }

  @Test func aPasteThatIsTooLong() throws {
    let program = try Program.opened()
    try program.goTo("notes")
    program.session.paste(String(repeating: "much text ", count: 110_000))
    try program.wait(for: "The paste was cut at 1048576 bytes; 51424 bytes were left out.")
    program.session.control("z")
    try program.wait(forChanges: 0)
    try program.quit()
  }

  /// An Esc from 50 ms before the rest of its key is that key, and the form stays where it is.
  @Test func anEscBeforeItsKey() throws {
    let program = try Program.opened(arguments: ["--esc-delay", "3000"])
    try program.goTo("slotInterval")
    send(["\u{1B}", "[A"], apart: 50, program)
    try program.wait(for: " slotDuration · ")
    #expect(program.hasChanges(0))
    // Later, the Esc has been one and leads back to where the search began, and still nothing is typed.
    program.session.send([0x1B])
    try program.wait(for: "Enter Go there")
    send(["[B"], apart: 60, program)
    #expect(program.hasChanges(0))
    try program.quit()
  }

  @Test(arguments: [true, false]) func theDelayCanBeSet(isOption: Bool) throws {
    let program = try Program.opened(
      arguments: isOption ? ["--esc-delay", "5000"] : [],
      environment: ["ESCDELAY": isOption ? "10" : "5000"])
    try program.goTo("slotInterval")
    send(["\u{1B}", "[A"], apart: 500, program)
    try program.wait(for: " slotDuration · ")
    try program.quit()
  }

  @Test func aDelayThatIsNone() throws {
    let program = try Program(["--demo", Sandbox.demoCalendarID, "--esc-delay", "-1"])
    #expect(try program.waitForExit() == .status(64))
    #expect(program.session.text.contains("--esc-delay must be from 0 to 10000."))
  }

  /// Without bracketed paste the text comes as keys.
  @Test(arguments: [
    "hello\u{13}\u{13}", "\u{13}\u{13}hello\u{13}", "a long text\u{13}\u{13}y\r\u{13}",
    "bye bye\u{11}q", "\u{11}quit q", "-----\u{18}\u{18}", "some\u{3}\u{3}text\u{3}",
  ])
  func aBurstOfKeys(text: String) throws {
    for key in ["name", "teamMembers", "availabilities"] {
      let program = try Program.opened(environment: ["TERM": "screen"])
      let calendar = program.sandbox?.calendar(Program.calendarID)
      // There is something to save and to lose.
      try program.changeDuration()
      try program.goTo(key)
      program.session.press(.down)
      program.session.settle()
      program.session.send(Array(text.utf8))
      program.session.settle(milliseconds: 200)
      #expect(program.puts.isEmpty, "\(key)")
      #expect(program.session.exit == nil, "\(key)")
      #expect(program.sandbox?.calendar(Program.calendarID) == calendar)
      program.session.signal(15)
      _ = try program.waitForExit()
      #expect(program.puts.isEmpty, "\(key)")
    }
  }

  /// Several lines stay in their field.
  @Test func linesWithoutBracketedPaste() throws {
    let program = try Program.opened(environment: ["TERM": "screen"])
    try program.goTo("name")
    program.session.control("u")
    try program.wait(forChanges: 1)
    program.session.send(Array("A first line of the name\rand a second line of it".utf8))
    try program.wait(for: "A first line of the name a")
    try program.wait(for: "econd line of it")
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }
}
