import Foundation
import JSON
import Synchronization
import TestSupport
import Testing
import TextUI

@testable import CalendarModel
@testable import Editor

/// Whatever happens, in whatever order, the editor goes on, undo leads back to what was loaded, and
/// what is kept up to date key by key is what a fresh look at the calendar finds.
@Suite("Random sessions", .timeLimit(.minutes(240)))
struct RandomSessionTests {
  static let eventsOfASession = 500

  /// 200 are 100,000 events; as many run where `CALEDIT_TEST_ALL` is set, as in CI.
  static let sessions =
    UInt64(ProcessInfo.processInfo.environment["RANDOM_SESSIONS"] ?? "")
    ?? UInt64(Int(testRuns: 200, few: 35))
  /// The sessions go on in so many rows beside each other.
  static let rows: UInt64 = 7
  private static let finished = Mutex((rows: UInt64(0), tally: RandomTally()))

  @Test(arguments: 0..<rows)
  func keepsItsLaws(_ row: UInt64) {
    var tally = RandomTally()
    var seed = row + 1
    while seed <= Self.sessions {
      tally = run(seed, tally)
      seed += Self.rows
    }
    // The last row sees whether anything that can happen was left out by chance, and makes up for
    // what is so rare; what cannot be reached any more is found all the same.
    let sum = Self.finished.withLock { finished in
      finished.rows += 1
      finished.tally.add(tally)
      return finished.rows == Self.rows ? finished.tally : nil
    }
    guard var all = sum, all.events >= 100_000 else { return }
    while !all.isComplete, seed < 2 * Self.sessions {
      seed += 1
      all = run(seed, all)
    }
    #expect(all.missing == [])
  }

  private func run(_ seed: UInt64, _ tally: RandomTally) -> RandomTally {
    var session = RandomSession(seed: seed)
    session.tally = tally
    for _ in 0..<Self.eventsOfASession { session.step() }
    guard var document = session.model.document else { return session.tally }
    expectFresh(document, seed)
    let (last, steps) = (document.current, document.undoSteps.count)
    while document.undo() != nil {}
    expectFresh(document, seed)
    guard let start = session.start else { return session.tally }
    #expect(document.current == start, "undo does not lead back in session \(seed)")
    for _ in 0..<steps { document.redo() }
    #expect(document.current == last, "redo does not lead on in session \(seed)")
    expectFresh(document, seed)
    return session.tally
  }

  private func expectFresh(
    _ document: CalendarDocument, _ seed: UInt64,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let kept = document.validation
    let fresh = Validation(
      base: document.base, current: document.current, today: kept.today,
      statedType: document.statedType, isGoverned: document.schedules.governs)
    #expect(
      kept.problems(under: .root) == fresh.problems(under: .root), "session \(seed)",
      sourceLocation: sourceLocation)
    #expect(kept.modifiedKeys == fresh.modifiedKeys, sourceLocation: sourceLocation)
    #expect(kept.calendarType == fresh.calendarType, sourceLocation: sourceLocation)
    #expect(kept.counts == fresh.counts, sourceLocation: sourceLocation)
    #expect(
      document.dateHours == DateIndex(document[DateIndex.path]), sourceLocation: sourceLocation)
  }
}
