import Sandbox
import TerminalTesting
import Testing

/// Terminals of several kinds: everything can be read, and the keys work.
@Suite(.waits, .timeLimit(.minutes(240))) struct TerminalKindTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var isASCII = false
    var hasColor = false
    var testDescription: String { name }
  }

  static let kinds = [
    Kind(name: "xterm", hasColor: true),
    Kind(name: "vt100", environment: ["TERM": "vt100"]),
    Kind(name: "linux", environment: ["TERM": "linux"], hasColor: true),
    Kind(name: "screen", environment: ["TERM": "screen"], hasColor: true),
    Kind(name: "NO_COLOR", environment: ["NO_COLOR": "1"]),
    Kind(name: "theme mono", arguments: ["--theme", "mono"]),
    Kind(name: "LC_ALL=C", environment: ["LC_ALL": "C"], isASCII: true, hasColor: true),
    Kind(name: "no locale", environment: ["LANG": ""], hasColor: true),
    Kind(name: "utf8", arguments: ["--utf8"], environment: ["LC_ALL": "C"], hasColor: true),
    Kind(name: "ascii", arguments: ["--ascii"], isASCII: true, hasColor: true),
  ]

  @Test(arguments: kinds)
  func editingAndReview(_ kind: Kind) throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let program = try Program(
      ["--file", file] + kind.arguments, folder: folder, environment: kind.environment)
    let session = program.session
    try program.waitUntilLoaded()
    #expect(program.title.contains("calendar.json"))
    for text in ["Overview", "Slots and limits", "All fields", "How long", "F1 Help"] {
      try program.wait(for: text)
    }
    // The first Esc may put a message away.
    for _ in 0..<2 where !session.text.contains("Enter Open") {
      session.press(.escape)
      session.settle(milliseconds: 200)
    }
    try program.wait(for: "Enter Open")
    program.press(.down, times: 2)
    try program.wait(for: "Who takes the bookings")
    session.press(.up)
    try program.wait(for: "What the calendar is called")

    try program.goTo("slotInterval")
    session.press(.up)
    try program.wait(for: "How long a meeting lasts.")
    program.retype("4x")
    try program.wait(for: #""4x" is not a number."#)
    program.retype("45")
    try program.wait(forNo: "is not a number")
    session.control("s")
    let arrow = kind.isASCII ? ">" : "→"
    try program.wait(for: "Slot duration: 30 min \(arrow) 45 min")
    session.press(.escape)
    try program.wait(forNo: "Review")
    session.control("q")
    try program.wait(for: "Quit and discard the changes")
    session.type("q")
    #expect(try program.waitForExit() == .status(0))
    #expect(session.modes == session.originalModes)
    #expect(session.isCursorVisible)

    #expect(ControlSequences(session.rawOutput).hasColors == kind.hasColor)
    #expect(session.rawOutput.allSatisfy { $0 < 0x80 } == kind.isASCII)
  }

  /// Loading the calendar does not put the notice away.
  @Test func theNoticeSaysWhatHelps() throws {
    let folder = try Scratch()
    let program = try Program(
      ["--demo", Sandbox.demoCalendarID], folder: folder, environment: ["LC_ALL": "C"])
    try program.waitUntilLoaded()
    try program.wait(for: "--utf8")
    #expect(program.session.text.contains("LANG=C.UTF-8"))
  }
}
