import Sandbox
import TerminalTesting
import Testing

/// What is too much is turned away before it is taken in.
@Suite(.waits, .timeLimit(.minutes(240))) struct MemoryTests {
  static let floods = Fault.answers.filter { fault in
    ["50 MB", "gzip bomb", "endless", "flood", "100,000"].contains { fault.name.contains($0) }
  }

  /// Every one of them on one program, which must not grow with them.
  @Test func floodsDoNotFillTheMemory() throws {
    #expect(Self.floods.count == 8)
    let program = try Program.opened()
    let before = program.session.usage.peakResidentBytes
    #expect(before > 0)
    for fault in Self.floods {
      program.sandbox?.inject(fault.make(false))
      program.session.press(.function(5))
      for sentence in fault.says { try program.wait(forSentence: sentence) }
      let after = program.session.usage.peakResidentBytes
      try program.escape(from: fault.says[0])
      #expect(after - before < 40 << 20, "\(fault.name): \((after - before) >> 20) MiB more")
    }
    try program.quit()
  }

  /// As long as an answer may be, and nothing but values.
  @Test func manyValuesAreTakenOrTurnedAway() throws {
    let program = try Program.opened()
    let rows = String(repeating: "0,", count: 4_000_000)
    program.sandbox?.inject(.answer(status: 200, body: "{\"calendar\":{\"x\":[\(rows)0]}}"))
    program.session.press(.function(5))
    try program.session.wait(for: "Esc cancels")
    try program.session.wait(forNo: "Esc cancels", seconds: 480)
    #expect(program.gets.count == 2)
    let peak = program.session.usage.peakResidentBytes
    #expect(peak < 1 << 30, "\(peak >> 20) MiB")
    try program.quit()
  }
}
