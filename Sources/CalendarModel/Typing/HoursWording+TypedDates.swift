/// The sentences about dates as they are typed.
extension HoursWording {
  // MARK: What they mean

  /// "Thu 2026-12-24: 09:00–12:00", "2026-12-24..2026-12-31, 8 days: closed".
  static func summary(
    _ command: DateCommand, today: CalendarDate, in format: LocalFormat
  ) -> String {
    let past = command.dates.count { $0 < today }
    let remark =
      past == 0
      ? "" : past == command.dates.count ? " (in the past)" : " (\(past) of them in the past)"
    return "\(counted(command.dates)): \(HoursText.format(command.ranges, in: format))\(remark)"
  }

  static func goes(to dates: [CalendarDate]) -> String {
    "\(counted(dates)): write hours behind it, or closed; Enter goes there."
  }

  /// "7 new, 1 replaced: 29 Dec 08:00–12:00"; empty where no date has an entry.
  static func effect(_ effect: DateEffect, in format: LocalFormat) -> String {
    guard effect.new < effect.count else { return "" }
    let old = effect.replaced.prefix(3).map { date, ranges in
      "\(date.dayAndMonth) \(HoursText.format(ranges, in: format))"
    }
    let more = effect.replaced.count - old.count
    if effect.count == 1, let range = effect.replaced.first {
      return "replaces \(HoursText.format(range.ranges, in: format))"
    }
    // What is replaced is named behind a colon, so that it stands last.
    let counts = [
      (effect.new, "new"), (effect.same, "as before"), (effect.restored, "no longer deleted"),
      (effect.replaced.count, "replaced"),
    ]
    let parts = counts.compactMap { count, what in
      count == 0 ? nil : effect.count == 1 ? what : "\(count) \(what)"
    }
    return parts.joined(separator: ", ")
      + (old.isEmpty ? "" : ": " + old.joined(separator: "; "))
      + (more > 0 ? "; and \(more) more" : "")
  }

  // MARK: Mistakes

  static let nothingTyped: LocalText =
    "Write hours as in \(typed: HoursText.example), or closed, or dates."
  static let missingDate = "Write a date first, as in 2026-12-24 closed."
  static let missingLastDate = "Say the last date, as in 2026-12-24..2026-12-31."
  static let missingHours: LocalText =
    "Write the hours after the dates: \(typed: HoursText.example), or closed, or 24h."

  /// - Parameter rest: all that stands there, where that is more than what is no date.
  static func noDate(_ typed: String, amid rest: String? = nil) -> String {
    if DateWords.meansEveryYear(rest ?? typed) {
      return "The service has no entries for every year; write each date with its year, as in "
        + "2026-12-24, 2027-12-24."
    }
    let forms = "2026-12-24, 12-24 or 24 Dec"
    return "\(Wording.quoted(typed, length: 20)) is not a date; write it as \(forms)."
  }
  static func noSuchDay(_ typed: String) -> String {
    // A full stop belongs to the day as people write it, and to the sentence.
    "There is no day \(typed.hasSuffix(".") ? typed : typed + ".")"
  }

  /// Names the forms that are clear, "11 Dec or 12 Nov".
  static func unclear(_ typed: String, _ readings: [String]) -> String {
    let forms = readings.dropLast().joined(separator: ", ")
    let last = readings.last ?? "24 Dec"
    return "It is not clear what \(typed) means here; write "
      + (forms.isEmpty ? last : "\(forms) or \(last)") + "."
  }
  static func dayFirst(_ typed: String, day: Int, month: Int) -> String {
    "\(typed) is not a date: with dots the day comes first, as in \(day).\(month)."
  }
  static func shortYear(_ typed: String) -> String {
    "Write the year of \(typed) with four digits, as in 2026-12-24."
  }
  static func eitherDate(_ typed: String, _ first: CalendarDate, _ second: CalendarDate) -> String {
    "\(typed) could be \(first.dayAndMonth) or \(second.dayAndMonth); write one of them."
  }
  static func wrongWeekday(_ date: CalendarDate) -> String {
    "\(date) is a \(date.weekdayName); write \(date.shortWeekdayName), or another date."
  }
  static func rangesOrDate(_ first: String) -> String {
    "\(first) could be hours or a date; write a comma between ranges, or the date as 24 Dec."
  }

  // MARK: Runs of dates

  static func endsBefore(_ last: CalendarDate, _ first: CalendarDate) -> String {
    "The last date, \(last), lies before the first, \(first)."
  }
  static func dayBefore(_ day: String, _ date: CalendarDate) -> String {
    "\(day) is not after \(date); write its month too."
  }
  static func endsInNextYear(
    _ first: String, _ last: String, _ start: CalendarDate, _ end: CalendarDate
  ) -> String {
    "\(last) is before \(first); for the next year, write \(start)..\(end)."
  }
  static func missingYears(_ count: Int, _ start: CalendarDate, _ end: CalendarDate) -> String {
    "That is \(count) days; write the years of a range this long: \(start)..\(end)."
  }
  static func tooManyDays(_ count: Int, _ limit: Int) -> String {
    "That is \(count) days; write at most \(limit) at once."
  }

  // MARK: Days of the week

  static let missingHoursOfDays: LocalText =
    "Write the hours after the days: \(typed: HoursText.example), or closed, or 24h."
  static let oneSetOfWeekdays = "Write the hours of these days on their own."
  static func noWeekday(_ typed: String) -> String {
    "\(Wording.quoted(typed, length: 20)) is not a day of the week; write it as mon or Monday."
  }
  static func dayTwice(_ day: Int) -> String { "\(Wording.weekday(day)) is named twice." }
  static func weekdaysWithoutRun(_ typed: String, _ days: [Int], today: CalendarDate) -> String {
    let first = days.first.map { today.adding(days: ($0 - today.weekday + 7) % 7) } ?? today
    let last = days.last.map { first.adding(days: ($0 - first.weekday + 7) % 7) } ?? first
    let form = first == last ? "\(first)" : "\(first)..\(last)"
    return "\(typed) are days of every week: write them under Weekly hours, or mark dates "
      + "first, or write dates, as in \(form)."
  }
  static func noSuchWeekday(_ days: [Int]) -> String {
    "None of the marked dates is a \(days.map(Wording.weekday).joined(separator: " or "))."
  }
}
