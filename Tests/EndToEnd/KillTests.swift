import CalendarModel
import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import TestSupport
import Testing

/// SIGKILL, which the program cannot know of: at most the last second of typing is missing.
@Suite(.waits, .timeLimit(.minutes(240))) struct KillTests {
  /// A hundred where `CALEDIT_TEST_ALL` is set, as in CI.
  private static let moments = Int(testRuns: 100, few: 32)

  private static var today: CalendarDate {
    CalendarDate(daysSinceEpoch: time(nil) / 86_400)
  }

  /// All over the script; some wait until the draft has been written, or is just being written.
  private static func moment(_ number: Int, of strokes: Int) -> KilledSession.Moment {
    var random = SeededGenerator(seed: UInt64(number))
    let delay = number.isMultiple(of: 4) ? 400...700 : 0...60
    return .init(
      stroke: number * strokes / moments,
      delay: .milliseconds(Int.random(in: delay, using: &random)))
  }

  @Test func atManyMomentsOfASession() async throws {
    let strokes = KillScript.strokes
    let today = Self.today
    let recording = try await KillRecording(strokes: strokes, today: today)
    #expect(Set(recording.states).count > 50, "the script does something")

    let outcomes = await concurrently(Self.moments, atOnce: 16) { number in
      let session = try KilledSession(recording)
      var pauses = SeededGenerator(seed: UInt64(1000 + number))
      try session.run(strokes, until: Self.moment(number, of: strokes.count), pauses: &pauses)
      let outcome = try session.outcome(today: today)
      // For some, the program itself does it.
      if number % 10 == 7 { try Self.recover(session, outcome) }
      return outcome
    }

    var drafts = 0
    for (number, result) in outcomes.enumerated() {
      let outcome = try result.get()
      drafts += outcome.hadDraft ? 1 : 0
      #expect(outcome.problem == nil, "kill \(number)")
      guard let state = recording.states[...outcome.sent].lastIndex(of: outcome.left) else {
        Issue.record("kill \(number): what is left was never on the screen: \(outcome.left)")
        continue
      }
      #expect(
        state >= outcome.shown || recording.states[outcome.shown] == outcome.left,
        "kill \(number): what \(outcome.shown) strokes led to was shown a second before")
    }
    #expect(drafts > Self.moments / 2)
  }

  /// The next start offers the draft, and goes on with it.
  private static func recover(
    _ session: KilledSession, _ outcome: KilledSession.Outcome
  ) throws {
    let killed = session.program
    let sandbox = try #require(killed.sandbox)
    let next = try Program(
      [Program.calendarID, "--base-url", sandbox.baseURL], folder: killed.folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token])
    try next.session.wait("calendar", seconds: Program.patience) { next.title.contains("changed") }
    let names = killed.folder.draftNames
    #expect(names.allSatisfy { $0.hasSuffix(".json") || $0.hasSuffix(".json.lock") }, "\(names)")
    let base = sandbox.calendar(Program.calendarID)?.asEdited
    if outcome.hadDraft, base != outcome.left {
      try next.wait(for: "There is a draft")
      next.session.type("r")
      try next.wait(for: "Recovered: ")
    }
    // Whatever comes first, the draft is of the same work.
    next.session.signal(SIGTERM)
    #expect(try next.waitForExit() == .status(143))
    let left = try session.outcome(today: today)
    #expect(left.left == outcome.left)
    #expect(left.problem == nil)
  }
}
