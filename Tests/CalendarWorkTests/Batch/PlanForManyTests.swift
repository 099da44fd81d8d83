import CalendarModel
import JSON
import Testing

@testable import CalendarWork

/// What plans say that only counts for many calendars: what has no effect, what a number without a unit
/// means, and what a dry run comes to.
@Suite struct PlanForManyTests {
  private func plan(_ text: String, _ calendar: JSONValue) throws -> PlannedCalendar {
    var context = BatchSample.context()
    context.work = .changes(try CalendarChanges(file: text, today: todayOfTests))
    return BatchSample.plan(calendar, context)
  }

  private let weekly = calendarOfTests.with(["availabilityType": 0])

  @Test func whatHasNoEffectIsSaidAlsoWhereItIsSoAlready() throws {
    let change = "availabilities.2031-01-02=closed\n"
    let plan = try plan(change, weekly)
    let reason = try #require(plan.withoutEffect.first)
    #expect(plan.verdict == .change && plan.withoutEffect.count == 1)
    #expect(reason.contains("no effect") && reason.contains("Weekly hours only"))
    #expect(plan.warnings.filter { $0 == reason }.count == 1, "\(plan.warnings)")
    let dates: JSONValue = [
      ["id": "a1", "date": "2030-12-24T00:00:00.000Z", "hours": []],
      ["id": "a2", "date": "2031-01-02T00:00:00.000Z", "hours": []],
    ]
    let again = try self.plan(change, weekly.with(["availabilities": dates]))
    #expect(again.verdict == .unchanged && again.withoutEffect == [reason])
    #expect(again.warnings == [reason])
    #expect(PlannedCalendar(again.json) == again && PlannedCalendar(plan.json) == plan)
    #expect(try self.plan(change, calendarOfTests).withoutEffect.isEmpty)
  }

  /// Where something else has an effect, the calendar does not stay as it was.
  @Test func whatHasAnEffectInPartIsWarnedOfOnly() throws {
    let plan = try plan("availabilities.2031-01-02=closed\nnotes=other\n", weekly)
    #expect(plan.withoutEffect.isEmpty && plan.warnings.count { $0.contains("no effect") } == 1)
  }

  @Test func aNumberWithoutAUnitHasToMeanTheSame() throws {
    let hours = calendarOfTests.with(["slotDuration": 2.5, "slotDurationUnit": "hours"])
    func ambiguities(_ text: String, _ calendars: JSONValue...) throws -> [String] {
      CalendarChanges.ambiguities(
        try calendars.map { try plan(text, $0).presentUnits })
    }
    let said = try ambiguities("slotDuration=45\n", calendarOfTests, hours, calendarOfTests)
    #expect(said.count == 1)
    #expect(said.first?.contains("Slot duration: ") == true, "\(said)")
    #expect(said.first?.contains("2 in minutes, 1 in hours") == true, "\(said)")
    #expect(try ambiguities("slotDuration=45 min\n", calendarOfTests, hours).isEmpty)
    #expect(try ambiguities("slotDuration=45\n", hours, hours).isEmpty)
    #expect(try ambiguities("notes=45\n", calendarOfTests, hours).isEmpty)
    // A calendar that has no unit has the usual one.
    let none = calendarOfTests.with(["slotDuration": nil, "slotDurationUnit": nil])
    #expect(try ambiguities("slotDuration=45\n", calendarOfTests, none).isEmpty)
    #expect(try ambiguities("slotDuration=45\n", none, hours).count == 1)
  }

  @Test func eachCalendarGetsItsOwnBack() throws {
    let other = calendarOfTests.with(["id": "c2", "slotDuration": 20])
    let work = BatchWork.restoreEach([
      "c1": .init(before: calendarOfTests.with(["slotDuration": 60]), after: calendarOfTests),
      "c2": .init(
        before: other.with(["notes": "old"]), after: other, withheld: ["slotDuration"]),
    ])
    #expect(try BatchWork(work.json, today: todayOfTests) == work)
    #expect(work.keys == ["slotDuration", "notes"])
    var context = BatchSample.context()
    context.work = work
    let plan = BatchSample.plan(calendarOfTests, context)
    #expect(plan.changes.map(\.key) == ["slotDuration"] && plan.changes.map(\.after) == [60])
    var document = documentOfTests(other)
    _ = try work.apply(to: &document)
    #expect(document.current[key: "notes"] == "old" && document.current[key: "slotDuration"] == 20)
    var strange = documentOfTests(other.with(["id": "c3"]))
    #expect(throws: BatchWork.Obstacle.self) { try work.apply(to: &strange) }
    #expect(throws: BatchWork.Unreadable.self) {
      try BatchWork(
        ["kind": "restoreEach", "calendars": ["c1": ["before": [:]]]], today: todayOfTests)
    }
  }

  @Test func aDryRunComesToWhatTheRunWouldComeTo() throws {
    let good = try plan("slotDuration=45 min\n", calendarOfTests)
    let same = try plan("slotDuration=30 min\n", calendarOfTests)
    let bad = try plan("enableRecurring:=true\n", calendarOfTests)
    func exit(_ plans: PlannedCalendar...) -> BatchExit { BatchExit(plans.map(\.expected)) }
    #expect(exit(good) == .done && exit(good, same) == .done)
    #expect(exit(good, bad) == .partly && exit(bad, same) == .partly)
    #expect(exit(bad) == .refused && exit(bad, bad) == .refused)
  }
}
