/// The hours of a day as text: how people type them, and how they are shown.
package enum HoursText {
  /// Reads the hours of a day as a person types them.
  ///
  /// Ranges stand between commas, semicolons, `and`, `&`, or blanks: `9-12, 13:30-17`,
  /// `9am-5pm 6pm-8pm`, `0800–1600`, `9 to 17`. `closed`, `-` and nothing at all are no hours;
  /// `24h` and `all day` are the whole day. Without am or pm times are those of a 24-hour clock;
  /// said once, am or pm holds for both ends where that makes sense. `0:00`, `12am` and `midnight`
  /// at the end of a range are 24:00.
  /// - Returns: the ranges in order; none overlaps another, all are usable.
  /// - Throws: ``HoursError`` with the place of the first mistake.
  package static func parse(_ text: String) throws(HoursError) -> [HourRange] {
    var parser = HoursParser(text)
    return try parser.ranges()
  }

  /// The hours as they are shown: `09:00–12:00, 13:30–17:00`, `9am–12pm, 1:30pm–5pm`, `closed`, or
  /// `24h`.
  package static func format(
    _ ranges: [HourRange], in format: LocalFormat = .standard
  ) -> String {
    text(ranges, format.range)
  }

  /// The hours in a form that is quickly edited: `9-12, 13:30-17`, `9am-12pm, 1:30pm-5pm`, `closed`,
  /// or `24h`.
  ///
  /// ``parse(_:)`` reads the same ranges from it.
  package static func short(
    _ ranges: [HourRange], in format: LocalFormat = .standard
  ) -> String {
    text(ranges, format.shortRange)
  }

  private static func text(_ ranges: [HourRange], _ one: (HourRange) -> String) -> String {
    if ranges.isEmpty { return "closed" }
    if ranges == [.wholeDay] { return "24h" }
    return ranges.map(one).joined(separator: ", ")
  }

  /// `9`, `9:05`, `24`.
  static func shortClock(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return minute == 0 ? "\(hour)" : "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
