import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// Runs that somebody stops, and runs that go on.
extension CalendarRunTests {
  @Test func aStoppedRunSaysWhereItWas() throws {
    let context = BatchSample.context()
    var service = BatchService(calendarOfTests)
    service.puts = [.tooMany]
    var run = Self.looked(in: context).run
    guard
      case .request(.wait) = run.saved(
        .failure(BatchService.error(.tooMany, sends: true)))
    else {
      Issue.record("it does not wait")
      return
    }
    if case .some = run.cancel() { Issue.record("it ends at once") }
    let outcome = service.run(&run, from: run.again())
    #expect(outcome?.code == .notDone && service.putCount == 0)
    #expect(outcome?.details == ["The service refused it so far, and the run was stopped."])
    run = CalendarRun(
      BatchSample.plan(), in: context,
      resuming: SentUpdate(body: ["notes": "new notes"], before: ["notes": "n"]))
    _ = run.begin()
    let early = try Self.end(run.cancel())
    #expect(early.code == .notDone && early.details[0].contains("sent earlier"))
  }

  @Test func stoppingEndsOnlyWhatIsNotSent() throws {
    let context = BatchSample.context()
    var run = CalendarRun(BatchSample.plan(), in: context)
    _ = run.begin()
    #expect(try Self.end(run.cancel()).code == .notDone)
    #expect(run.sending == nil)
    let step: CalendarRun.Step
    (run, step) = Self.looked(in: context)
    if case .some = run.cancel() { Issue.record("it ends while it is under way") }
    var service = BatchService(calendarOfTests)
    #expect(service.run(&run, from: step)?.code == .saved)
  }

  @Test func withARenewedTokenItGoesOn() {
    var service = BatchService(calendarOfTests)
    service.looks = [.token]
    let context = BatchSample.context()
    var run = CalendarRun(BatchSample.plan(), in: context)
    #expect(service.run(&run)?.halt == .token)
    service.puts = [.token]
    #expect(service.run(&run, from: run.again())?.halt == .token)
    #expect(service.run(&run, from: run.again())?.code == .saved)
    #expect(service.stored == 1)
  }
}
