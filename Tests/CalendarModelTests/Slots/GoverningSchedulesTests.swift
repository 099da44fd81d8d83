import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// Which schedules govern a calendar, and for whom.
@Suite struct GoverningSchedulesTests {
  private func calendar(_ users: [String], _ type: String = "round_robin") -> JSONValue {
    Calendars.full([
      "calendarType": .text(type),
      "teamMembers": .array(users.map { ["userId": .text($0), "priority": 0.5] }),
    ])
  }

  private func governing(
    _ answer: ScheduleAnswer, _ users: [String] = ["u1", "u2"], _ type: String = "round_robin"
  ) -> GoverningSchedules {
    GoverningSchedules(answer, for: calendar(users, type), names: ["u1": "Ana", "u2": "Ben"])
  }

  @Test func whatIsNotKnownIsNotNone() {
    #expect(governing(.notAsked).state == .notAsked)
    #expect(governing(.asking).state == .asking)
    #expect(governing(.unknown(reason: "no")).state == .unknown(reason: "no"))
    #expect(governing(Schedules.listed()).state == .none)
    #expect(governing(Schedules.answer).state == .some)
    #expect(governing(.asking).headline?.text == "Asking whose schedules govern these hours…")
    #expect(governing(.asking).headline?.isWarning == false)
    #expect(governing(.notAsked).headline == nil && governing(Schedules.listed()).headline == nil)
    #expect(
      governing(.unknown(reason: "the token lacks the scope calendars.readonly")).headline?.text
        == "caledit could not check whether a schedule governs these hours: the token lacks the "
        + "scope calendars.readonly.")
    let odd = governing(Schedules.listed(7))
    #expect(odd.state == .none && odd.unreadable == 1)
    #expect(odd.headline?.isWarning == true, "it is not known what it governs")
  }

  @Test func onlySchedulesOfTheCalendarGovern() {
    let found = governing(
      Schedules.listed(
        Schedules.entry("a", calendars: ["c2"]), Schedules.entry("b", calendars: []),
        Schedules.entry("c", ["deleted": true]), Schedules.entry("d", calendars: ["c2", "c1"])))
    #expect(found.schedules.map(\.id) == ["d"])
    #expect(found.members.map(\.userID) == ["u1", "u2"])
    #expect(found.membersWithout.map(\.userID) == ["u2"])
    #expect(found.remarks == ["Without a schedule for this calendar: Ben."])
    #expect(
      found.headline?.text
        == "\"Working hours\" of Ana, Europe/Berlin, governs this calendar: the hours here may "
        + "have no effect.")
  }

  @Test func othersThanMembersAreNamed() {
    let found = governing(
      Schedules.listed(Schedules.entry("a", user: "u9"), Schedules.entry("b", user: .null)))
    #expect(found.state == .some && found.others.map(\.id) == ["a", "b"])
    #expect(
      found.remarks == [
        "Without a schedule for this calendar: Ana, Ben.",
        "Not in the team: \"Working hours\" of u9.",
      ])
    #expect(found.parties == [.schedules(found.others.filter { $0.userID == nil })])
    let event = governing(Schedules.listed(Schedules.entry(user: "u9")), [], "event")
    #expect(event.parties == [.schedules(event.schedules)], "a calendar without a team")
    let strange = governing(Schedules.listed(Schedules.entry(user: "u9")))
    #expect(
      strange.parties == [.calendar] && strange.hoursNeedAgreement(changedKeys: ["openHours"]))
  }

  @Test func whoWasNotAskedAboutIsSaid() {
    let found = governing(Schedules.listed(Schedules.entry(), asked: ["u1"]))
    #expect(found.membersWithout.isEmpty && found.membersNotAsked.map(\.userID) == ["u2"])
    #expect(found.remarks == ["Whether Ben has a schedule is not known."])
    #expect(found.doubt(changedKeys: ["openHours"]) == "Whether Ben has a schedule is not known.")
  }

  // MARK: Agreement

  @Test func hoursThatAreGovernedNeedAgreement() {
    let some = governing(Schedules.answer)
    for key in ["openHours", "availabilities", "availabilityType"] {
      #expect(some.hoursNeedAgreement(changedKeys: ["name", key]))
    }
    #expect(!some.hoursNeedAgreement(changedKeys: ["name", "teamMembers", "slotDuration"]))
    #expect(some.agreement(changedKeys: ["name"]) == [])
    #expect(
      some.agreement(changedKeys: ["openHours"]) == [
        "The update has Weekly hours, but these hours govern:",
        "\"Working hours\" of Ana, Europe/Berlin: Mon–Fri 09:00–17:00",
        ScheduleWording.consequences,
      ])
    for other in [ScheduleAnswer.notAsked, .asking, .unknown(reason: "x"), Schedules.listed()] {
      #expect(!governing(other).hoursNeedAgreement(changedKeys: ["openHours"]))
      #expect(governing(other).agreement(changedKeys: ["openHours"]) == [])
    }
  }

  @Test func whatIsInDoubtIsSaidOfHoursOnly() {
    #expect(governing(.unknown(reason: "x")).doubt(changedKeys: ["name"]) == nil)
    #expect(
      governing(.unknown(reason: "x")).doubt(changedKeys: ["availabilities"])
        == "caledit could not check whether a schedule governs these hours: x.")
    #expect(governing(.asking).doubt(changedKeys: ["openHours"]) != nil)
    #expect(governing(.notAsked).doubt(changedKeys: ["openHours"]) == nil)
    #expect(governing(Schedules.listed()).doubt(changedKeys: ["openHours"]) == nil)
    #expect(governing(Schedules.listed(7)).doubt(changedKeys: ["openHours"]) != nil)
  }

  @Test func lostSchedulesAreFound() {
    func list(_ entries: JSONValue...) -> ScheduleList {
      var list = ScheduleList(calendarID: "c1")
      list.add(entries)
      return list
    }
    let (a, b) = (Schedules.entry("a"), Schedules.entry("b", user: "u2"))
    let before = governing(Schedules.listed(a, b))
    #expect(before.lost(after: list(b, a)) == [])
    #expect(before.lost(after: list(b)).map(\.id) == ["a"])
    #expect(before.lost(after: list()).map(\.id) == ["a", "b"])
    #expect(before.lost(after: list(a, Schedules.entry("b", ["deleted": true]))).map(\.id) == ["b"])
    #expect(
      before.lost(after: list(b, Schedules.entry("a", calendars: ["c2"]))).map(\.id) == ["a"])
    #expect(before.lost(after: list(a, Schedules.entry("b", rules: []))) == [], "other hours")
    #expect(
      before.sentences(lost: before.lost(after: list(b))) == [
        "A schedule no longer governs this calendar. It was \"Working hours\" of Ana, "
          + "Europe/Berlin: Mon–Fri 09:00–17:00."
      ])
  }

  // MARK: Hours of a day

  /// The types by how the hours of members are put together.
  @Test(arguments: CalendarType.allCases) func theTypeDecides(_ type: CalendarType) throws {
    let answer = Schedules.listed(
      Schedules.entry("a", rules: [Schedules.weekday("monday", ("09:00", "12:00"))]),
      Schedules.entry("b", user: "u2", rules: [Schedules.weekday("monday", ("11:00", "15:00"))]))
    let found = governing(answer, ["u1", "u2"], type.rawValue)
    let plan = found.plan(
      on: Calendars.date(2026, 11, 23), of: found.parties, own: DayHours([.wholeDay]))
    #expect(plan.open.text == (type == .collective ? "11:00–12:00" : "09:00–15:00"))
    #expect(plan.spans.count == (type == .collective ? 1 : 2))
  }

  /// Minute by minute: open when all are, or when any is.
  @Test func generatedHoursArePutTogether() {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<300 {
      let lists = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        RandomHours.day(&random).joined.map { $0.open..<$0.close }
      }
      let common = lists.dropFirst().reduce(lists[0]) { $0.intersected(with: $1) }
      let any = Array(lists.joined()).united
      func isOpen(_ minute: Int, _ spans: [Range<Int>]) -> Bool {
        spans.contains { $0.contains(minute) }
      }
      for minute in 0..<1440 {
        #expect(isOpen(minute, common) == lists.allSatisfy { isOpen(minute, $0) })
        #expect(isOpen(minute, any) == lists.contains { isOpen(minute, $0) })
      }
      #expect(zip(any, any.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }
  }

  /// The hours are those of the schedule's clocks where a zone is not known, and say so.
  @Test func anUnknownZoneIsSaid() throws {
    var list = ScheduleList(calendarID: "c1")
    list.add([Schedules.entry(zone: "Europe/Berlin")])
    let zone = try ScheduleShiftTests.zone("EST5EDT,M3.2.0,M11.1.0")
    let monday = Calendars.date(2026, 11, 23)
    func text(_ list: ScheduleList, _ calendarZone: NamedZone?) -> (String, [String]) {
      let found = GoverningSchedules(.listed(list), for: Calendars.full, zone: calendarZone)
      return (found.hours(of: found.schedules[0], on: monday).text, found.assumptions)
    }
    let york = NamedZone(name: "America/New_York", offsets: zone)
    #expect(text(list, nil).0 == "09:00–17:00")
    #expect(text(list, nil).1.contains { $0.contains("The calendar's time zone is not known") })
    #expect(text(list, york).0 == "09:00–17:00")
    #expect(
      text(list, york).1.contains { $0.contains("does not know the time zone \"Europe/Berlin\"") })
    list.zones["Europe/Berlin"] = try ScheduleShiftTests.zone("CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(text(list, york).0 == "03:00–11:00")
    #expect(text(list, york).1.contains { $0.contains("(America/New_York) day by day") })
    #expect(text(list, NamedZone(name: "Europe/Berlin", offsets: nil)).0 == "09:00–17:00")
  }
}
