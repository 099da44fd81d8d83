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

  private let governed: ScheduleAnswer = {
    var list = ScheduleList(calendarID: "c1")
    list.add([
      [
        "id": "s1", "name": "Working hours", "userId": "ana", "calendarIds": ["c1"],
        "timezone": "Europe/Berlin", "rules": [],
      ]
    ])
    return .listed(list)
  }()

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
          before: calendarOfTests, after: BatchSample.source, withheld: ["notes"])),
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
