import Foundation
import JSON
import Testing
import TextUI

@testable import CalendarModel
@testable import Editor

/// Whatever happens, in whatever order, the editor goes on, undo leads back to what was loaded, and
/// what is kept up to date key by key is what a fresh look at the calendar finds.
@Suite("Random sessions", .timeLimit(.minutes(10)))
struct RandomSessionTests {
  static let eventsOfASession = 500

  /// 200 are 100,000 events, which take 35 seconds of one processor in a debug build.
  static let sessions = UInt64(ProcessInfo.processInfo.environment["RANDOM_SESSIONS"] ?? "") ?? 80

  @Test(arguments: 1...max(1, sessions))
  func keepsItsLaws(_ seed: UInt64) throws {
    var session = RandomSession(seed: seed)
    for _ in 0..<Self.eventsOfASession { session.step() }
    guard var document = session.model.document else { return }
    expectFresh(document)
    let (last, steps) = (document.current, document.undoSteps.count)
    while document.undo() != nil {}
    expectFresh(document)
    guard let start = session.start else { return }
    #expect(document.current == start, "undo does not lead back")
    for _ in 0..<steps { document.redo() }
    #expect(document.current == last, "redo does not lead on")
    expectFresh(document)
  }

  private func expectFresh(
    _ document: CalendarDocument, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let kept = document.validation
    let fresh = Validation(
      base: document.base, current: document.current, today: today,
      statedType: document.statedType)
    #expect(
      kept.problems(under: .root) == fresh.problems(under: .root), sourceLocation: sourceLocation)
    #expect(kept.modifiedKeys == fresh.modifiedKeys, sourceLocation: sourceLocation)
    #expect(kept.calendarType == fresh.calendarType, sourceLocation: sourceLocation)
    #expect(kept.counts == fresh.counts, sourceLocation: sourceLocation)
    #expect(
      document.dateHours == DateHours(document[DateHours.path]), sourceLocation: sourceLocation)
  }
}
