import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// What a plan says of a calendar before anything is sent.
@Suite struct PlannedCalendarTests {
  private func changes(_ text: String) throws -> BatchContext {
    var context = BatchSample.context()
    context.work = .changes(try CalendarChanges(file: text, today: todayOfTests))
    return context
  }

  private let governed = BatchSample.governed

  @Test func itSaysWhatChangesInWordsAndForPrograms() throws {
    let plan = BatchSample.plan(calendarOfTests, try changes("slotDuration=45 min\nnotes=other\n"))
    #expect(plan.verdict == .change && plan.settled == nil)
    #expect(plan.lines == ["Slot duration: 30 min → 45 min", "Notes: \"n\" → \"other\""])
    #expect(plan.changes.map(\.key) == ["slotDuration", "notes"])
    #expect(plan.changes.map(\.after) == [45, "other"])
    #expect(plan.keys == ["slotDuration", "slotDurationUnit", "notes"])
    #expect(plan.before == ["slotDuration": 30, "slotDurationUnit": "mins", "notes": "n"])
    #expect(plan.errors.isEmpty && plan.leftOut.isEmpty)
  }

  @Test func newErrorsStopAndOldOnesWarn() throws {
    let context = try changes("enableRecurring:=true\n")
    let plan = BatchSample.plan(calendarOfTests, context)
    #expect(plan.settled?.code == .rules && plan.errors.count == 1)
    var forced = context
    forced.policy.force = true
    #expect(BatchSample.plan(calendarOfTests, forced).verdict == .change)
    // The team was too large before, and stays so.
    let before = calendarOfTests.with(["enableRecurring": true])
    let other = BatchSample.plan(
      before, try changes("teamMembers['ben'].priority=low\n"))
    #expect(other.verdict == .change, "\(other)")
    #expect(other.errors.isEmpty && !other.warnings.isEmpty)
  }

  /// What only answers have goes with the rows that are sent, as what no document lists does.
  @Test func keysOfAnswersInRowsAreNamed() throws {
    let meeting: JSONValue = ["kind": "custom", "location": "Here", "meetingId": "m1"]
    let calendar = calendarOfTests.with([
      "teamMembers": [
        ["userId": "ana", "priority": 0.5, "locationConfigurations": [meeting]],
        ["userId": "ben", "priority": 1],
      ]
    ])
    let said =
      "Keys that only answers have are not sent, and the service may lose them in every "
      + "row: Team members › locationConfigurations.meetingId."
    for sends in [BatchAccount.Undocumented.leaveOut, .sendOrLeaveOut, .send] {
      var context = try changes("teamMembers['ben'].priority=low\n")
      context.account.undocumented = sends
      #expect(BatchSample.plan(calendar, context).warnings.contains(said))
      context.work = .changes(try CalendarChanges(file: "notes=x\n", today: todayOfTests))
      #expect(!BatchSample.plan(calendar, context).warnings.contains(said))
      context.account.scope = .whole
      #expect(BatchSample.plan(calendar, context).warnings.contains(said))
    }
    // The other spelling of an id is no key that is lost.
    let dates = calendarOfTests.with([
      "availabilities": [
        ["_id": "a1", "id": "a1", "date": "2030-12-24T00:00:00.000Z", "hours": []]
      ]
    ])
    let plan = BatchSample.plan(dates, try changes("dates=2031-01-02 closed\n"))
    #expect(!plan.warnings.contains { $0.contains("only answers have") })
  }

  /// An error that no change bears on is said, also where it is one of many.
  @Test func errorsOfTheCalendarAsItIsAreSaid() throws {
    let said = "that this does not change; the service may refuse the update: "
    func warnings(_ calendar: JSONValue, _ text: String) throws -> [String] {
      let plan = BatchSample.plan(calendar, try changes(text))
      #expect(plan.verdict == .change && plan.errors.isEmpty, "\(plan)")
      return plan.warnings.filter { $0.contains(said) }
    }
    let broken = calendarOfTests.with([
      "calendarType": "collective", "teamMembers": [["userId": "ana"], ["userId": "ben"]],
    ])
    let one = try warnings(broken, "notes=other\n")
    #expect(one.count == 1, "\(one)")
    #expect(one.first?.hasPrefix("The calendar has an error \(said)") == true, "\(one)")
    #expect(one.first?.contains("needs one primary member") == true, "\(one)")
    #expect(try warnings(calendarOfTests, "notes=other\n").isEmpty)
    // The service has such values itself, and they are not sent.
    let odd = calendarOfTests.with(["slotDuration": "x", "slotInterval": "30"])
    #expect(try warnings(odd, "notes=other\n").isEmpty)
    // Where nothing is sent, nothing can be refused.
    let unchanged = BatchSample.plan(broken, try changes("notes=n\n"))
    #expect(unchanged.verdict == .unchanged && unchanged.warnings.isEmpty)
  }

  @Test func hoursThatAScheduleGovernsStayOut() throws {
    var context = try changes("openHours.mon-fri=10-12\nnotes=other\n")
    var plan = BatchSample.plan(calendarOfTests, context, schedules: governed)
    #expect(plan.verdict == .change && plan.keysKeptOut == ["openHours"])
    #expect(plan.changes.map(\.key) == ["notes"] && plan.keepsHoursOut)
    #expect(plan.leftOut.count == 1 && plan.leftOut[0].contains("Working hours"))
    var service = BatchService(calendarOfTests)
    var run = CalendarRun(plan, in: context)
    let outcome = service.run(&run)
    #expect(outcome?.code == .saved && outcome?.isAsWanted == false)
    #expect(outcome?.leftOut == plan.leftOut)
    #expect(service.held[key: "openHours"] == calendarOfTests[key: "openHours"])
    // Not even an update of the whole calendar has them.
    context.account.scope = .whole
    var whole = CalendarRun(
      BatchSample.plan(calendarOfTests, context, schedules: governed), in: context)
    service = BatchService(calendarOfTests)
    var body: JSONValue = .null
    _ = service.run(&whole) { body = $0.body }
    #expect(body["openHours"] == nil && body["availabilities"] == nil && body["name"] != nil)
    context.policy.hoursAnyway = true
    plan = BatchSample.plan(calendarOfTests, context, schedules: governed)
    #expect(plan.changes.map(\.key) == ["openHours", "notes"] && plan.leftOut.isEmpty)
    #expect(plan.warnings.contains { $0.contains("Open hours") || $0.contains("hours govern") })
  }

  @Test func onlyGovernedHoursAreNoChange() throws {
    let plan = BatchSample.plan(
      calendarOfTests, try changes("openHours.sat=9-12\n"), schedules: governed)
    #expect(plan.settled?.code == .governed && plan.settled?.isAsWanted == false)
  }

  @Test func whatIsNotKnownOfSchedulesIsSaid() throws {
    let plan = BatchSample.plan(
      calendarOfTests, try changes("openHours.sat=9-12\n"),
      schedules: .unknown(reason: "the token lacks the scope"))
    #expect(plan.verdict == .change && plan.warnings.count == 1)
  }

  @Test func aMistakeStops() throws {
    let plan = BatchSample.plan(
      calendarOfTests, try changes("teamMembers['Nobody'].priority=high\n"))
    #expect(plan.settled?.code == .mistake && plan.settled?.details.first?.isEmpty == false)
  }

  @Test func readOnlySendsNothing() throws {
    var context = BatchSample.context()
    context.policy.isReadOnly = true
    let plan = BatchSample.plan(calendarOfTests, context)
    #expect(plan.settled?.code == .readOnly && !plan.lines.isEmpty)
  }

  /// Where an update was seen to lose what it did not name, the plan says so, and nothing is sent that
  /// names less than the whole calendar.
  @Test func nothingIsSentThatWouldLoseTheRest() throws {
    var context = try changes("notes=other\n")
    context.account.unnamed = .lost
    let plan = BatchSample.plan(calendarOfTests, context)
    #expect(plan.settled?.code == .losesUnnamed && plan.settled?.kind == .refused)
    #expect(plan.lines == ["Notes: \"n\" → \"other\""], "what was wanted is said all the same")
    #expect(PlannedCalendar(plan.json) == plan)
    var service = BatchService(calendarOfTests)
    var run = CalendarRun(plan, in: context)
    #expect(service.run(&run)?.code == .losesUnnamed && service.putCount == 0)
    for account in [
      BatchAccount(scope: .whole, unnamed: .lost), BatchAccount(unnamed: .risked),
    ] {
      context.account = account
      #expect(BatchSample.plan(calendarOfTests, context).verdict == .change)
    }
    context.account.unnamed = .lost
    #expect(
      BatchSample.plan(calendarOfTests, try changes("notes=n\n")).verdict == .unchanged)
  }

  /// Keys in rows that no document lists are named before an update may lose them, also those of lists
  /// that nobody changes where the whole calendar is sent.
  @Test(arguments: BatchAccount.Undocumented.allCases, UpdateScope.allCases)
  func undocumentedKeysAreNamed(
    undocumented: BatchAccount.Undocumented, scope: UpdateScope
  ) throws {
    let team: JSONValue = [
      ["userId": "ana", "selected": true, "zoomOauthId": "z"], ["userId": "ben", "selected": true],
    ]
    var context = try changes("notes=other\n")
    context.account = BatchAccount(scope: scope, undocumented: undocumented)
    let calendar = calendarOfTests.with(["teamMembers": team])
    let said = BatchSample.plan(calendar, context).warnings.filter { $0.contains("Undocumented") }
    let names = "Team members › selected, Team members › zoomOauthId"
    switch (scope, undocumented) {
    case (.changed, _), (.whole, .send): #expect(said.isEmpty)
    case (.whole, .leaveOut):
      #expect(said.count == 1 && said[0].contains("not sent") && said[0].contains(names))
      #expect(said[0].contains("“Nested keys”"))
    case (.whole, .sendOrLeaveOut):
      #expect(said.count == 1 && said[0].contains("are sent") && said[0].contains(names))
      #expect(said[0].contains("lose them"))
    }
  }

  /// An update of the whole calendar has hours that nobody changes: under a schedule they are left out,
  /// and may be lost; sent all the same, or where nobody knows, the plan says so too.
  @Test func hoursOfAWholeUpdateAreSaid() throws {
    var context = try changes("notes=other\n")
    func warnings(_ schedules: ScheduleAnswer) -> [String] {
      BatchSample.plan(calendarOfTests, context, schedules: schedules).warnings
    }
    #expect(warnings(governed).isEmpty, "an update of the changes has no hours")
    context.account.scope = .whole
    #expect(warnings(governed).contains { $0.contains("left out of the update of the whole") })
    #expect(warnings(.unknown(reason: "no scope")).contains { $0.contains("no scope") })
    // Neither with the hours nor without them it would be safe.
    context.account.unnamed = .lost
    #expect(
      BatchSample.plan(calendarOfTests, context, schedules: governed).settled?.code == .governed)
    #expect(BatchSample.plan(calendarOfTests, context).verdict == .change)
    context.account.unnamed = .unknown
    let ungoverned = warnings(.listed(ScheduleList(calendarID: "c1")))
    #expect(!ungoverned.contains { $0.contains("schedule") })
    context.policy.hoursAnyway = true
    #expect(warnings(governed).contains { $0.contains("these hours govern") })
  }

  /// What cannot be put back is said, as the record of the save has it.
  @Test func restoringSaysWhatIsNotPutBack() {
    var context = BatchSample.context()
    let after = calendarOfTests.with(["slotDuration": 45, "notes": "later"])
    let restoring = BatchWork.Restoring(
      before: calendarOfTests, after: after, withheld: ["notes"],
      notes: ["A schedule no longer governs this calendar."])
    for work in [BatchWork.restore(restoring), .restoreEach(["c1": restoring])] {
      context.work = work
      let plan = BatchSample.plan(after, context)
      #expect(plan.changes.map(\.key) == ["slotDuration"])
      #expect(plan.warnings.contains { $0.hasPrefix("Notes: left as it is") })
      #expect(plan.warnings.contains { $0.contains("A schedule no longer governs") })
    }
  }

  @Test func restoringPutsBackWhatASaveChanged() throws {
    let after = calendarOfTests.with(["slotDuration": 45, "notes": "later"])
    var context = BatchSample.context()
    context.work = .restore(BatchWork.Restoring(before: calendarOfTests, after: after))
    #expect(context.work.keys == ["slotDuration", "notes"])
    var service = BatchService(after)
    var run = CalendarRun(BatchSample.plan(after, context), in: context)
    #expect(service.run(&run)?.code == .saved)
    #expect(service.held[key: "slotDuration"] == 30 && service.held[key: "notes"] == "n")
    // Others changed one of them since.
    let theirs = after.with(["notes": "theirs"])
    for (conflicts, notes): (BatchPolicy.Conflicts, JSONValue) in [
      (.stop, "theirs"), (.mine, "n"), (.theirs, "theirs"),
    ] {
      context.policy.conflicts = conflicts
      let plan = BatchSample.plan(theirs, context)
      var service = BatchService(theirs)
      var run = CalendarRun(plan, in: context)
      let outcome = service.run(&run)
      #expect(outcome?.code == (conflicts == .stop ? .conflict : .saved))
      #expect(service.held[key: "notes"] == notes)
    }
  }

  /// What the calendar had not before cannot be taken back, which is said as of any update.
  @Test func whatASaveAddedCannotBeTakenBack() throws {
    let before = calendarOfTests.with(["notes": nil])
    func plan(_ after: JSONValue, _ now: JSONValue) -> (PlannedCalendar, BatchOutcome?, JSONValue) {
      var context = BatchSample.context()
      context.work = .restore(BatchWork.Restoring(before: before, after: after))
      let plan = BatchSample.plan(now, context)
      var service = BatchService(now)
      var run = CalendarRun(plan, in: context)
      let outcome = service.run(&run)
      return (plan, outcome, service.held)
    }
    let said = "Notes: an update cannot unset it; the service keeps it."
    let only = plan(calendarOfTests, calendarOfTests)
    #expect(only.0.settled?.code == .cannotUnset && only.0.settled?.details == [said])
    let both = calendarOfTests.with(["slotDuration": 45])
    let (mixed, outcome, held) = plan(both, both)
    #expect(mixed.verdict == .change && mixed.warnings.contains(said))
    #expect(outcome?.code == .savedOtherwise, "\(String(describing: outcome))")
    #expect(held[key: "slotDuration"] == 30 && held[key: "notes"] == "n")
    // The same as what is wanted by hand.
    var context = try changes("slotDuration=30 min\nunset notes\n")
    var service = BatchService(both)
    var run = CalendarRun(BatchSample.plan(both, context), in: context)
    #expect(service.run(&run)?.code == outcome?.code)
    // What others changed since, or emptied, is theirs.
    for notes: JSONValue in ["theirs", ""] {
      let later = plan(calendarOfTests, calendarOfTests.with(["notes": notes]))
      #expect(later.0.settled?.code != .cannotUnset, "\(later.0)")
    }
    context.work = .restore(BatchWork.Restoring(before: calendarOfTests, after: both))
    #expect(!BatchSample.plan(both, context).warnings.contains(said))
  }

  @Test func aPlanComesBackFromItsJSON() throws {
    let odd = "a\u{1B}[31m\u{202E}\n\"\\" + String(repeating: "é", count: 10_000)
    let plans = [
      BatchSample.plan(), BatchSample.plan(calendarOfTests, BatchSample.context(["description"])),
      BatchSample.plan(calendarOfTests.with(["id": "c2"])),
      BatchSample.plan(calendarOfTests.with(["notes": .text(odd)])),
      BatchSample.plan(
        calendarOfTests, try changes("openHours.sat=9-12\nnotes=x\n"), schedules: governed),
      BatchSample.plan(calendarOfTests, try changes("enableRecurring:=true\n")),
      PlannedCalendar(BatchSample.target, stopped: BatchOutcome(.notFound, "Gone.")),
    ]
    for plan in plans {
      let text = plan.json.printed()
      #expect(PlannedCalendar(try JSONDocument(parsing: text).value) == plan)
      #expect(!text.contains("\n"))
    }
  }

  @Test func brokenJSONIsNoPlan() {
    let whole = BatchSample.plan().json
    for key in ["target", "verdict", "keys", "before"] {
      #expect(PlannedCalendar(whole.with([key: nil])) == nil)
      #expect(PlannedCalendar(whole.with([key: 7])) == nil)
    }
    for value: JSONValue in [.null, [], "x", 7, [:]] { #expect(PlannedCalendar(value) == nil) }
    let stopped = BatchSample.plan(calendarOfTests.with(["id": "c2"])).json
    #expect(PlannedCalendar(stopped.with(["outcome": ["code": "what"]])) == nil)
  }

  @Test func workComesBackFromItsJSON() throws {
    var replacing = CopyChoices(["slotDuration", "availabilities"])
    replacing.dates = .replace
    let works: [BatchWork] = [
      .changes(
        try CalendarChanges(file: "slotDuration=45 min\nunset notes\n", today: todayOfTests)),
      .copy(from: BatchSample.source, .usual), .copy(from: [:], replacing),
      .restore(
        BatchWork.Restoring(
          before: calendarOfTests, after: BatchSample.source, withheld: ["notes"],
          notes: ["A schedule is gone."])),
    ]
    for work in works {
      let json = try JSONDocument(parsing: work.json.printed()).value
      #expect(try BatchWork(json, today: todayOfTests) == work)
    }
    for json: JSONValue in [
      .null, [:], ["kind": "erase"], ["kind": "changes"], ["kind": "changes", "text": "nonsense"],
      ["kind": "copy", "from": 1, "keys": []], ["kind": "copy", "from": [:]],
      ["kind": "restore", "before": [:]],
    ] {
      #expect(throws: BatchWork.Unreadable.self) { try BatchWork(json, today: todayOfTests) }
    }
  }
}
