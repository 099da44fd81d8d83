import JSON

/// The sentences about hours and dates.
enum HoursWording {
  // MARK: Typed hours

  static func noSuchTime(_ typed: String) -> LocalText {
    "There is no time \(typed); write it as "
      + "\(twentyFour: "9, 9:30, 17:00 or 5pm", twelve: "9am, 9:30am or 5pm")."
  }
  static let minutesMissing = "The minutes are missing; write two digits, as in 9:30."
  static func noTwelveHour(_ typed: String) -> String {
    "There is no \(typed); with am and pm hours go from 1 to 12."
  }
  static let opensAtEnd: LocalText =
    "24:00 is the end of the day; write \(twentyFour: "0:00", twelve: "12am") for its beginning."
  static func ambiguous(_ open: String) -> String {
    "12am is midnight; write 12pm for noon, or say whether \(open) is am or pm."
  }
  static func isEmpty(_ minutes: Int) -> LocalText {
    "It opens and closes at \(time: minutes); write when it closes, or closed."
  }
  static func closesBefore(_ range: HourRange, hint: LocalText) -> LocalText {
    "It closes at \(time: range.close), before it opens at \(time: range.open); \(hint)."
  }
  static func afternoonHint(_ range: HourRange) -> LocalText { "write \(typed: [range])" }
  static func midnightHint(_ open: Int) -> LocalText {
    "a range ends at midnight: write \(typed: [HourRange(open: open, close: 1440)]), and the rest "
      + "on the next day"
  }
  static func overlaps(
    _ later: HourRange, _ earlier: HourRange, merged: [HourRange]
  ) -> LocalText {
    "\(range: later) overlaps \(range: earlier); write \(typed: merged) for both."
  }
  static func missingEnd(_ open: String) -> LocalText {
    let isLate = open == "17" || open == "5pm"
    return "Say when it closes, as in \(open)-\(typedTime: isLate ? 1200 : 1020)."
  }
  static let missingStart: LocalText =
    "Say when it opens before the dash, as in \(typed: .exampleMorning)."
  static let saysNoHours: LocalText =
    "Say when it is open, as in \(typed: HoursText.example), or 24h for the whole day."
  static let dashTooMany = "A range has one beginning and one end; write a comma between ranges."
  static func unknown(_ typed: String) -> LocalText {
    "\(Wording.quoted(typed, length: 20)) cannot be read; write hours as in "
      + "\(typed: HoursText.example), or closed, or 24h."
  }
  static let closedWithHours = "A day is closed or has hours; write one of them."
  static let onlySeparators: LocalText =
    "Write hours as in \(typed: HoursText.example), or closed, or 24h."
}

// MARK: Odd hours, as loaded

extension HoursWording {
  static func hoursAreNoList(_ value: JSONValue?) -> String {
    guard let value else { return "Its hours are missing." }
    return "Its hours are \(value.kindInWords) instead of a list."
  }
  static func unreadableRange(_ hour: JSONValue) -> String {
    "A range cannot be read: \(Wording.quoted(hour.printed(), length: 60))."
  }
  static func unusableRange(_ range: HourRange) -> LocalText {
    if range.length == 0 { return "The range \(range: range) is empty." }
    if range.close != 0 { return "The range \(range: range) closes before it opens." }
    return "The range \(range: range) closes before it opens; "
      + "\(twentyFour: "the end of the day is 24:00", twelve: midnightIsStored)."
  }
  /// How midnight at the end of the day differs from its beginning, which is 12am too.
  private static let midnightIsStored = "12am at the end of the day is stored as 23:60"
  static func entryIsNoObject(_ value: JSONValue) -> String {
    "The entry is \(value.kindInWords) instead of an object."
  }
  static func daysAreNoList(_ value: JSONValue?) -> String {
    guard let value else { return "The entry does not say for which days it is." }
    return "The days of the entry are \(value.kindInWords) instead of a list."
  }
  static func unknownDay(_ value: JSONValue) -> String {
    "The entry names \(Wording.quoted(value.text ?? value.printed(), length: 20)), not a day "
      + "(0 is Sunday, 6 is Saturday)."
  }
  static func leavesTheDay(_ range: HourRange, _ minutes: Int) -> LocalText {
    "\(range: range) cannot be moved \(shift(minutes)): it would leave the day."
  }
}

// MARK: Titles of steps

extension HoursWording {
  /// "30 minutes later", "2 hours earlier".
  static func shift(_ minutes: Int) -> String {
    let size = abs(minutes)
    return (size % 60 == 0 ? Wording.counted(size / 60, "hour") : Wording.counted(size, "minute"))
      + (minutes < 0 ? " earlier" : " later")
  }

  static func title(
    shifting days: [Int], by minutes: Int, in format: LocalFormat
  ) -> String {
    "\(Wording.weekdays(days, in: format)): \(shift(minutes))"
  }

  /// "Mon–Fri: 09:00–17:00 → 09:00–12:00, 13:00–17:00".
  static func title(
    setting hours: [Int: [HourRange]], in week: WeekHours, format: LocalFormat
  ) -> String {
    let days = Wording.weekdays(hours.keys, in: format)
    let new = Set(hours.values)
    let old = Set(hours.keys.map { week[$0].ranges })
    guard new.count == 1, let ranges = new.first else { return "\(days): other hours" }
    let text = HoursText.format(ranges, in: format)
    guard old.count == 1, let before = old.first, before != ranges else {
      return "\(days): \(text)"
    }
    return "\(days): \(HoursText.format(before, in: format)) → \(text)"
  }
}

// MARK: Dates

extension HoursWording {
  static let underscoreID =
    "The service calls the id of this entry _id; an update sends it as id."
  static let loadedWithoutID =
    "This entry came without an id: the service may keep a change as another entry, and deleting "
    + "it only leaves it out of the list that is sent."
  static let newWithoutID = "New; the service gives it an id when it is saved."
  /// What is not sure about taking an entry away.
  static let mayStay =
    " (it came without an id: it is left out of the list, and the service may keep it)"
  static func deletesWithoutDate(_ date: JSONValue?) -> String {
    "The service may refuse to delete the entry whose date is \(Wording.value(date)): it is not a date."
  }
  static func severalEntries(_ count: Int) -> String {
    "There are \(count) entries for this date; the first one is shown and changed."
  }

  /// "2026-12-24..2026-12-31, 2027-01-06"; many runs are counted.
  static func dates(_ dates: [CalendarDate]) -> String {
    var runs: [(first: CalendarDate, last: CalendarDate)] = []
    for date in dates {
      if let last = runs.last, last.last.daysSinceEpoch + 1 == date.daysSinceEpoch {
        runs[runs.count - 1].last = date
      } else {
        runs.append((date, date))
      }
    }
    if runs.count > 3 { return Wording.counted(dates.count, "date") }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)..\($0.last)" }
      .joined(separator: ", ")
  }

  /// "Close 2026-12-24..2026-12-31", "2026-12-24: 09:00–12:00".
  static func title(
    setting ranges: [HourRange], on dates: [CalendarDate], in format: LocalFormat
  ) -> String {
    ranges.isEmpty
      ? "Close \(Self.dates(dates))"
      : "\(Self.dates(dates)): \(HoursText.format(ranges, in: format))"
  }

  static func title(resetting dates: [CalendarDate]) -> String { "Reset \(Self.dates(dates))" }

  static func title(deleting dates: [CalendarDate]) -> String {
    "Delete \(dates.count == 1 ? "date" : "dates") \(Self.dates(dates))"
  }

  /// "Thu 2026-12-24", "2026-12-24..2026-12-31, 8 days".
  static func counted(_ dates: [CalendarDate]) -> String {
    if dates.count == 1 { return dates[0].shortWeekdayName + " " + Self.dates(dates) }
    let named = Self.dates(dates)
    let count = Wording.counted(dates.count, "day")
    return named == Wording.counted(dates.count, "date") ? count : "\(named), \(count)"
  }
}
