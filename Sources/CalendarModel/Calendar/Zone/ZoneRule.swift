/// A rule for the offsets of a time zone in every year, as POSIX writes it in `TZ`:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Hashable {
  /// Summer time, or whatever else counts for a part of each year.
  struct Season: Sendable, Hashable {
    /// Seconds to add to UTC.
    let offset: Int
    let start: YearDay
    let end: YearDay
  }

  /// Seconds to add to UTC outside the season.
  let standard: Int
  /// Nil where the standard offset counts all year.
  let season: Season?

  /// The seconds to add to UTC at a moment in seconds since 1970.
  func offset(at moment: Int) -> Int {
    guard let season else { return standard }
    let year = Self.year(of: moment)
    // A change can belong to the year before or after: its time may be days away from its date.
    var now = (moment: Int.min, offset: standard)
    for year in year - 1...year + 1 {
      guard let first = CalendarDate(year: year, month: 1, day: 1)?.daysSinceEpoch else { continue }
      let start = (first + season.start.day(of: year)) * 86_400 + season.start.time - standard
      let end = (first + season.end.day(of: year)) * 86_400 + season.end.time - season.offset
      // The season wins where one ends as the next one starts, so that it can last all year.
      let changes = [(moment: end, offset: standard), (moment: start, offset: season.offset)]
      for change in changes where change.moment <= moment && change.moment >= now.moment {
        now = change
      }
    }
    return now.offset
  }

  private static func year(of moment: Int) -> Int {
    let day = moment / 86_400 - (moment % 86_400 < 0 ? 1 : 0)
    return CalendarDate(daysSinceEpoch: day).year
  }
}

extension ZoneRule {
  /// A day of every year and the time on it at which clocks change.
  struct YearDay: Sendable, Hashable {
    enum Day: Sendable, Hashable {
      /// 1 to 365; 29 February is never counted.
      case withoutLeapDay(Int)
      /// 0 to 365; 29 February is counted.
      case withLeapDay(Int)
      /// The first to fourth, or with 5 the last, weekday of a month; 0 is Sunday.
      case weekday(Int, week: Int, month: Int)
    }

    let day: Day
    /// Seconds after midnight by the clocks before the change; may be negative or beyond the day.
    let time: Int

    /// The days between the first of January and this one.
    func day(of year: Int) -> Int {
      let isLeap = CalendarDate.days(inMonth: 2, of: year) == 29
      switch day {
      case .withoutLeapDay(let number): return number - 1 + (isLeap && number >= 60 ? 1 : 0)
      case .withLeapDay(let number): return number
      case .weekday(let weekday, let week, let month):
        guard let january = CalendarDate(year: year, month: 1, day: 1),
          let first = CalendarDate(year: year, month: month, day: 1)
        else { return 0 }
        var day = (weekday - first.weekday + 7) % 7 + (week - 1) * 7
        if day >= CalendarDate.days(inMonth: month, of: year) { day -= 7 }
        return first.daysSinceEpoch - january.daysSinceEpoch + day
      }
    }
  }
}
