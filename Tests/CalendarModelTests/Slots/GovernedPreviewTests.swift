import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// What bookers are offered where schedules govern.
@Suite struct GovernedPreviewTests {
  private static let now = CalendarMoment(Calendars.today, minute: 0)

  private struct Made {
    let calendar: JSONValue
    let governing: GoverningSchedules
    /// The hours of each who counts, on any date; nil for the calendar's own.
    let people: [((CalendarDate) -> [HourRange])?]
  }

  private func made(_ random: inout SeededGenerator) -> Made {
    let types = ["round_robin", "collective", "class_booking", "service_booking"]
    let users = (0..<Int.random(in: 1...3, using: &random)).map { "u\($0)" }
    var calendar = SlotPropertyTests.calendar(&random).object ?? JSONObject()
    calendar["id"] = "c1"
    calendar["calendarType"] = .text(types.randomElement(using: &random) ?? "")
    calendar["teamMembers"] = .array(users.map { ["userId": .text($0)] })
    var list = ScheduleList(calendarID: "c1")
    var people: [((CalendarDate) -> [HourRange])?] = []
    for (number, user) in users.enumerated() {
      guard number == 0 || Int.random(in: 0...2, using: &random) > 0 else {
        people.append(nil)
        continue
      }
      let one = Schedules.random("s\(number)", user: user, near: Calendars.today, &random)
      list.add([one.entry])
      people.append { (one.dates[$0] ?? one.week[$0.weekday]).joined }
    }
    let value = JSONValue.object(calendar)
    return Made(
      calendar: value, governing: GoverningSchedules(.listed(list), for: value), people: people)
  }

  @Test func everyStartIsOneThatSomebodyOrEverybodyCanTake() throws {
    var random = SeededGenerator(seed: 1206)
    var offered = 0
    for _ in 0..<300 {
      let made = made(&random)
      let own = SlotPreview(calendar: made.calendar, now: Self.now)
      let preview = SlotPreview(
        calendar: made.calendar, now: Self.now, governing: made.governing)
      let (settings, isTogether) = (preview.settings, made.governing.needsEveryMember)
      for day in preview.days(from: Calendars.today, count: 9) {
        let lists = made.people.map { $0?(day.date) ?? own.day(day.date).open.stretches }
        func isOpen(_ minute: Int, _ list: [HourRange]) -> Bool {
          list.contains { $0.open <= minute && minute < $0.close }
        }
        for minute in stride(from: 0, to: 1440, by: 7) {
          let open = lists.map { isOpen(minute, $0) }
          #expect(
            isOpen(minute, day.open.stretches)
              == (isTogether ? open.allSatisfy { $0 } : open.contains(true)))
        }
        guard let duration = settings.duration else { continue }
        func fits(_ start: Int, _ list: [HourRange]) -> Bool {
          list.contains { $0.open <= start && start + duration <= $0.close }
        }
        for start in day.starts {
          let fit = lists.map { fits(start, $0) }
          #expect(isTogether ? fit.allSatisfy { $0 } : fit.contains(true))
        }
        #expect(day.starts == Set(day.starts).sorted())
        #expect(day.starts.isEmpty == (day.reason != nil))
        offered += day.starts.count
      }
    }
    #expect(offered > 5000)
  }

  /// Where nobody is known to govern, nothing changes.
  @Test func withoutASchedulesEverythingIsAsItWas() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      let calendar = SlotPropertyTests.calendar(&random)
      let days = SlotPreview(calendar: calendar, now: Self.now).days(
        from: Calendars.today, count: 9)
      for answer in [
        ScheduleAnswer.notAsked, .asking, .unknown(reason: "x"), Schedules.listed(),
        Schedules.listed(Schedules.entry(calendars: ["c9"])),
      ] {
        let governing = GoverningSchedules(answer, for: calendar)
        let found = SlotPreview(calendar: calendar, now: Self.now, governing: governing)
        #expect(found.days(from: Calendars.today, count: 9) == days)
      }
    }
  }

  /// The calendar's own hours change something only for members without a schedule.
  @Test func editedHoursCountOnlyForThoseWithoutASchedule() throws {
    var random = SeededGenerator(seed: 44)
    var (governed, own) = (0, 0)
    for _ in 0..<200 {
      let made = made(&random)
      let edited = Calendars.replacing(
        made.calendar,
        ["openHours": RandomHours.week(&random, odd: false), "availabilities": []])
      let loaded = SlotPreview(calendar: made.calendar, now: Self.now, governing: made.governing)
      let after = SlotPreview(calendar: edited, now: Self.now, governing: made.governing)
      let comparison = SlotComparison(
        loaded: loaded, edited: after, from: Calendars.today, count: 9)
      if made.governing.takesEveryPlace {
        #expect(comparison.gained == 0 && comparison.lost == 0)
        governed += 1
      } else if comparison.gained + comparison.lost > 0 {
        own += 1
      }
    }
    #expect(governed > 50 && own > 5)
  }

  private func preview(
    _ entries: JSONValue..., type: String = "collective"
  ) -> SlotPreview {
    let calendar = Calendars.full([
      "calendarType": .text(type), "teamMembers": [["userId": "u1"], ["userId": "u2"]],
      "allowBookingAfter": 0,
    ])
    var list = ScheduleList(calendarID: "c1")
    list.add(entries)
    return SlotPreview(
      calendar: calendar, now: Self.now,
      governing: GoverningSchedules(.listed(list), for: calendar, names: ["u1": "Ana"]))
  }

  @Test func aDayWithoutStartsSaysWhy() {
    let monday = Calendars.date(2026, 11, 23)
    let apart = preview(
      Schedules.entry("a", rules: [Schedules.weekday("monday", ("09:00", "12:00"))]),
      Schedules.entry("b", user: "u2", rules: [Schedules.weekday("monday", ("12:00", "15:00"))]))
    #expect(apart.day(monday).reason?.text == "There is no time at which every member is open.")
    #expect(apart.day(monday.adding(days: 1)).reason?.text == "Closed by 2 schedules.")
    let alone = preview(Schedules.entry("a"), type: "round_robin")
    #expect(
      alone.day(Calendars.today.adding(days: -1)).reason == .past)
    #expect(
      alone.day(Calendars.date(2026, 11, 28)).reason?.text
        == "Closed by the schedule of Ana and the calendar's own hours.")
  }

  /// A stretch of another time zone can go over midnight, and its slots too.
  @Test func startsAreCountedFromTheStretchThatCrossesMidnight() throws {
    func starts(_ hours: (String, String), minutes: Int) throws -> [[String]] {
      let calendar = Calendars.full([
        "slotDuration": .integer(minutes), "slotInterval": .integer(minutes),
        "allowBookingAfter": 0, "allowBookingFor": .null,
      ])
      var list = ScheduleList(calendarID: "c1")
      list.add([Schedules.entry(rules: [Schedules.weekday("wednesday", hours)])])
      list.zones["Europe/Berlin"] = try ScheduleShiftTests.zone("CET-1CEST,M3.5.0,M10.5.0/3")
      let york = NamedZone(
        name: "America/New_York", offsets: try ScheduleShiftTests.zone("EST5EDT,M3.2.0,M11.1.0"))
      let governing = GoverningSchedules(.listed(list), for: calendar, zone: york)
      let preview = SlotPreview(calendar: calendar, now: Self.now, governing: governing)
      let days = preview.days(from: Calendars.date(2026, 12, 1), count: 3)
      #expect(days.allSatisfy { $0.starts.isEmpty == ($0.reason != nil) })
      return days.map(\.times)
    }
    #expect(
      try starts(("00:00", "08:00"), minutes: 105)
        == [["18:00", "19:45", "21:30", "23:15"], [], []])
    #expect(
      try starts(("04:00", "09:00"), minutes: 90) == [["22:00", "23:30"], ["01:00"], []])
    #expect(try starts(("05:00", "07:00"), minutes: 120) == [["23:00"], [], []])
  }

  @Test func assumptionsSayWhatCounts() {
    let some = preview(Schedules.entry("a")).assumptions
    #expect(some.contains("A collective calendar is open when every member is."))
    #expect(some.contains("u2: no schedule, so the calendar's own hours count for them."))
    #expect(some.allSatisfy { $0.hasSuffix(".") } && Set(some).count == some.count)
    let none = SlotPreview(calendar: Calendars.full, now: Self.now).assumptions
    #expect(
      none.contains { $0.hasPrefix("The hours of the team members themselves are not known") })
    let unknown = SlotPreview(
      calendar: Calendars.full, now: Self.now,
      governing: GoverningSchedules(.unknown(reason: "x"), for: Calendars.full))
    #expect(
      unknown.assumptions.contains(
        "caledit could not check whether a schedule governs these hours: x."))
  }
}

extension Calendars {
  /// A calendar with some properties replaced.
  static func replacing(_ calendar: JSONValue, _ changes: [String: JSONValue]) -> JSONValue {
    var object = calendar.object ?? JSONObject()
    for (key, value) in changes { object[key] = value }
    return .object(object)
  }
}
