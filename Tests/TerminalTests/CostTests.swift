import Glibc
import TerminalTesting
import Testing

@Suite struct CostTests {
  @Test func bytesOfATypedCharacter() throws {
    let session = try startProbe(["--quiet"], rows: 40, columns: 120)
    session.type("a")
    try session.wait(for: "typed: a")
    let before = session.rawOutput.count
    for character in "bcdefghijk" {
      session.type(String(character))
      session.settle(milliseconds: 15)
    }
    try session.wait(for: "typed: abcdefghijk")
    #expect((session.rawOutput.count - before) / 10 <= 30)
    try session.quit()
  }

  /// The second screen is entered once and cleared once.
  @Test(arguments: ["xterm-256color", "screen-256color", "vt100"])
  func theStart(terminal: String) throws {
    let session = try startProbe(environment: ["TERM": terminal])
    let enters = terminal == "vt100" ? 0 : 1
    #expect(session.count(of: "\u{1B}[?1049h") == enters)
    #expect(session.count(of: "\u{1B}[?1049l") == 0)
    #expect(session.count(of: "\u{1B}[J") + session.count(of: "\u{1B}[2J") == 1)
    session.type("Q")
    #expect(try session.waitForExit() == .status(0))
  }

  /// Curses goes from red to bold by three sequences, where one is enough.
  @Test func attributesAreSetInTheShortestWay() throws {
    let session = try startProbe()
    #expect(session.style(1, 11) == .init(bold: true))
    #expect(session.hasWritten("|\u{1B}[0;1mbold|"))
    try session.quit()
  }

  /// It sleeps until something comes.
  @Test func nothingHappensWhileIdle() throws {
    let session = try startProbe()
    session.settle(milliseconds: 200)
    let before = session.usage
    usleep(1_500_000)
    let after = session.usage
    #expect(after.wakeUps == before.wakeUps)
    #expect(after.processorTime == before.processorTime)
    try session.quit()
  }
}
