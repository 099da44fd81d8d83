import CalendarModel
import JSON
import Testing

/// The start times that the settings offer, and why there are none.
@Suite("Slot preview")
struct SlotPreviewTests {
  /// A Monday.
  static let monday = Calendars.date(2027, 1, 4)
  static let now = CalendarMoment(Calendars.date(2027, 1, 1), minute: 0)

  /// Open Monday to Friday, 9 to 12; 30 minutes; no limits.
  static func calendar(_ changes: [String: JSONValue?] = [:]) -> JSONValue {
    var all: [String: JSONValue?] = [
      "openHours": [Calendars.week([1, 2, 3, 4, 5], Calendars.hour(9, 12))],
      "availabilities": [], "allowBookingAfter": nil, "allowBookingFor": nil,
    ]
    all.merge(changes) { $1 }
    return Calendars.full(all)
  }

  static func day(
    _ changes: [String: JSONValue?] = [:], on date: CalendarDate = monday,
    now: CalendarMoment = now
  ) -> SlotPreview.Day {
    SlotPreview(calendar: calendar(changes), now: now).day(date)
  }

  static func entry(_ date: String, _ hours: JSONValue..., deleted: Bool = false) -> JSONValue {
    ["date": .text("\(date)T00:00:00.000Z"), "hours": .array(hours), "deleted": .bool(deleted)]
  }

  static func hour(_ open: (Int, Int), _ close: (Int, Int)) -> JSONValue {
    [
      "openHour": .integer(open.0), "openMinute": .integer(open.1),
      "closeHour": .integer(close.0), "closeMinute": .integer(close.1),
    ]
  }

  // MARK: Starts

  @Test func startsOfAnOrdinaryDay() {
    let day = Self.day()
    #expect(day.times == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"])
    #expect(day.reason == nil)
    #expect(day.source == .weekly)
    #expect(day.text == "6 slots")
  }

  @Test(arguments: [
    (60, "mins", 30, "mins", ["09:00", "09:30", "10:00", "10:30", "11:00"]),
    (45, "mins", 60, "mins", ["09:00", "10:00", "11:00"]),
    (1, "hours", 1, "hours", ["09:00", "10:00", "11:00"]),
    (3, "hours", 15, "mins", ["09:00"]),
    (50, "mins", 50, "mins", ["09:00", "09:50", "10:40"]),
  ])
  func durationAndInterval(
    _ duration: Int, _ unit: String, _ interval: Int, _ intervalUnit: String, _ times: [String]
  ) {
    let day = Self.day([
      "slotDuration": .integer(duration), "slotDurationUnit": .text(unit),
      "slotInterval": .integer(interval), "slotIntervalUnit": .text(intervalUnit),
    ])
    #expect(day.times == times)
  }

  @Test func absentNumbersAreTheDefaults() {
    for value in [JSONValue.null, nil] {
      let day = Self.day([
        "slotDuration": value, "slotInterval": value, "slotDurationUnit": value,
        "slotIntervalUnit": value,
      ])
      #expect(day.starts.count == 6)
    }
    #expect(Self.day(["slotDuration": "60", "slotInterval": "60"]).starts.count == 3)
    #expect(Self.day(["slotDuration": 1.5, "slotDurationUnit": "hours"]).starts.count == 4)
  }

  @Test func midnightAtTheEndOfTheDay() {
    let day = Self.day(["openHours": [Calendars.week([1], Self.hour((22, 30), (23, 60)))]])
    #expect(day.times == ["22:30", "23:00", "23:30"])
    let whole = Self.day(["openHours": [Calendars.week([1], Self.hour((0, 0), (23, 60)))]])
    #expect(whole.starts.count == 48)
    #expect(whole.open.text == "24h")
  }

  @Test func closingAtZeroIsIgnoredWithAReason() {
    let day = Self.day(["openHours": [Calendars.week([1], Calendars.hour(9, 0))]])
    #expect(day.starts == [])
    #expect(
      day.reason?.text
        == "All ranges are ignored: 09:00–00:00 closes at 0:00; midnight at the end of the day is "
        + "23:60.")
    let other = Self.day([
      "openHours": [Calendars.week([1], Calendars.hour(9, 0), Calendars.hour(14, 15))]
    ])
    #expect(other.times == ["14:00", "14:30"])
    #expect(other.open.ignored.map(\.reason) == [.closesAtZero])
  }

  static let uncounted: [(JSONValue, DayHours.Ignored.Reason)] = [
    (hour((12, 0), (9, 0)), .closesBeforeOpening), (hour((9, 0), (9, 0)), .empty),
    (hour((9, 0), (0, 0)), .closesAtZero), (hour((9, 0), (25, 0)), .unreadable),
    ("9-12", .unreadable), ([:], .unreadable), (.null, .unreadable),
  ]

  @Test(arguments: uncounted)
  func rangesThatDoNotCount(_ hour: JSONValue, _ reason: DayHours.Ignored.Reason) {
    let day = Self.day(["openHours": [Calendars.week([1], hour)]])
    #expect(day.open.ignored.map(\.reason) == [reason])
    guard case .noUsableRange(let ignored)? = day.reason else {
      Issue.record("\(String(describing: day.reason))")
      return
    }
    #expect(ignored.reason == reason)
    #expect(!ignored.text.isEmpty)
  }

  @Test func rangesAreMergedAcrossEntries() {
    let day = Self.day([
      "openHours": [
        Calendars.week([1, 2], Calendars.hour(14, 16), Calendars.hour(9, 11)),
        Calendars.week([1], Calendars.hour(10, 12), Calendars.hour(12, 13)),
        Calendars.week([]), Calendars.week([2], Calendars.hour(20, 22)),
      ]
    ])
    #expect(day.open.text == "09:00–13:00, 14:00–16:00")
    #expect(day.starts.count == 8 + 4)
    // Starts are counted from the beginning of the merged range.
    let odd = Self.day([
      "openHours": [
        Calendars.week([1], Self.hour((9, 45), (12, 0)), Self.hour((9, 20), (10, 0)))
      ], "slotInterval": 60,
    ])
    #expect(odd.times == ["09:20", "10:20", "11:20"])
  }

  // MARK: Weekly hours and dates

  static let dates: JSONValue = [
    entry("2027-01-04", Calendars.hour(20, 21)), entry("2027-01-05"),
    entry("2027-01-06", Calendars.hour(8, 9), deleted: true),
    entry("2027-01-09", Calendars.hour(10, 11)),
  ]

  @Test func aDateReplacesItsWeekday() {
    for value in [JSONValue.null, nil] {
      let preview = SlotPreview(
        calendar: Self.calendar(["availabilities": Self.dates, "availabilityType": value]),
        now: Self.now)
      let days = preview.days(from: Self.monday, count: 7)
      #expect(days.map(\.starts.count) == [2, 0, 6, 6, 6, 2, 0])
      #expect(days[0].source == .dateEntry(rows: [0]))
      #expect(days[0].times == ["20:00", "20:30"])
      #expect(days[1].reason == .closedByDateEntry)
      #expect(days[2].source == .weekly)
      #expect(days[6].reason == .closedThatWeekday(0))
      #expect(days[6].text == "Closed on Sundays.")
    }
  }

  @Test func onlyWeeklyHoursCount() {
    for type in [0, "0"] as [JSONValue] {
      let preview = SlotPreview(
        calendar: Self.calendar(["availabilities": Self.dates, "availabilityType": type]),
        now: Self.now)
      #expect(
        preview.days(from: Self.monday, count: 7).map(\.starts.count) == [6, 6, 6, 6, 6, 0, 0])
    }
  }

  @Test func onlyDatesCount() {
    let preview = SlotPreview(
      calendar: Self.calendar(["availabilities": Self.dates, "availabilityType": 1]),
      now: Self.now)
    let days = preview.days(from: Self.monday, count: 7)
    #expect(days.map(\.starts.count) == [2, 0, 0, 0, 0, 2, 0])
    #expect(days.map(\.reason)[1...2] == [.closedByDateEntry, .noDateEntry])
  }

  @Test func unknownAvailabilityCountsBoth() {
    let preview = SlotPreview(
      calendar: Self.calendar(["availabilities": Self.dates, "availabilityType": 2]),
      now: Self.now)
    #expect(preview.days(from: Self.monday, count: 1).map(\.starts.count) == [2])
    #expect(preview.remarks.contains(.unknownAvailability("2 (unknown)")))
  }

  /// As in the editor: the first that is not deleted is the one that is shown and changed.
  @Test func ofSeveralEntriesForADateTheFirstCounts() {
    let day = Self.day([
      "availabilities": [
        Self.entry("2027-01-04", Calendars.hour(9, 10)), Self.entry("2027-01-04"),
        Self.entry("2027-01-04", Calendars.hour(11, 12)), "odd", ["date": "2027-02-30"],
        ["date": "2027-01-04", "hours": .null], ["hours": []],
      ]
    ])
    #expect(day.open.text == "09:00–10:00")
    #expect(day.source == .dateEntry(rows: [0, 1, 2, 5]))
    let preview = SlotPreview(
      calendar: Self.calendar(["availabilities": ["odd", ["date": "2027-02-30"]]]), now: Self.now)
    #expect(preview.remarks.contains(.unreadableDates(2)))
  }

  @Test func noHoursAtAll() {
    for value in [nil, .null, [], "x", [Calendars.week([1])], [["hours": 1]]] as [JSONValue?] {
      #expect(Self.day(["openHours": value]).reason == .noWeeklyHours)
    }
  }

  // MARK: Lengths

  @Test func aSlotLongerThanEveryRange() {
    let day = Self.day(["slotDuration": 4, "slotDurationUnit": "hours"])
    #expect(day.reason == .slotTooLong(duration: 240, longest: 180))
    #expect(
      Self.day(["slotDuration": 4, "slotDurationUnit": "hours"], on: Calendars.date(2027, 1, 3))
        .reason == .closedThatWeekday(0))
  }

  @Test(
    arguments: [
      (0, "mins"), (-30, "mins"), ("abc", "mins"), (true, "mins"), (30, "days?"), (22.5, "mins"),
      (1, "months"), ([], "mins"),
    ] as [(JSONValue, String)])
  func lengthsThatAreNone(_ value: JSONValue, _ unit: String) {
    let length = Self.day(["slotDuration": value, "slotDurationUnit": .text(unit)])
    guard case .invalidDuration? = length.reason else {
      Issue.record("\(String(describing: length.reason))")
      return
    }
    let interval = Self.day(["slotInterval": value, "slotIntervalUnit": .text(unit)])
    guard case .invalidInterval? = interval.reason else {
      Issue.record("\(String(describing: interval.reason))")
      return
    }
    #expect(interval.starts.isEmpty)
  }

  @Test func hugeNumbersDoNoHarm() throws {
    for spelling in ["1e400", "1e300", "999999999999999999999", "1000000"] {
      let number = JSONValue.number(try #require(JSONNumber(spelling)))
      for key in ["slotDuration", "slotInterval", "allowBookingAfter", "allowBookingFor"] {
        for unit in ["mins", "hours", "days", "weeks", "months"] {
          let preview = SlotPreview(
            calendar: Self.calendar([key: number, key + "Unit": .text(unit)]), now: Self.now)
          #expect(preview.days(from: Self.monday, count: 7).count == 7)
        }
      }
    }
  }

  // MARK: Notice and horizon

  @Test(
    arguments: [
      (2, "hours", "11:00"), (90, "mins", "10:30"), (1.5, "hours", "10:30"), (0, "days", "09:00"),
      (0.01, "hours", "09:30"),
    ] as [(JSONValue, String, String)])
  func noticeOnTheSameDay(_ notice: JSONValue, _ unit: String, _ first: String) {
    let day = Self.day(
      ["allowBookingAfter": notice, "allowBookingAfterUnit": .text(unit)],
      now: CalendarMoment(Self.monday, minute: 9 * 60))
    #expect(day.times.first == first)
    #expect(day.starts.count + day.tooSoon == 6)
  }

  @Test func noticeToTheMinute() {
    let at = Self.day(now: CalendarMoment(Self.monday, minute: 9 * 60 + 30))
    #expect(at.times.first == "09:30")
    let after = Self.day(now: CalendarMoment(Self.monday, minute: 9 * 60 + 31))
    #expect(after.times.first == "10:00")
    #expect(after.text == "4 slots, 2 too soon")
  }

  static let moments: [(Int, String, CalendarMoment, CalendarMoment)] = [
    (1, "days", moment(2027, 1, 31, 600), moment(2027, 2, 1, 600)),
    (2, "weeks", moment(2027, 2, 20, 0), moment(2027, 3, 6, 0)),
    (1, "months", moment(2027, 1, 31, 600), moment(2027, 2, 28, 600)),
    (1, "months", moment(2028, 1, 31, 600), moment(2028, 2, 29, 600)),
    (1, "months", moment(2027, 3, 31, 5), moment(2027, 4, 30, 5)),
    (12, "months", moment(2028, 2, 29, 5), moment(2029, 2, 28, 5)),
    (1, "months", moment(2027, 12, 31, 5), moment(2028, 1, 31, 5)),
    (14, "months", moment(2026, 12, 31, 5), moment(2028, 2, 29, 5)),
    (24, "hours", moment(2028, 2, 28, 30), moment(2028, 2, 29, 30)),
    (25, "hours", moment(2027, 12, 31, 1430), moment(2028, 1, 2, 50)),
  ]

  static func moment(_ year: Int, _ month: Int, _ day: Int, _ minute: Int) -> CalendarMoment {
    CalendarMoment(Calendars.date(year, month, day), minute: minute)
  }

  @Test(arguments: moments)
  func noticeAndHorizonEndWhereTheCalendarSays(
    _ count: Int, _ unit: String, _ now: CalendarMoment, _ end: CalendarMoment
  ) {
    let calendar = Self.calendar([
      "allowBookingAfter": .integer(count), "allowBookingAfterUnit": .text(unit),
      "allowBookingFor": .integer(count), "allowBookingForUnit": .text(unit),
    ])
    let settings = SlotPreview(calendar: calendar, now: now).settings
    #expect(settings.earliest == end)
    #expect(settings.latest == end)
  }

  @Test(arguments: [
    (-1, 3, 1439), (-1440, 3, 0), (-1441, 2, 1439), (0, 4, 0), (1439, 4, 1439), (1440, 5, 0),
  ])
  func minutesCarryIntoOtherDays(_ minutes: Int, _ day: Int, _ minute: Int) {
    let moment = CalendarMoment(Self.monday, minute: minutes)
    #expect(moment == Self.moment(2027, 1, day, minute))
    #expect(moment.minute == minute)
  }

  @Test func outsideNoticeAndHorizon() {
    let limits: [String: JSONValue?] = [
      "allowBookingAfter": 2, "allowBookingAfterUnit": "days", "allowBookingFor": 4,
      "allowBookingForUnit": "days",
    ]
    let now = CalendarMoment(Self.monday, minute: 600)
    let preview = SlotPreview(calendar: Self.calendar(limits), now: now)
    let days = preview.days(from: Calendars.date(2027, 1, 1), count: 9)
    #expect(
      days.map(\.reason) == [
        .past, .past, .past, .beforeNotice(now.adding(minutes: 2880)),
        .beforeNotice(now.adding(minutes: 2880)), nil, nil, nil, .closedThatWeekday(6),
      ])
    #expect(days[5].times == ["10:00", "10:30", "11:00", "11:30"])
    #expect(days[7].times == ["09:00", "09:30"])
    #expect(days[7].tooLate == 4)
    let later = preview.day(Calendars.date(2027, 1, 11))
    #expect(later.reason == .beyondHorizon(now.adding(minutes: 4 * 1440)))
    #expect(later.text == "Beyond the booking horizon: booking ends at 2027-01-08 10:00.")
  }

  @Test func noticeAfterTheHorizon() {
    let day = Self.day(
      [
        "allowBookingAfter": 2, "allowBookingAfterUnit": "hours", "allowBookingFor": 0.05,
        "allowBookingForUnit": "days",
      ], now: CalendarMoment(Self.monday, minute: 540))
    #expect(day.reason == .betweenNoticeAndHorizon)
  }

  @Test func aDayThatIsOver() {
    #expect(Self.day(now: CalendarMoment(Self.monday, minute: 1000)).reason == .past)
    #expect(Self.day(now: CalendarMoment(Calendars.date(2027, 1, 5), minute: 0)).reason == .past)
  }

  @Test func whatIsNotUnderstoodIsIgnoredAndSaid() {
    let preview = SlotPreview(
      calendar: Self.calendar([
        "allowBookingAfter": "soon", "allowBookingFor": 1.5, "allowBookingForUnit": "months",
      ]), now: Self.now)
    #expect(preview.settings.earliest == Self.now)
    #expect(preview.settings.latest == nil)
    #expect(
      preview.remarks.map(\.text) == [
        "The minimum notice is \"soon\" (not a number); it is ignored here.",
        "The booking horizon is 1.5 months; it is ignored here.",
        "The calendar takes at most 8 bookings a day.",
      ])
  }

  // MARK: Counts

  @Test func limitsAreRemarksAndChangeNothing() {
    let changes: [String: JSONValue?] = [
      "appoinmentPerDay": "2", "appoinmentPerSlot": 3, "isActive": false, "slotBuffer": 60,
      "preBuffer": 60,
    ]
    #expect(Self.day(changes).starts.count == 6)
    #expect(
      SlotPreview(calendar: Self.calendar(changes), now: Self.now).remarks
        == [.draft, .perDay(2), .perSlot(3)])
  }

  @Test func lookBusyIsCounted() {
    let day = Self.day(["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40]])
    #expect(day.starts.count == 6)
    #expect(day.hidden == 2)
    #expect(day.text == "6 slots, 2 of them hidden")
  }

  @Test func spansAreBounded() {
    let preview = SlotPreview(calendar: Self.calendar(), now: Self.now)
    #expect(preview.days(from: Self.monday, count: 1000).count == 62)
    #expect(preview.days(from: Self.monday, count: -1).isEmpty)
    #expect(
      preview.days(from: Calendars.date(2028, 2, 28), count: 3).map(\.date.day) == [28, 29, 1])
    #expect(preview.days(from: Calendars.date(9999, 12, 31), count: 2).count == 2)
  }

  @Test func anythingMayBeNoCalendar() {
    for value in [.null, [:], [], "x"] as [JSONValue] {
      #expect(SlotPreview(calendar: value, now: Self.now).day(Self.monday).reason == .noWeeklyHours)
    }
    #expect(!SlotPreview.assumptions.isEmpty)
    #expect(SlotPreview.assumptions.allSatisfy { $0.hasSuffix(".") })
  }
}
