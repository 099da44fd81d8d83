import TestSupport
import Testing

@testable import CalendarModel

/// Hours of one time zone in the days of another.
@Suite struct ScheduleShiftTests {
  static let rules = [
    "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "NST3:30NDT,M3.2.0,M11.1.0", "<+0545>-5:45",
    "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "<-12>12", "UTC0", "IST-1GMT0,M10.5.0,M3.5.0/1",
    "<-04>4<-03>,M9.1.6/24,M4.1.6/24", "CST5CDT,M3.2.0/0,M11.1.0/1",
  ]

  static func zone(_ text: String) throws -> ZoneOffsets {
    let rule: ZoneRule = try #require(ZoneRule(text))
    return ZoneOffsets(changes: [], first: 0, rule: rule)
  }

  /// Days on which clocks change somewhere, those beside them, and plain ones.
  static let days = [
    (2027, 3, 14), (2027, 3, 28), (2027, 10, 31), (2027, 11, 7), (2027, 4, 4), (2027, 10, 3),
    (2027, 9, 26), (2027, 4, 3), (2027, 9, 4), (2027, 6, 16), (2026, 12, 24),
  ].flatMap { year, month, day in
    (-1...1).map { Calendars.date(year, month, day).adding(days: $0) }
  }

  /// The minutes of a day that are open, found by looking at the clocks moment by moment.
  private func open(
    on date: CalendarDate, _ hours: (CalendarDate) -> [HourRange], _ source: ZoneOffsets,
    _ target: ZoneOffsets
  ) -> [Bool] {
    let day = date.daysSinceEpoch * 86_400
    var seen = [Bool?](repeating: nil, count: 1440)
    for moment in stride(from: day - 2 * 86_400, to: day + 3 * 86_400, by: 60) {
      let shown = moment + target.offset(at: moment) - day
      guard (0..<86_400).contains(shown), seen[shown / 60] == nil else { continue }
      let written = moment + source.offset(at: moment)
      let there = CalendarDate(daysSinceEpoch: written / 86_400)
      let minute = written % 86_400 / 60
      seen[shown / 60] = hours(there).contains { $0.open <= minute && minute < $0.close }
    }
    return seen.map { $0 ?? false }
  }

  @Test func everyMinuteIsOpenWhenTheSourceIs() throws {
    var random = SeededGenerator(seed: 31)
    var changing = 0
    for (number, rule) in Self.rules.enumerated() {
      for (other, to) in Self.rules.enumerated() where (number + other) % 3 == 0 {
        let (source, target) = (try Self.zone(rule), try Self.zone(to))
        let week = (0..<7).map { _ in RandomHours.day(&random) }
        let hours = { (date: CalendarDate) in week[date.weekday] }
        for date in Self.days {
          let ranges = ScheduleShift(from: source, to: target).ranges(on: date, of: hours)
          let expected = open(on: date, hours, source, target)
          let found = (0..<1440).map { minute in
            ranges.contains { $0.open <= minute && minute < $0.close }
          }
          #expect(found == expected, "\(rule) to \(to) on \(date)")
          #expect(ranges == ranges.joined)
          let day = date.daysSinceEpoch * 86_400
          if target.offset(at: day) != target.offset(at: day + 86_400) { changing += 1 }
        }
      }
    }
    #expect(changing > 50, "days on which clocks change")
  }

  @Test func hoursCrossMidnight() throws {
    let (berlin, york) = (try Self.zone(Self.rules[0]), try Self.zone(Self.rules[1]))
    let monday = Calendars.date(2026, 12, 21)
    let mondays = { (date: CalendarDate) -> [HourRange] in
      date.weekday == 1 ? [HourRange(open: 20 * 60, close: 24 * 60)] : []
    }
    let there = ScheduleShift(from: york, to: berlin)
    #expect(there.ranges(on: monday, of: mondays) == [])
    #expect(
      there.ranges(on: monday.adding(days: 1), of: mondays).map(\.description) == ["02:00–06:00"])
    let back = ScheduleShift(from: berlin, to: york)
    #expect(back.ranges(on: monday, of: mondays).map(\.description) == ["14:00–18:00"])
    let early = { (_: CalendarDate) in [HourRange(open: 0, close: 480)] }
    #expect(
      back.ranges(on: monday, of: early).map(\.description) == ["00:00–02:00", "18:00–24:00"])
  }

  /// Between the two changes in March, Berlin is five hours ahead of New York instead of six.
  @Test func summerTimeBeginsOnDifferentDays() throws {
    let there = ScheduleShift(from: try Self.zone(Self.rules[0]), to: try Self.zone(Self.rules[1]))
    func text(_ month: Int, _ day: Int) -> [String] {
      there.ranges(on: Calendars.date(2027, month, day)) { _ in [HourRange(open: 540, close: 1020)]
      }
      .map(\.description)
    }
    #expect(text(3, 13) == ["03:00–11:00"])
    #expect(text(3, 15) == ["04:00–12:00"])
    #expect(text(3, 29) == ["03:00–11:00"])
    #expect(text(10, 30) == ["03:00–11:00"])
    #expect(text(11, 1) == ["04:00–12:00"])
    #expect(text(11, 8) == ["03:00–11:00"])
  }

  @Test func oneZoneKeepsItsHours() throws {
    var random = SeededGenerator(seed: 8)
    for rule in Self.rules {
      let zone = try Self.zone(rule)
      for date in Self.days {
        let day = date.daysSinceEpoch * 86_400
        guard zone.offset(at: day - 86_400) == zone.offset(at: day + 2 * 86_400) else { continue }
        let hours = RandomHours.day(&random)
        let found = ScheduleShift(from: zone, to: zone).ranges(on: date) { $0 == date ? hours : [] }
        #expect(found == hours.joined)
      }
    }
  }
}
