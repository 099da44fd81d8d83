import JSON
import TestSupport
import Testing

@testable import CalendarModel

@Suite("The clock and the week that people read")
struct LocalFormatTests {
  private static let twelve = LocalFormat(clock: .twelve)
  private static let standard = LocalFormat.standard

  @Test(arguments: [
    (0, "00:00", "12am", "12:00am", "0", "12a"), (5, "00:05", "12:05am", "12:05am", "0:05", "12a"),
    (540, "09:00", "9am", "9:00am", "9", "9a"), (569, "09:29", "9:29am", "9:29am", "9:29", "9a"),
    (719, "11:59", "11:59am", "11:59am", "11:59", "11a"),
    (720, "12:00", "12pm", "12:00pm", "12", "12p"),
    (810, "13:30", "1:30pm", "1:30pm", "13:30", "1p"),
    (1439, "23:59", "11:59pm", "11:59pm", "23:59", "11p"),
    (1440, "24:00", "12am", "12:00am", "24", "12a"),
  ])
  func timesAreSaid(
    _ minutes: Int, long: String, twelve: String, full: String, short: String, label: String
  ) {
    #expect(Self.standard.time(minutes) == long && Self.standard.fullTime(minutes) == long)
    #expect(Self.standard.shortTime(minutes) == short)
    #expect(Self.twelve.time(minutes) == twelve && Self.twelve.shortTime(minutes) == twelve)
    #expect(Self.twelve.fullTime(minutes) == full)
    #expect(Self.twelve.hourLabel(minutes / 60) == label)
    #expect(Self.standard.hourLabel(minutes / 60) == "\(minutes / 60)")
  }

  @Test func hoursAreShort() {
    let day = HoursText.example
    #expect(HoursText.short(day) == "9-12, 13:30-17")
    #expect(HoursText.format(day) == "09:00–12:00, 13:30–17:00")
    #expect(HoursText.short(day, in: Self.twelve) == "9am-12pm, 1:30pm-5pm")
    #expect(HoursText.format(day, in: Self.twelve) == "9am–12pm, 1:30pm–5pm")
    for format in LocalFormat.all {
      #expect(HoursText.short([], in: format) == "closed")
      #expect(HoursText.format([.wholeDay], in: format) == "24h")
    }
    let moment = CalendarMoment(Calendars.date(2026, 12, 24), minute: 780)
    #expect(Self.standard.moment(moment) == "2026-12-24 13:00")
    #expect(Self.twelve.moment(moment) == "2026-12-24 1:00pm")
  }

  // MARK: What is put into a field can be read again

  private func expectReadAgain(_ ranges: [HourRange]) throws {
    for format in LocalFormat.all where format.weekStart == .sunday {
      for text in [HoursText.short(ranges, in: format), HoursText.format(ranges, in: format)] {
        guard try HoursText.parse(text) == ranges else {
          Issue.record("\(text) is read as \(try HoursText.parse(text)), not as \(ranges)")
          return
        }
        if format.clock == .twelve { #expect(text.timeOf24Hours == nil) }
      }
    }
  }

  /// Every range of a day that begins and ends with a quarter of an hour, and every minute at both
  /// ends.
  @Test func everyRangeIsReadAgain() throws {
    for open in stride(from: 0, to: 1440, by: 15) {
      for close in stride(from: open + 15, through: 1440, by: 15) {
        try expectReadAgain([HourRange(open: open, close: close)])
      }
    }
    for minute in 1..<1440 {
      try expectReadAgain([HourRange(open: 0, close: minute)])
      try expectReadAgain([HourRange(open: minute, close: 1440)])
      try expectReadAgain([HourRange(open: minute, close: minute + 1)])
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyDayIsReadAgain(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try expectReadAgain(RandomHours.day(&random))
  }

  // MARK: Weeks

  @Test func weeksBeginWithTheirDay() {
    let (sunday, monday) = (LocalFormat(weekStart: .sunday), LocalFormat(weekStart: .monday))
    #expect(sunday.weekdays == [0, 1, 2, 3, 4, 5, 6])
    #expect(monday.weekdays == [1, 2, 3, 4, 5, 6, 0])
    for format in LocalFormat.all {
      #expect(format.weekdays.map(format.column) == Array(0...6))
      #expect(format.sorted((0...6).reversed()) == format.weekdays)
    }
    #expect(Wording.weekdays([0, 5, 6], in: sunday) == "Sun, Fri, Sat")
    #expect(Wording.weekdays([0, 5, 6], in: monday) == "Fri–Sun")
    #expect(Wording.weekdays(0...6, in: monday) == "Mon–Sun")
  }

  /// Whatever days are named, typed again they are the same, in each order of the week.
  @Test func namedDaysAreReadAgain() throws {
    for set in 1..<128 {
      let days = (0...6).filter { set & 1 << $0 != 0 }
      for format in LocalFormat.all {
        let named = Wording.weekdays(days, in: format)
        let typed = try WeekTyping("\(named) closed", day: 0)
        #expect(typed.hours.keys.sorted() == days, "\(named)")
        #expect(typed.summary(in: format) == "\(named): closed")
      }
    }
  }

  /// A sentence begins with the days that people work; the names of days follow the week.
  @Test func aWeekIsSaid() throws {
    let week = try WeekTyping("sat-sun 10-12, mon-fri 9-17", day: 0).hours
    let calendar = CalendarKey.object([.openHours: .array(WeekHours(nil).list(setting: week))])
    let hours = WeekHours(calendar[.openHours])
    #expect(
      hours.text(in: LocalFormat(weekStart: .monday))
        == "Mon–Fri 09:00–17:00; Sat, Sun 10:00–12:00")
    #expect(hours.text(in: .american) == "Mon–Fri 9am–5pm; Sun, Sat 10am–12pm")
  }
}
