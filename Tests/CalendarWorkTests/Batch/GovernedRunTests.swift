import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// Runs of calendars that a schedule has come to govern since they were planned, or of which nobody
/// asked then, as only an update of the whole calendar has their hours.
@Suite struct GovernedRunTests {
  /// What became of a calendar that was planned without a schedule, and the keys of the updates.
  private func run(
    _ text: String, _ change: (inout BatchContext) -> Void = { _ in }
  ) throws -> (outcome: BatchOutcome, keys: [Set<String>]) {
    var context = BatchSample.context()
    context.work = .changes(try CalendarChanges(file: text, today: todayOfTests))
    let plan = BatchSample.plan(calendarOfTests, context)
    #expect(plan.verdict == .change)
    change(&context)
    var service = BatchService(calendarOfTests)
    var run = CalendarRun(plan, in: context, schedules: BatchSample.governed)
    var keys: [Set<String>] = []
    let outcome = service.run(&run) { keys.append(Set($0.body.object?.keys ?? [])) }
    #expect(service.putCount == keys.count)
    return (try #require(outcome), keys)
  }

  @Test func anUpdateOfTheWholeCalendarHasNoHours() throws {
    let (outcome, keys) = try run("notes=other\n") { $0.account.scope = .whole }
    #expect(outcome.kind == .saved)
    let sent = try #require(keys.first)
    #expect(keys.count == 1 && sent.contains("notes") && sent.contains("slotDuration"))
    for key in GoverningSchedules.governedKeys { #expect(!sent.contains(key.rawValue)) }
  }

  @Test func whereItWouldLoseThemNothingIsSent() throws {
    let (outcome, keys) = try run("notes=other\n") {
      ($0.account.scope, $0.account.unnamed) = (.whole, .lost)
    }
    #expect(outcome == .losesHours && keys.isEmpty)
  }

  @Test func plannedHoursAreLeftOutAndNamed() throws {
    let (outcome, keys) = try run("openHours.sat=9-12\nnotes=other\n")
    #expect(keys == [["notes"]])
    #expect(outcome.leftOut.count == 1 && outcome.leftOut[0].hasPrefix("Weekly hours: left out"))
  }

  @Test func hoursAloneAreNotSent() throws {
    let (outcome, keys) = try run("openHours.sat=9-12\n")
    #expect(outcome.code == .governed && keys.isEmpty)
    #expect(outcome.leftOut.count == 1)
  }

  @Test func whoAgreedSendsThem() throws {
    let (outcome, keys) = try run("openHours.sat=9-12\n") { $0.policy.hoursAnyway = true }
    // The stand-in has no schedules behind it, which is said.
    #expect(outcome.kind == .savedOtherwise && keys == [["openHours"]])
    let whole = try run("notes=other\n") {
      ($0.account.scope, $0.policy.hoursAnyway) = (.whole, true)
    }
    #expect(whole.keys.first?.contains("openHours") == true)
  }
}
