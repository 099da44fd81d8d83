import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// One calendar of a run from its beginning to its end.
@Suite struct CalendarRunTests {
  typealias Fault = BatchService.Fault

  func result(
    _ service: inout BatchService, _ context: BatchContext = BatchSample.context(),
    planned: JSONValue = calendarOfTests, isComplete: Bool = true
  ) -> BatchOutcome? {
    var run = CalendarRun(BatchSample.plan(planned, context, isComplete: isComplete), in: context)
    return service.run(&run)
  }

  /// A run that has looked at its calendar, and what it wants then.
  static func looked(
    at calendar: JSONValue = calendarOfTests, in context: BatchContext
  ) -> (run: CalendarRun, step: CalendarRun.Step) {
    var run = CalendarRun(BatchSample.plan(calendar, context), in: context)
    _ = run.begin()
    let step = run.loaded(.success(LoadedCalendar(calendar: calendar)))
    return (run, step)
  }

  /// How a run has ended.
  static func end(_ step: CalendarRun.Step?) throws -> BatchOutcome {
    let outcome: BatchOutcome? = if case .ended(let outcome)? = step { outcome } else { nil }
    return try #require(outcome, "it goes on")
  }

  private func isDone(_ calendar: JSONValue) -> Bool {
    calendar["slotDuration"] == 45 && calendar["notes"] == "new notes"
      && calendar["availabilities"]?.array?.count == 2
  }

  // MARK: The way

  @Test func aCalendarCostsTwoRequests() throws {
    var service = BatchService(calendarOfTests)
    let context = BatchSample.context()
    var run = CalendarRun(BatchSample.plan(), in: context)
    let ended = service.run(&run)
    let outcome = try #require(ended)
    #expect(outcome.code == .saved && outcome.isAsWanted)
    #expect(service.lookCount == 1 && service.putCount == 1 && isDone(service.held))
    let record = try #require(run.record)
    #expect(record.outcome == outcome.title && !record.mayArrive)
    #expect(record.after?[key: "slotDuration"] == 45)
    #expect(run.sending?.before[key: "slotDuration"] == 30)
  }

  @Test func nothingIsSentWhereNothingDiffers() {
    var service = BatchService(calendarOfTests)
    let done = BatchSample.context(["description"])
    #expect(result(&service, done)?.code == .unchanged)
    #expect(service.lookCount == 0 && service.putCount == 0)
    // Somebody did the same since.
    service = BatchService(calendarOfTests.with(["slotDuration": 45]))
    #expect(result(&service, BatchSample.context(["slotDuration"]))?.code == .unchanged)
    #expect(service.lookCount == 1 && service.putCount == 0)
  }

  @Test func whatOthersChangedElsewhereStays() {
    var service = BatchService(calendarOfTests.with(["description": "theirs"]))
    #expect(result(&service)?.code == .saved && service.held[key: "description"] == "theirs")
    #expect(isDone(service.held))
    // Another date in the list that the plan adds one to.
    let dates: JSONValue = [
      ["id": "a1", "date": "2030-12-24T00:00:00.000Z", "hours": []],
      ["id": "a2", "date": "2030-12-25T00:00:00.000Z", "hours": []],
    ]
    service = BatchService(calendarOfTests.with(["availabilities": dates]))
    let outcome = result(&service)
    #expect(outcome?.code == .saved && service.held["availabilities"]?.array?.count == 3)
    #expect(outcome?.details.contains { $0.contains("somebody else") } == true)
  }

  @Test(arguments: BatchPolicy.Conflicts.allCases)
  func aChangeOfTheSameIsAConflict(_ conflicts: BatchPolicy.Conflicts) throws {
    var service = BatchService(calendarOfTests.with(["slotDuration": 60]))
    let context = BatchSample.context(
      ["slotDuration", "notes"], BatchPolicy(conflicts: conflicts))
    let ended = result(&service, context)
    let outcome = try #require(ended)
    switch conflicts {
    case .stop:
      #expect(outcome.code == .conflict && service.putCount == 0)
      #expect(outcome.details == ["Slot duration: now 60 min, planned 45 min, was 30 min"])
    case .mine: #expect(outcome.code == .saved && service.held[key: "slotDuration"] == 45)
    case .theirs:
      #expect(outcome.code == .saved && service.held[key: "slotDuration"] == 60)
      #expect(service.held[key: "notes"] == "new notes")
    }
    #expect(outcome.isAsWanted == (conflicts != .stop))
  }

  @Test func theirsAloneLeavesNothingToSend() {
    var service = BatchService(calendarOfTests.with(["slotDuration": 60]))
    let context = BatchSample.context(["slotDuration"], BatchPolicy(conflicts: .theirs))
    let outcome = result(&service, context)
    #expect(outcome?.code == .unchanged && service.putCount == 0)
    #expect(outcome?.details.first?.hasPrefix("Kept what others saved: Slot duration") == true)
  }

  @Test func aUnitThatOthersChangedIsAConflict() {
    var service = BatchService(calendarOfTests.with(["slotDurationUnit": "hours"]))
    #expect(result(&service, BatchSample.context(["slotDuration"]))?.code == .conflict)
    #expect(service.putCount == 0)
  }

  /// A list may leave keys out, so that the plan does not know what the calendar has.
  @Test func whatTheListLeftOutIsLookedAt() {
    let listed = calendarOfTests.with(["slotDuration": nil, "notes": nil])
    let plan = BatchSample.plan(listed, isComplete: false)
    #expect(plan.before[key: "notes"] == nil && plan.keys.contains("notes"))
    #expect(plan.warnings.count { $0.contains("the list does not say") } == 2)
    var service = BatchService(calendarOfTests)
    #expect(result(&service, planned: listed, isComplete: false)?.code == .conflict)
    #expect(service.putCount == 0)
    let context = BatchSample.context(["slotDuration", "notes"])
    service = BatchService(calendarOfTests.with(["slotDuration": 45, "notes": "new notes"]))
    #expect(result(&service, context, planned: listed, isComplete: false)?.code == .unchanged)
    service = BatchService(listed)
    #expect(result(&service, context, planned: listed, isComplete: false)?.code == .saved)
  }

  @Test func nothingChangesThatThePlanDidNotShow() {
    // It was as wanted when it was planned, and others changed it since.
    let planned = calendarOfTests.with(["notes": "new notes"])
    var service = BatchService(calendarOfTests.with(["notes": "theirs"]))
    #expect(result(&service, planned: planned)?.code == .saved)
    #expect(service.held[key: "notes"] == "theirs" && service.held[key: "slotDuration"] == 45)
  }

  @Test func anotherCalendarOrAccountIsLeftAlone() {
    let context = BatchSample.context()
    for (calendar, code): (JSONValue, BatchOutcome.Code) in [
      (calendarOfTests.with(["id": "c2"]), .otherCalendar),
      (calendarOfTests.with(["id": nil]), .otherCalendar),
      (calendarOfTests.with(["locationId": "l2"]), .otherAccount), (.null, .otherCalendar),
      ([], .otherCalendar), ("c1", .otherCalendar),
    ] {
      var service = BatchService(calendar)
      #expect(result(&service)?.code == code)
      #expect(service.putCount == 0)
      #expect(BatchSample.plan(calendar, context).settled?.code == code)
    }
  }

  private static let alone = calendarOfTests.with([
    "teamMembers": [["userId": "ana", "isPrimary": true]]
  ])

  @Test func rulesAreAskedAgain() throws {
    // Others made the team such that the change breaks a rule now.
    var context = BatchSample.context()
    context.work = .changes(
      try CalendarChanges(file: "enableRecurring:=true\n", today: todayOfTests))
    for force in [false, true] {
      context.policy.force = force
      let plan = BatchSample.plan(Self.alone, context)
      #expect(plan.verdict == .change && plan.errors.isEmpty)
      var run = CalendarRun(plan, in: context)
      var service = BatchService(calendarOfTests)
      let outcome = service.run(&run)
      #expect(outcome?.code == (force ? .saved : .rules))
      #expect(service.putCount == (force ? 1 : 0))
    }
  }

  @Test func whatCannotBeCopiedAnyMoreIsSaid() {
    var context = BatchSample.context()
    let source = BatchSample.source.with([
      "enableRecurring": true, "recurring": ["freq": "DAILY", "count": 3],
      "teamMembers": [["userId": "ana"]],
    ])
    for (keys, code): ([String], BatchOutcome.Code) in [
      (["enableRecurring", "notes"], .saved), (["enableRecurring"], .conflict),
    ] {
      context.work = .copy(from: source, CopyChoices(keys))
      let plan = BatchSample.plan(Self.alone, context)
      #expect(plan.changes.map(\.key).contains("enableRecurring"))
      var run = CalendarRun(plan, in: context)
      var service = BatchService(calendarOfTests)
      let outcome = service.run(&run)
      #expect(outcome?.code == code && outcome?.isAsWanted == false)
      #expect(service.held[key: "enableRecurring"] == nil)
    }
  }
}
