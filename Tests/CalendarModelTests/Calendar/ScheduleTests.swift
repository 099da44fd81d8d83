import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// Schedules as the service writes them; API notes, section 6.
@Suite struct ScheduleTests {
  private static let christmas = Calendars.date(2026, 12, 24)

  private func schedule(_ rules: JSONValue...) throws -> Schedule {
    try Schedule(Schedules.entry(rules: .array(rules)))
  }

  @Test func theDocumentedShapeIsRead() throws {
    let schedule = try Schedule(
      Calendars.parse(
        """
        {"id": "s1", "name": "Working hours", "locationId": "l1", "userId": "u1",
         "timezone": "Europe/Berlin", "calendarIds": ["c1", "c2"], "deleted": false,
         "rules": [
           {"type": "wday", "day": "monday", "intervals": [{"from": "09:00", "to": "17:00"}]},
           {"type": "date", "date": "2026-12-24", "intervals": []}]}
        """))
    #expect(schedule.id == "s1" && schedule.name == "Working hours")
    #expect(schedule.locationID == "l1" && schedule.userID == "u1")
    #expect(schedule.zone == "Europe/Berlin" && schedule.calendarIDs == ["c1", "c2"])
    #expect(schedule.governs("c1") && schedule.governs("c2") && !schedule.governs("c3"))
    #expect(schedule.week.text == "Mon 09:00–17:00")
    #expect(schedule.dates.keys.map(\.description) == ["2026-12-24"])
    #expect(schedule.hours(on: Self.christmas).text == "closed", "a Thursday, and closed anyway")
    #expect(schedule.hours(on: Self.christmas.adding(days: 4)).text == "09:00–17:00")
    #expect(schedule.hours(on: Self.christmas.adding(days: 5)).text == "closed", "no rule")
    #expect(schedule.ignoredParts == [])
    #expect(
      schedule.words(names: ["u1": "Ana"])
        == "\"Working hours\" of Ana, Europe/Berlin: Mon 09:00–17:00; 2026-12-24 closed")
  }

  @Test func aDeletedScheduleGovernsNothing() throws {
    for deleted in [true, "true"] as [JSONValue] {
      #expect(try !Schedule(Schedules.entry("s", ["deleted": deleted])).governs("c1"))
    }
    for kept in [false, .null, "false", "no"] as [JSONValue] {
      #expect(try Schedule(Schedules.entry("s", ["deleted": kept])).governs("c1"))
    }
  }

  /// How the parts of a rule may be written, and what they mean.
  static let spellings: [(from: String, to: String, text: String)] = [
    ("09:00", "17:00", "09:00–17:00"), ("9:00", "17:30", "09:00–17:30"),
    ("09:00:00", "17:00:00", "09:00–17:00"), (" 09:00 ", "17:00", "09:00–17:00"),
    ("00:00", "24:00", "24h"), ("0:00", "23:60", "24h"), ("22:00", "24:00", "22:00–24:00"),
    ("22:00", "23:59", "22:00–23:59"), ("00:00", "00:00", "closed"),
  ]

  @Test(arguments: spellings)
  func timesAreReadAsTheyAreMeant(_ spelling: (from: String, to: String, text: String)) throws {
    let found = try schedule(Schedules.weekday("monday", (spelling.from, spelling.to)))
    #expect(found.weekdays[1].text == spelling.text)
    #expect(found.ignoredParts == [])
    #expect(found.weekdays.enumerated().allSatisfy { $0.offset == 1 || $0.element == DayHours() })
  }

  @Test(arguments: ["monday", "Monday", "MONDAY", "mon", " Mon "])
  func daysAreReadInAnySpelling(_ day: String) throws {
    let found = try schedule(Schedules.weekday(day, ("09:00", "10:00")))
    #expect(found.weekdays[1].text == "09:00–10:00" && found.oddities == [])
  }

  @Test func rulesOfOneDayCountTogether() throws {
    let found = try schedule(
      Schedules.weekday("monday", ("13:00", "17:00")),
      Schedules.weekday("MONDAY", ("09:00", "12:00")),
      Schedules.date("2026-12-24", ("10:00", "11:00")),
      Schedules.date("2026-12-24", ("10:30", "12:00")))
    #expect(found.weekdays[1].text == "09:00–12:00, 13:00–17:00")
    #expect(found.hours(on: Self.christmas).text == "10:00–12:00")
  }

  /// What opens nothing, and the beginning of what is said of it.
  static let odd: [(JSONValue, String)] = [
    (["from": "soon", "to": "17:00"], "Monday: A range cannot be read: "),
    (["from": "09:00"], "Monday: A range cannot be read: "),
    (7, "Monday: A range cannot be read: "),
    (["from": 9, "to": 17], "Monday: A range cannot be read: "),
    (["from": "25:00", "to": "26:00"], "Monday: A range cannot be read: "),
    (["from": "24:30", "to": "25:00"], "Monday: A range cannot be read: "),
    (["from": "9:5", "to": "10:00"], "Monday: A range cannot be read: "),
    (["from": "-1:00", "to": "10:00"], "Monday: A range cannot be read: "),
    (["from": "22:00", "to": "06:00"], "Monday: The range 22:00–06:00 closes before it opens."),
    (["from": "22:00", "to": "00:00"], "Monday: The range 22:00–00:00 closes before it opens; "),
    (["from": "09:00", "to": "09:00"], "Monday: The range 09:00–09:00 is empty."),
  ]

  @Test(arguments: odd) func whatOpensNothingIsKept(_ interval: JSONValue, _ words: String) throws {
    let found = try schedule([
      "type": "wday", "day": "monday",
      "intervals": [["from": "08:00", "to": "08:30"], interval],
    ])
    #expect(found.weekdays[1].ranges.map(\.description) == ["08:00–08:30"], "the rest counts")
    #expect(found.ignoredParts.count == 1)
    #expect(found.ignoredParts.first?.hasPrefix(words) == true, "\(found.ignoredParts)")
    #expect(found.words().hasSuffix("; 1 part that cannot be read"))
  }

  static let unknownRules: [JSONValue] = [
    7, .null, "monday", [:], ["type": "wday"], ["type": "wday", "day": "someday"],
    ["type": "wday", "day": 1], ["type": "date", "date": "2026-02-30"],
    ["type": "date", "day": "monday"], ["type": "month", "day": "monday"], ["type": "date"],
  ]

  @Test(arguments: unknownRules) func aRuleThatCannotBeReadIsKept(_ rule: JSONValue) throws {
    let found = try schedule(rule, Schedules.weekday("friday", ("09:00", "10:00")))
    #expect(
      found.oddities.count == 1 && found.week.text == "Fri 09:00–10:00" && found.dates.isEmpty)
  }

  @Test func aRuleWithoutItsTypeIsTheOneThatItLooksLike() throws {
    let found = try schedule(
      ["day": "monday", "intervals": [["from": "09:00", "to": "10:00"]]],
      ["date": "2026-12-24", "intervals": []])
    #expect(found.week.text == "Mon 09:00–10:00" && found.dates.count == 1 && found.oddities == [])
  }

  static let closed: [JSONValue] = [
    ["type": "wday", "day": "monday"], ["type": "wday", "day": "monday", "intervals": []],
    ["type": "wday", "day": "monday", "intervals": .null],
  ]

  @Test(arguments: closed) func noIntervalsAreClosed(_ rule: JSONValue) throws {
    let found = try schedule(rule)
    #expect(found.week.isClosed && found.ignoredParts == [])
  }

  static let unreadable: [JSONValue] = [
    7, .null, [], ["id": "s1", "rules": []], ["id": "s1", "calendarIds": "c1", "rules": []],
    ["id": "s1", "calendarIds": ["c1"], "rules": "none"],
  ]

  @Test(arguments: unreadable) func whatIsNoScheduleIsCounted(_ entry: JSONValue) {
    var list = ScheduleList(calendarID: "c1")
    list.add([Schedules.entry(), entry, ["_id": "s2", "calendarIds": ["c1"]]])
    #expect(list.schedules.map(\.id) == ["s1", "s2"])
    #expect(list.unreadable.count == 1)
    list.add([Schedules.entry()])
    #expect(list.schedules.count == 2, "listed already")
  }

  /// Whatever its spelling, a schedule means what it was made to mean.
  @Test func generatedSchedulesAreReadAsTheyAreMeant() throws {
    var random = SeededGenerator(seed: 12)
    var ranges = 0
    for number in 0..<400 {
      let made = Schedules.random("s\(number)", user: "u", near: Calendars.today, &random)
      let schedule = try Schedule(made.entry)
      #expect(schedule.weekdays.map(\.stretches) == made.week.map(\.joined))
      #expect(schedule.dates.mapValues(\.stretches) == made.dates.mapValues(\.joined))
      #expect(schedule.ignoredParts == [], "\(made.entry.printed())")
      for step in -5...14 {
        let date = Calendars.today.adding(days: step)
        let meant = (made.dates[date] ?? made.week[date.weekday]).joined
        #expect(schedule.hours(on: date).stretches == meant)
        ranges += meant.count
      }
    }
    #expect(ranges > 5000)
  }
}
