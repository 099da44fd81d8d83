/// The sentences about hours and dates.
enum HoursWording {
  // MARK: Typed hours

  static func noSuchTime(_ typed: String) -> String {
    "There is no time \(typed); write it as 9, 9:30, 17:00 or 5pm."
  }
  static let minutesMissing = "The minutes are missing; write two digits, as in 9:30."
  static func noTwelveHour(_ typed: String) -> String {
    "There is no \(typed); with am and pm hours go from 1 to 12."
  }
  static let opensAtEnd = "24:00 is the end of the day; write 0:00 for its beginning."
  static func ambiguous(_ open: String) -> String {
    "12am is midnight; write 12pm for noon, or say whether \(open) is am or pm."
  }
  static func isEmpty(_ time: String) -> String {
    "It opens and closes at \(time); write when it closes, or closed."
  }
  static func closesBefore(_ range: HourRange, hint: String) -> String {
    "It closes at \(HourRange.clock(range.close)), before it opens at "
      + "\(HourRange.clock(range.open)); \(hint)."
  }
  static func afternoonHint(_ range: String) -> String { "write \(range)" }
  static func midnightHint(_ open: String) -> String {
    "a range ends at midnight: write \(open)-24, and the rest on the next day"
  }
  static func overlaps(_ later: HourRange, _ earlier: HourRange, merged: String) -> String {
    "\(later) overlaps \(earlier); write \(merged) for both."
  }
  static func missingEnd(_ open: String) -> String {
    "Say when it closes, as in \(open)-\(open == "17" ? "20" : "17")."
  }
  static let missingStart = "Say when it opens before the dash, as in 9-12."
  static let dashTooMany = "A range has one beginning and one end; write a comma between ranges."
  static func unknown(_ typed: String) -> String {
    "\(Wording.quoted(typed, length: 20)) means nothing here; write hours as in 9-12, 13:30-17, "
      + "or closed, or 24h."
  }
  static let closedWithHours = "A day is closed or has hours; write one of them."
  static let onlySeparators = "Write hours as in 9-12, 13:30-17, or closed, or 24h."
}
