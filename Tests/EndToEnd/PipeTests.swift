import Foundation
import Glibc
import TerminalTesting
import Testing

/// `--file -`: a calendar comes through a pipe, is edited on the terminal, and goes on.
@Suite(.waits, .timeLimit(.minutes(240))) struct PipeTests {
  private static let text = "{ \"name\": \"A\",\r\n  \"slotDuration\": 30 }\r\n"

  private func start(_ command: String, _ folder: Scratch, _ text: String = text) throws
    -> TerminalSession
  {
    try folder.write(text, to: "in.json")
    return try TerminalSession(
      "/bin/sh", ["-c", command],
      environment: folder.environment.merging([
        "BINARY": Program.binary, "IN": folder.path("in.json"), "OUT": folder.path("out.json"),
        "ERR": folder.path("err.txt"),
      ]) { $1 })
  }

  private func changeDuration(_ session: TerminalSession, to minutes: Int) throws {
    try session.wait("calendar", seconds: Program.patience) { session.line(0).contains("changed") }
    try session.changeDuration(to: minutes)
  }

  private func save(_ session: TerminalSession) throws {
    session.control("s")
    try session.wait(for: "Review: write standard output", seconds: Program.patience)
    session.control("s")
    try session.wait(for: "caledit writes it to standard output", seconds: Program.patience)
  }

  @Test(arguments: [
    "\"$BINARY\" --file - <\"$IN\" >\"$OUT\"", "cat \"$IN\" | \"$BINARY\" --file - | cat >\"$OUT\"",
  ])
  func isEditedOnTheTerminal(command: String) throws {
    let folder = try Scratch()
    let session = try start(command, folder)
    try changeDuration(session, to: 45)
    try save(session)
    // Saved again, the last one counts.
    try changeDuration(session, to: 50)
    try save(session)
    #expect(try folder.read("out.json").isEmpty, "nothing before the end")
    session.control("q")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    #expect(session.isRestored)
    #expect(try folder.read("out.json") == Self.text.replacing("30", with: "50"))
    #expect(folder.draftNames == [], "nobody could come back to it")
  }

  /// The terminal may be the output as well.
  @Test func isShownOnTheTerminal() throws {
    let folder = try Scratch()
    let session = try start("\"$BINARY\" --file - <\"$IN\"", folder)
    try changeDuration(session, to: 45)
    try save(session)
    session.control("q")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    #expect(session.text.contains("\"slotDuration\": 45 }"))
  }

  @Test func whoSavesNothingGetsNothing() throws {
    let folder = try Scratch()
    let session = try start("\"$BINARY\" --file - <\"$IN\" >\"$OUT\"", folder)
    try changeDuration(session, to: 45)
    session.control("q")
    try session.wait(for: "Quit and discard the changes", seconds: Program.patience)
    session.type("q")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    #expect(try folder.read("out.json").isEmpty)
  }

  /// What was saved is written, whatever ends the program.
  @Test func aSignalWritesWhatWasSaved() throws {
    let folder = try Scratch()
    let session = try start("exec \"$BINARY\" --file - <\"$IN\" >\"$OUT\" 2>\"$ERR\"", folder)
    try changeDuration(session, to: 45)
    try save(session)
    try changeDuration(session, to: 50)
    session.signal(SIGTERM)
    #expect(try session.waitForExit(seconds: Program.patience) == .status(143))
    #expect(try folder.read("out.json") == Self.text.replacing("30", with: "45"))
    #expect(try folder.read("err.txt").contains("1 changed property lost"))
  }

  @Test func itIsReadOnce() throws {
    let folder = try Scratch()
    let session = try start("\"$BINARY\" --file - <\"$IN\" >\"$OUT\"", folder)
    try session.wait(for: "unchanged", seconds: Program.patience)
    session.press(.function(5))
    try session.wait(for: "Standard input can be read only once.", seconds: Program.patience)
    session.control("q")
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
  }

  @Test(arguments: [
    ("", "caledit: standard input is empty"),
    ("{}", "caledit: standard input: it holds no calendar"),
    ("{\n\"a\" 1}", "caledit: standard input:2:5"),
  ])
  func whatIsNoCalendar(text: String, says: String) throws {
    let folder = try Scratch()
    let session = try start("\"$BINARY\" --file - <\"$IN\" >\"$OUT\" 2>\"$ERR\"", folder, text)
    #expect(try session.waitForExit(seconds: Program.patience) == .status(65))
    let error = try folder.read("err.txt")
    #expect(error.hasPrefix(says), "\(error)")
    #expect(session.rawOutput.isEmpty, "before the screen opens")
  }

  @Test func aTerminalIsNoInput() throws {
    let folder = try Scratch()
    let session = try start("\"$BINARY\" --file - 2>\"$ERR\"", folder)
    #expect(try session.waitForExit(seconds: Program.patience) == .status(65))
    #expect(try folder.read("err.txt").contains("standard input is a terminal"))
  }

  @Test func withoutATerminal() throws {
    let folder = try Scratch()
    let session = try start("setsid -w \"$BINARY\" --file - <\"$IN\" >\"$OUT\" 2>\"$ERR\"", folder)
    #expect(try session.waitForExit(seconds: Program.patience) == .status(2))
    #expect(try folder.read("err.txt").contains("there is no terminal to edit on"))
  }
}
