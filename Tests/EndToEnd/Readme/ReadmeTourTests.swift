import TerminalTesting
import Testing

/// The first five minutes of the README, with its keys.
@Suite(.waits, .timeLimit(.minutes(240))) struct ReadmeTourTests {
  /// What the steps say that is typed, in order.
  private static func typed() throws -> [String] {
    let lines = try Readme().lines.drop { $0 != "## The first five minutes" }.dropFirst()
      .prefix { !$0.hasPrefix("## ") }
    let steps = lines.drop { !$0.hasPrefix("1. ") }.prefix { !$0.isEmpty }.joined(separator: " ")
    return steps.matches(of: #/`([^`]+)`/#).map { String($0.1) }
  }

  @Test func theSteps() throws {
    let typed = try Self.typed()
    try #require(typed.count == 7)
    let program = try Program(["--demo"], rows: 40, columns: 120)
    let session = program.session
    try program.wait(for: "Beard Trim")

    session.type(typed[0])
    try program.wait(for: "is open on")
    session.control("u")
    try program.wait(forNo: typed[0])
    session.type(typed[1])
    try program.wait(for: "1 of 15")
    session.press(.enter)
    try session.wait("the overview", seconds: Program.patience) {
      program.title.contains("Beard Trim") && session.text.contains("How long")
    }

    for _ in 0..<12 where !session.line(session.cursor.row).contains("\(typed[2]) ") {
      let row = session.cursor.row
      session.press(.down)
      try session.wait("the next line", seconds: Program.patience) { session.cursor.row != row }
    }
    session.press(.enter)
    try program.wait(for: "Wednesday")
    session.type(typed[3])
    try program.wait(for: "= 09:00–13:00")
    session.alt("w")
    try program.wait(for: "Copied 09:00–13:00 to")
    session.control("z")
    try program.wait(forNo: "Copied")
    session.control("y")
    try session.wait("one change", seconds: Program.patience) { program.hasChanges(1) }

    session.control("f")
    try program.wait(for: "Search")
    session.type(typed[4])
    try program.wait(for: "slotDuration")
    session.press(.enter)
    try program.wait(for: "How long")
    session.type(typed[5])
    try session.wait("two changes", seconds: Program.patience) { program.hasChanges(2) }

    session.press(.function(6))
    try program.wait(for: "gained")
    session.press(.escape)
    try program.wait(forNo: "Assumptions")
    session.control("s")
    try program.wait(for: "Review: ")
    session.type(typed[6])
    try program.wait(for: "JSON body of the update")
    session.press(.escape)
    try program.wait(forNo: "JSON body of the update")
    session.control("s")
    try program.wait(for: "Stored: Weekly hours, Slot duration")
    session.press(.function(1))
    try program.wait(for: "Key: slotDuration")
    session.press(.escape)
    try program.wait(forNo: "Key: slotDuration")
    session.control("p")
    try program.wait(for: "Save without a review")
    session.press(.escape)
    try program.wait(forNo: "Save without a review")
    session.control("q")
    #expect(try program.waitForExit() == .status(0))
  }

  /// The conversation in line mode is one that the program has.
  @Test func theConversation() throws {
    let lines = try Readme().lines
    let said = lines.drop { $0 != "caledit> slots" }.prefix { $0 != "```" }.filter { $0 != "…" }
    #expect(said.count > 10)
    let typed = said.compactMap { line -> String? in
      for prompt in ["caledit> ", "Slot duration (30 minutes): "] where line.hasPrefix(prompt) {
        return String(line.dropFirst(prompt.count))
      }
      return nil
    }
    let input = (typed + ["back", "undo", "quit"]).map { "'\($0)'" }.joined(separator: " ")
    let shell = try Shell(
      "printf '%s\\n' \(input) | caledit \(Program.calendarID) --demo --line", in: Scratch())
    #expect(shell.status == .status(0), "\(shell.error)")
    var rest = shell.output.components(separatedBy: "\n")[...]
    for line in said {
      rest = rest.drop { $0 != line }
      #expect(!rest.isEmpty, "\(line)")
    }
  }
}
