import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// What goes wrong with a call, and what the service keeps or loses.
extension CalendarRunTests {
  private static let putFaults: [(Fault, BatchOutcome.Code, stored: Int)] = [
    (.none, .saved, 1), (.lostBefore, .notSaved, 0), (.lostAfter, .saved, 1),
    (.late, .saved, 1), (.lateBroken, .saved, 1), (.lateBusy, .saved, 1), (.latePage, .saved, 1),
    (.noConnection, .saved, 1), (.invalid, .refused, 0),
    (.token, .token, 0),
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

  /// What a run comes to whose update a service carries out in its own way.
  private static func outcome(
    on calendar: JSONValue = calendarOfTests, in context: BatchContext,
    _ adjust: (inout ServiceModel) -> Void
  ) throws -> BatchOutcome {
    var run = looked(at: calendar, in: context).run
    var model = ServiceModel(calendar)
    adjust(&model)
    model.store(try #require(run.sending?.body))
    _ = run.saved(.success(SavedCalendar(calendar: model.held, route: .documented, status: 200)))
    return try end(run.loaded(.success(LoadedCalendar(calendar: model.held))))
  }

  @Test func lostValuesStopTheAccount() throws {
    let outcome = try Self.outcome(in: BatchSample.context(["notes"])) { $0.put = .replace }
    #expect(outcome.code == .savedOtherwise && outcome.halt == .losesUnnamed)
    #expect(!outcome.isAsWanted && outcome.isFinal)
  }

  /// What no document lists cannot be sent back; where whole calendars are sent, that is known.
  @Test(arguments: [UpdateSetting.auto, .whole])
  func lostUndocumentedPropertiesStopTheAccount(_ setting: UpdateSetting) throws {
    let context = BatchSample.context(
      ["notes"], account: BatchAccount(locationID: "l1", setting: setting, habits: AccountHabits()))
    let outcome = try Self.outcome(
      on: calendarOfTests.with(["linkedCalendars": ["c2"]]), in: context
    ) { $0.loses = ["linkedCalendars"] }
    #expect(outcome.code == .savedOtherwise && !outcome.isAsWanted)
    #expect(outcome.halt == (setting == .whole ? nil : .losesUndocumented))
    #expect(outcome.details.contains("Gone, not documented: linkedCalendars"))
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
        plan.warnings.contains { $0.contains("› selected") } == (undocumented != .send),
        "what may be lost is said before, unless somebody has agreed to it")
      var (run, step) = Self.looked(in: context)
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

  @Test func verifyingLoadsOnceMore() throws {
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
    var run = Self.looked(in: context).run
    let claimed = calendarOfTests.with(["slotDuration": 45, "notes": "new notes"])
    _ = run.saved(.success(SavedCalendar(calendar: claimed, route: .documented, status: 200)))
    var step = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    // It may show later.
    for seconds in RecentSaves.pausesBehind {
      guard case .request(.pause(seconds)) = step, case .request(.look) = run.again() else {
        Issue.record("it does not wait")
        return
      }
      step = run.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    }
    #expect(try Self.end(step).code == .savedOtherwise)
    #expect(run.record?.after?[key: "slotDuration"] == 30)
  }
}
