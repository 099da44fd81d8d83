import Sandbox
import TerminalTesting
import Testing

/// The window changes its size in the middle of everything.
@Suite(.waits, .timeLimit(.minutes(240))) struct ResizeTests {
  @Test func duringEditing() throws {
    let program = try Program.opened()
    let session = program.session
    try program.goTo("eventTitle")
    program.retype("Before")
    try program.wait(forSentence: "Event title Before")

    session.resize(rows: 12, columns: 40)
    try session.wait("40x12", seconds: Program.patience) {
      program.title.contains("1 changed") && program.title.count <= 40
        && session.line(11).contains("Ctrl-S")
    }
    #expect(program.flatText.contains("Event title Before"))
    session.type(" after")
    try program.wait(forSentence: "Event title Before after")

    session.resize(rows: 8, columns: 30)
    try program.wait(for: "caledit needs 40x12;")
    try program.wait(for: "this is 30x8.")

    session.resize(rows: 40, columns: 120)
    try program.wait(for: " eventTitle · ")
    try program.wait(forSentence: "Event title Before after")
    #expect(program.hasChanges(1))
    session.type("!")
    try program.wait(forSentence: "Event title Before after!")

    session.resize(rows: 24, columns: 80)
    try session.wait("80x24", seconds: Program.patience) { session.line(23).contains("Ctrl-S") }
    try program.save(properties: 1)
    let body = try #require(program.puts.first.map { String(decoding: $0.body, as: UTF8.self) })
    #expect(body == #"{"eventTitle":"Before after!"}"#)
    try program.quit()
  }

  /// Layers and a call under way are drawn anew, too.
  @Test func underReviewAndSave() throws {
    let program = try Program.opened()
    let session = program.session
    try program.changeDuration()
    session.control("s")
    try program.wait(for: "Slot duration: 30 min → 45 min")
    session.resize(rows: 12, columns: 40)
    try session.wait("small review", seconds: Program.patience) {
      session.line(1).hasPrefix("┌─ Review: ") && session.line(1).count == 40
        && session.line(7).hasPrefix("└")
    }
    #expect(session.text.contains("Slot duration: 30 min → 45 min"))
    program.sandbox?.inject(.delay(milliseconds: 60_000), method: "PUT")
    session.control("s")
    try program.wait(for: "Esc cancels.")
    // The record of the save is written before it is sent.
    try session.wait("the save", seconds: Program.patience) { program.puts.count == 1 }
    session.resize(rows: 30, columns: 100)
    try session.wait("large panel", seconds: Program.patience) {
      session.text.contains("Esc cancels.") && session.line(29).contains("Ctrl-Q Quit")
    }
    session.press(.escape)
    try program.wait(for: "Send again?")
    session.press(.escape)
    try program.wait(forNo: "Send again?")
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
    #expect(program.puts.count == 1)
  }

  /// Many sizes, one right after the other, end in the last.
  @Test func manyInARow() throws {
    let program = try Program.opened()
    let session = program.session
    try program.changeDuration()
    for step in 0..<60 { session.resize(rows: 1 + step % 50, columns: 1 + step * 7 % 160) }
    session.resize(rows: 24, columns: 80)
    try session.wait("80x24", seconds: Program.patience) {
      session.line(23).contains("Ctrl-S Save") && program.title.count == 79
        && session.line(20).hasPrefix(" slotDuration · ")
    }
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }
}
