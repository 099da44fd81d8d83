import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// One calendar of a run from its beginning to its end.
@Suite struct CalendarRunTests {
  private typealias Fault = BatchService.Fault

  private func result(
    _ service: inout BatchService, _ context: BatchContext = BatchSample.context(),
    planned: JSONValue = calendarOfTests, isComplete: Bool = true
  ) -> BatchOutcome? {
    var run = CalendarRun(BatchSample.plan(planned, context, isComplete: isComplete), in: context)
    return service.run(&run)
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

  // MARK: Faults

  private static let putFaults: [(Fault, BatchOutcome.Code, stored: Int)] = [
    (.none, .saved, 1), (.lostBefore, .notSaved, 0), (.lostAfter, .saved, 1),
    (.late, .saved, 1), (.noConnection, .saved, 1), (.invalid, .refused, 0), (.token, .token, 0),
    (.tooMany, .saved, 1), (.broken, .notSaved, 0), (.proxy, .saved, 1), (.page, .saved, 1),
    (.otherCalendar, .saved, 1), (.otherwise, .savedOtherwise, 1), (.short, .saved, 1),
    (.notFound, .notFound, 0),
  ]

  @Test(arguments: putFaults)
  private func whatBecomesOfAnUpdate(
    _ fault: Fault, _ code: BatchOutcome.Code, stored: Int
  ) {
    var service = BatchService(calendarOfTests)
    service.puts = [fault]
    #expect(result(&service)?.code == code)
    #expect(service.stored == stored)
  }

  @Test func everyFaultOfAnUpdateIsInTheTable() {
    #expect(Set(Self.putFaults.map(\.0)) == Set(Fault.allCases))
  }

  @Test(arguments: [
    (Fault.lostBefore, BatchOutcome.Code.notReached), (.noConnection, .notReached),
    (.token, .token), (.tooMany, .rateLimited), (.broken, .failed), (.page, .failed),
    (.notFound, .notFound), (.otherCalendar, .otherCalendar),
  ])
  private func aCalendarThatCannotBeSeenIsNotTouched(_ fault: Fault, _ code: BatchOutcome.Code) {
    var service = BatchService(calendarOfTests)
    service.looks = Array(repeating: fault, count: 20)
    let outcome = result(&service)
    #expect(outcome?.code == code && service.putCount == 0)
    #expect(service.lookCount <= 4)
    // What passes is waited for.
    service = BatchService(calendarOfTests)
    service.looks = [fault]
    let passes = [.lostBefore, .noConnection, .tooMany, .broken].contains(fault)
    #expect(result(&service)?.code == (passes ? .saved : code))
  }

  @Test func whatCannotBeLookedForIsUnknown() {
    for (fault, halt): (Fault, BatchOutcome.Halt?) in [(.broken, nil), (.token, .token)] {
      var service = BatchService(calendarOfTests)
      service.puts = [.lostAfter]
      service.looks = [.none] + Array(repeating: fault, count: 20)
      let context = BatchSample.context()
      var run = CalendarRun(BatchSample.plan(), in: context)
      let outcome = service.run(&run)
      #expect(outcome?.code == .unknown && outcome?.isFinal == false)
      #expect(outcome?.halt == halt && run.record?.mayArrive == true)
    }
  }

  @Test func lostValuesStopTheAccount() throws {
    var model = ServiceModel(calendarOfTests)
    model.put = .replace
    let context = BatchSample.context(["notes"])
    var run = CalendarRun(BatchSample.plan(calendarOfTests, context), in: context)
    _ = run.begin()
    guard
      case .request(.put(let body)) = run.loaded(
        .success(LoadedCalendar(calendar: calendarOfTests)))
    else {
      Issue.record("nothing was sent")
      return
    }
    model.store(body)
    _ = run.saved(
      .success(SavedCalendar(calendar: model.held, route: .documented, status: 200)))
    guard case .ended(let outcome) = run.loaded(.success(LoadedCalendar(calendar: model.held)))
    else {
      Issue.record("it has not ended")
      return
    }
    #expect(outcome.code == .savedOtherwise && outcome.halt == .losesUnnamed)
    #expect(!outcome.isAsWanted && outcome.isFinal)
  }

  @Test func undocumentedKeysAreLeftOutWhereTheyAreRefused() throws {
    let refusal = try ServiceError(
      HTTPResponse(
        status: 422, headers: [],
        body: Array(#"{"message":["teamMembers.0.property selected should not exist"]}"#.utf8)),
      kind: .invalid, token: Token("t0ken-t0ken-t0ken"))
    for undocumented in BatchAccount.Undocumented.allCases {
      var context = BatchSample.context(
        [], account: BatchAccount(locationID: "l1", undocumented: undocumented))
      context.work = .copy(
        from: calendarOfTests.with([
          "teamMembers": [["userId": "ana", "priority": 1], ["userId": "ben", "priority": 1]]
        ]), CopyChoices(["teamMembers"]))
      let plan = BatchSample.plan(calendarOfTests, context)
      #expect(
        plan.warnings.contains { $0.contains("selected") } == (undocumented == .leaveOut))
      var run = CalendarRun(plan, in: context)
      _ = run.begin()
      var step = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
      guard case .request(.put(let first)) = step else {
        Issue.record("nothing was sent")
        continue
      }
      let isSent = undocumented != .leaveOut
      #expect((first["teamMembers"]?.array?[0][key: "selected"] != nil) == isSent)
      guard isSent else { continue }
      step = run.saved(.failure(refusal))
      switch (undocumented, step) {
      case (.send, .ended(let outcome)): #expect(outcome.code == .refused)
      case (.sendOrLeaveOut, .request(.put(let second))):
        #expect(second["teamMembers"]?.array?[0][key: "selected"] == nil)
        #expect(run.refusesUndocumented && run.sending?.former != nil)
      default: Issue.record("\(undocumented): \(step)")
      }
    }
  }

  @Test func verifyingLoadsOnceMore() {
    var context = BatchSample.context(["slotDuration", "notes"])
    context.policy.verifies = true
    for (puts, looks, code, count): ([Fault], [Fault], BatchOutcome.Code, Int) in [
      ([], [], .saved, 2), ([.short], [], .saved, 2), ([], [.none, .broken], .saved, 3),
      ([], [.none, .notFound], .saved, 2), ([.otherwise], [], .savedOtherwise, 2),
    ] {
      var service = BatchService(calendarOfTests)
      (service.puts, service.looks) = (puts, looks)
      let outcome = result(&service, context)
      #expect(outcome?.code == code && service.lookCount == count && service.stored == 1)
      let isDoubted = outcome?.details.contains { $0.contains("could not be loaded") } == true
      #expect(isDoubted == (looks.last == .notFound))
    }
    // The answer was not true.
    var run = CalendarRun(BatchSample.plan(calendarOfTests, context), in: context)
    _ = run.begin()
    _ = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    let claimed = calendarOfTests.with(["slotDuration": 45, "notes": "new notes"])
    _ = run.saved(.success(SavedCalendar(calendar: claimed, route: .documented, status: 200)))
    let step = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    guard case .ended(let outcome) = step else {
      Issue.record("it goes on")
      return
    }
    #expect(outcome.code == .savedOtherwise)
    #expect(run.record?.after?[key: "slotDuration"] == 30)
  }

  // MARK: Stopping

  @Test func aStoppedRunSaysWhereItWas() {
    let context = BatchSample.context()
    var service = BatchService(calendarOfTests)
    service.puts = [.tooMany]
    var run = CalendarRun(BatchSample.plan(), in: context)
    _ = run.begin()
    _ = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
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
    guard case .ended(let early)? = run.cancel() else { return }
    #expect(early.code == .notDone && early.details[0].contains("sent earlier"))
  }

  @Test func stoppingEndsOnlyWhatIsNotSent() throws {
    let context = BatchSample.context()
    var run = CalendarRun(BatchSample.plan(), in: context)
    _ = run.begin()
    guard case .ended(let outcome)? = run.cancel() else {
      Issue.record("it goes on")
      return
    }
    #expect(outcome.code == .notDone && run.sending == nil)
    run = CalendarRun(BatchSample.plan(), in: context)
    _ = run.begin()
    let step = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
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
