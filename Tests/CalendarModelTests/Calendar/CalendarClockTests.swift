import Testing

@testable import CalendarModel

/// The calendar's own clock over midnight and the changes of summer time.
@Suite struct CalendarClockTests {
  /// Berlin, New York and Lord Howe, whose summer time is half an hour; Havana changes at midnight.
  static let rules = [
    "Europe/Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
    "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
    "Australia/Lord_Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "America/Havana": "CST5CDT,M3.2.0/0,M11.1.0/1",
    "Pacific/Kiritimati": "<+14>-14",
    "UTC": "UTC0",
  ]

  static func clock(_ name: String) throws -> CalendarClock {
    let rule = try #require(rules[name])
    return CalendarClock(zone: name, try #require(ZoneOffsets(posix: rule)))
  }

  /// Seconds since 1970 of a time in UTC.
  static func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
    (CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0) * 86_400 + hour * 3600
      + minute * 60
  }

  static let shown: [(zone: String, moment: Int, text: String)] = [
    // Midnight is another moment in each zone.
    ("Europe/Berlin", utc(2026, 11, 29, 22, 59), "2026-11-29 23:59"),
    ("Europe/Berlin", utc(2026, 11, 29, 23), "2026-11-30 00:00"),
    ("America/New_York", utc(2026, 11, 30, 4, 59), "2026-11-29 23:59"),
    ("America/New_York", utc(2026, 11, 30, 5), "2026-11-30 00:00"),
    ("Pacific/Kiritimati", utc(2026, 11, 29, 9, 59), "2026-11-29 23:59"),
    ("Pacific/Kiritimati", utc(2026, 11, 29, 10), "2026-11-30 00:00"),
    // Clocks go forward, and back.
    ("Europe/Berlin", utc(2026, 3, 29, 0, 59), "2026-03-29 01:59"),
    ("Europe/Berlin", utc(2026, 3, 29, 1), "2026-03-29 03:00"),
    ("Europe/Berlin", utc(2026, 10, 25, 0, 59), "2026-10-25 02:59"),
    ("Europe/Berlin", utc(2026, 10, 25, 1), "2026-10-25 02:00"),
    ("America/New_York", utc(2026, 3, 8, 6, 59), "2026-03-08 01:59"),
    ("America/New_York", utc(2026, 3, 8, 7), "2026-03-08 03:00"),
    ("America/New_York", utc(2026, 11, 1, 5, 59), "2026-11-01 01:59"),
    ("America/New_York", utc(2026, 11, 1, 6), "2026-11-01 01:00"),
    ("Australia/Lord_Howe", utc(2026, 4, 4, 14, 59), "2026-04-05 01:59"),
    ("Australia/Lord_Howe", utc(2026, 4, 4, 15), "2026-04-05 01:30"),
    ("Australia/Lord_Howe", utc(2026, 10, 3, 15, 29), "2026-10-04 01:59"),
    ("Australia/Lord_Howe", utc(2026, 10, 3, 15, 30), "2026-10-04 02:30"),
    ("America/Havana", utc(2026, 3, 8, 4, 59), "2026-03-07 23:59"),
    ("America/Havana", utc(2026, 3, 8, 5), "2026-03-08 01:00"),
    ("UTC", -1, "1969-12-31 23:59"),
  ]

  @Test(arguments: shown.indices) func itShowsTheTimeOfTheZone(_ index: Int) throws {
    let (zone, moment, text) = Self.shown[index]
    #expect(try Self.clock(zone).moment(at: moment).description == text)
    // A minute belongs to all of its seconds.
    #expect(
      try Self.clock(zone).moment(at: moment / 60 * 60 + 59).description == text || moment < 0)
  }

  static let days: [(zone: String, date: (Int, Int, Int), minutes: Int)] = [
    ("Europe/Berlin", (2026, 11, 29), 1440), ("Europe/Berlin", (2026, 3, 29), 1380),
    ("Europe/Berlin", (2026, 10, 25), 1500), ("America/New_York", (2026, 3, 8), 1380),
    ("America/New_York", (2026, 11, 1), 1500), ("Australia/Lord_Howe", (2026, 4, 5), 1470),
    ("Australia/Lord_Howe", (2026, 10, 4), 1410), ("America/Havana", (2026, 3, 8), 1380),
    ("America/Havana", (2026, 11, 1), 1500), ("UTC", (2026, 3, 29), 1440),
  ]

  /// The whole year, minute by minute around each midnight: the end of the day is the first moment
  /// with a later date, and the only moment at which the date changes.
  @Test(arguments: rules.keys.sorted()) func theDayEndsWhereTheDateChanges(_ zone: String) throws {
    let clock = try Self.clock(zone)
    var seconds = Self.utc(2026, 1, 1, 12)
    var lengths: [CalendarDate: Int] = [:]
    for _ in 0..<400 {
      let date = clock.moment(at: seconds).date
      let end = clock.endOfDay(at: seconds)
      #expect(end > seconds)
      #expect(clock.moment(at: end - 1).date == date)
      #expect(clock.moment(at: end).date == date.adding(days: 1))
      // Asked at whatever moment of the day, it is the same one.
      for part in 1...8 {
        let within = seconds + (end - 1 - seconds) * part / 8
        #expect(clock.endOfDay(at: within) == end)
        #expect(clock.moment(at: within).date == date)
      }
      lengths[date.adding(days: 1)] = clock.endOfDay(at: end) - end
      seconds = end
    }
    for day in Self.days where day.zone == zone {
      let date = try #require(
        CalendarDate(year: day.date.0, month: day.date.1, day: day.date.2))
      #expect(lengths[date] == day.minutes * 60, "\(zone) \(date)")
    }
  }

  /// The zone is said as it is at the moment: summer time is another one.
  @Test(arguments: [
    ("Europe/Berlin", utc(2026, 7, 1, 0), "UTC+02:00"),
    ("Europe/Berlin", utc(2026, 11, 29, 0), "UTC+01:00"),
    ("America/New_York", utc(2026, 11, 29, 0), "UTC-05:00"),
    ("Australia/Lord_Howe", utc(2026, 7, 1, 0), "UTC+10:30"),
    ("Pacific/Kiritimati", utc(2026, 7, 1, 0), "UTC+14:00"), ("UTC", utc(2026, 7, 1, 0), "UTC"),
  ])
  func itSaysItsZone(zone: String, moment: Int, text: String) throws {
    #expect(try Self.clock(zone).zoneText(at: moment) == text)
  }

  @Test func theClockOfTheMachineHasNoName() {
    let clock = CalendarClock(ofMachine: .fixed(-5 * 3600))
    #expect(clock.zone == nil)
    #expect(clock.moment(at: Self.utc(2026, 11, 30, 4, 59)).description == "2026-11-29 23:59")
    #expect(clock.endOfDay(at: Self.utc(2026, 11, 30, 4, 59)) == Self.utc(2026, 11, 30, 5))
  }

  @Test func aDocumentGoesByTheDayThatBegins() throws {
    let first = try #require(CalendarDate("2026-12-24"))
    var document = CalendarDocument(
      calendar: [
        "slotDuration": 30,
        "availabilities": [["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "a1"]],
      ], today: first)
    document.set("slotDuration", to: 45)
    let before = document
    #expect(document.validation.counts.warnings == 0)
    document.begin(day: first.adding(days: 1))
    #expect(document.validation.today == first.adding(days: 1))
    #expect(!document.validation.problems(under: "availabilities").isEmpty)
    #expect(document.revision != before.revision)
    // Nothing else has changed, and undo goes on as before.
    #expect(document.current == before.current)
    #expect(document.base == before.base)
    #expect(document.undo()?.focus == "slotDuration")
    #expect(!document.isModified)
    document.begin(day: first)
    #expect(document.validation.problems(under: "availabilities").isEmpty)
    let revision = document.revision
    document.begin(day: first)
    #expect(document.revision == revision)
  }
}
