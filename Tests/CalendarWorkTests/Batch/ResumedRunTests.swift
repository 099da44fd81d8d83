import CalendarModel
import JSON
import TestSupport
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// Runs that end in the middle, and others that go on with them.
@Suite struct ResumedRunTests {
  private typealias Fault = BatchService.Fault

  /// A run that is killed before a request, or after it was carried out, and the one that goes on.
  private func killed(
    at count: Int, _ faults: (looks: [Fault], puts: [Fault]), _ service: inout BatchService,
    carriedOut: Bool, age: Int = 60
  ) -> BatchOutcome? {
    let context = BatchSample.context()
    let plan = BatchSample.plan()
    var run = CalendarRun(plan, in: context)
    (service.looks, service.puts) = faults
    var sent: SentUpdate?
    let outcome = service.run(&run, killedAt: count) { sent = $0.update }
    if let outcome, outcome.isFinal { return outcome }
    // It is on its way when the process dies.
    if outcome == nil, carriedOut, let update = sent, service.putCount == 0 {
      service.carryOut(update.body)
    }
    (service.looks, service.puts) = ([], [])
    // Nothing is so late.
    if age >= CalendarRun.longestWay { service.arrive() }
    var next = CalendarRun(
      plan, in: context, resuming: sent.flatMap { SentUpdate($0.json) }, sentSecondsAgo: age)
    return service.run(&next)
  }

  @Test func whateverTheMomentItIsSentOnce() {
    for count in 0...8 {
      for carriedOut in [false, true] {
        var service = BatchService(calendarOfTests)
        let outcome = killed(
          at: count, ([], []), &service, carriedOut: carriedOut)
        #expect(outcome?.isAsWanted == true, "\(count) \(carriedOut)")
        #expect(service.stored == 1, "\(count) \(carriedOut)")
        #expect(service.held["availabilities"]?.array?.count == 2)
      }
    }
  }

  @Test func inGeneratedRunsItIsNeverStoredTwice() {
    var random = SeededGenerator(seed: 15)
    for _ in 0..<60 {
      let faults: (looks: [Fault], puts: [Fault]) = (
        (0..<3).map { _ in Bool.random(using: &random) ? .none : Self.fault(&random) },
        (0..<2).map { _ in Self.fault(&random) }
      )
      let count = Int.random(in: 0...9, using: &random)
      var service = BatchService(calendarOfTests)
      let outcome = killed(
        at: count, faults, &service, carriedOut: Bool.random(using: &random))
      #expect(service.stored <= 1, "\(faults) \(count)")
      guard let outcome else {
        Issue.record("it never ended: \(faults) \(count)")
        continue
      }
      let isThere = service.held["slotDuration"] == 45 || service.held["notes"] == "new notes"
      switch outcome.kind {
      case .saved, .savedOtherwise: #expect(service.stored == 1, "\(faults) \(count) \(outcome)")
      case .unchanged, .conflict, .refused, .notDone: #expect(!isThere, "\(faults) \(outcome)")
      case .failed: #expect(!isThere, "\(faults) \(count) \(outcome)")
      case .unknown: Issue.record("nothing is in doubt: \(faults) \(count)")
      }
    }
  }

  private static func fault(_ random: inout SeededGenerator) -> Fault {
    Fault.allCases.randomElement(using: &random) ?? .none
  }

  @Test func whatWasSentJustNowIsWaitedFor() {
    let context = BatchSample.context()
    let plan = BatchSample.plan()
    var first = CalendarRun(plan, in: context)
    var service = BatchService(calendarOfTests)
    var sent: SentUpdate?
    _ = service.run(&first, killedAt: 1) { sent = $0.update }
    for (age, waits) in [(0, 30), (12, 18), (29, 1), (30, 0), (9999, 0)] {
      var service = BatchService(calendarOfTests)
      var run = CalendarRun(plan, in: context, resuming: sent, sentSecondsAgo: age)
      #expect(service.run(&run)?.code == .saved)
      #expect(service.waited == waits && service.stored == 1)
    }
    // It arrives meanwhile.
    var run = CalendarRun(plan, in: context, resuming: sent, sentSecondsAgo: 3)
    _ = run.begin()
    guard case .request(.wait) = run.loaded(.success(LoadedCalendar(calendar: service.held)))
    else {
      Issue.record("it does not wait")
      return
    }
    service.carryOut(sent?.body ?? .null)
    #expect(service.run(&run, from: run.again())?.code == .found)
    #expect(service.stored == 1)
  }

  @Test func whatArrivedInPartIsNotSentAgain() {
    let context = BatchSample.context(["slotDuration", "notes"])
    let plan = BatchSample.plan(calendarOfTests, context)
    let sent = SentUpdate(
      body: ["slotDuration": 45, "notes": "new notes"], before: ["slotDuration": 30, "notes": "n"])
    var service = BatchService(calendarOfTests.with(["slotDuration": 45]))
    var run = CalendarRun(plan, in: context, resuming: sent, sentSecondsAgo: 60)
    let outcome = service.run(&run)
    #expect(outcome?.code == .savedOtherwise && service.putCount == 0)
    #expect(outcome?.details.isEmpty == false)
  }

  @Test func othersWhoSavedSinceAreAConflict() {
    let context = BatchSample.context(["slotDuration"])
    let plan = BatchSample.plan(calendarOfTests, context)
    let sent = SentUpdate(body: ["slotDuration": 45], before: ["slotDuration": 30])
    var service = BatchService(calendarOfTests.with(["slotDuration": 60]))
    var run = CalendarRun(plan, in: context, resuming: sent, sentSecondsAgo: 60)
    #expect(service.run(&run)?.code == .conflict)
    #expect(service.putCount == 0)
  }

  @Test func whatCannotBeLookedForStaysUnknown() {
    let context = BatchSample.context()
    let sent = SentUpdate(body: ["notes": "new notes"], before: ["notes": "n"])
    var service = BatchService(calendarOfTests)
    service.looks = Array(repeating: .broken, count: 9)
    var run = CalendarRun(BatchSample.plan(), in: context, resuming: sent, sentSecondsAgo: 60)
    let outcome = service.run(&run)
    #expect(outcome?.code == .unknown && outcome?.isFinal == false && service.putCount == 0)
  }
}
