import TerminalTesting
import Testing

/// The mouse of a real terminal.
@Suite(.waits, .timeLimit(.minutes(240))) struct MouseTests {
  private func open(_ arguments: [String] = []) throws -> Program {
    let folder = try Scratch()
    try folder.write(SampleFile.bare, to: "calendar.json")
    let program = try Program(
      ["--file", folder.path("calendar.json")] + arguments, folder: folder)
    try program.waitUntilLoaded()
    return program
  }

  private func click(_ text: String, _ program: Program) throws {
    let row = try #require(program.session.lines.firstIndex { $0.contains(text) })
    program.session.click(row: row, column: 4)
  }

  @Test func withTheOption() throws {
    let program = try open(["--mouse"])
    #expect(program.session.reportsMouse)
    try click("Slots and limits", program)
    try program.wait(for: "slotDuration · ")
    for _ in 0..<3 { program.session.turnWheel(up: false, row: 10, column: 40) }
    try program.wait(forNo: "› Slot duration")
    try program.quit()
    #expect(!program.session.reportsMouse)
  }

  @Test func fromThePalette() throws {
    let program = try open()
    #expect(!program.session.reportsMouse)
    for isOn in [true, false] {
      program.session.control("p")
      program.session.type("mouse")
      program.session.press(.enter)
      try program.wait(for: "The mouse is \(isOn ? "on" : "off")")
      #expect(program.session.reportsMouse == isOn)
    }
    try program.quit()
  }
}
