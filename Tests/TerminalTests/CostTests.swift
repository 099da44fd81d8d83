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
