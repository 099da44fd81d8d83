/// Hours for one or more dates, as a person types them: `2026-12-24..2026-12-31 closed`.
package struct DateCommand: Sendable, Hashable {
  /// In order, each once; never empty.
  package let dates: [CalendarDate]
  /// In order, none overlapping another; empty closes the dates.
  package let ranges: [HourRange]

  /// How many dates one command may name.
  package static let dateLimit = 366

  private init(dates: [CalendarDate], ranges: [HourRange]) {
    self.dates = dates
    self.ranges = ranges
  }

  /// Hours for a run of dates.
  ///
  /// - Parameter length: of the text that the hours were read from, for the place of a mistake.
  /// - Throws: when there are more dates than ``dateLimit``.
  init(
    _ days: ClosedRange<CalendarDate>, _ ranges: [HourRange], length: Int
  ) throws(HoursError) {
    let numbers = days.lowerBound.daysSinceEpoch...days.upperBound.daysSinceEpoch
    guard numbers.count <= Self.dateLimit else {
      throw HoursError(
        .tooManyDays, at: 0..<length, HoursWording.tooManyDays(numbers.count, Self.dateLimit))
    }
    self.init(dates: numbers.map(CalendarDate.init(daysSinceEpoch:)), ranges: ranges)
  }

  /// Reads dates and the hours behind them.
  ///
  /// A date is `2026-12-24`, or without a year `12-24`, `24 Dec`, `Dec 24`: the next one to come,
  /// today included, or behind `..` the next one after the first. Several stand between commas; the
  /// hours are as ``HoursText/parse(_:)`` reads them, and have to be said.
  /// - Throws: ``HoursError`` with the place of the first mistake.
  package static func parse(_ text: String, today: CalendarDate) throws(HoursError) -> DateCommand {
    var parser = DateParser(text, today: today)
    let dates = try parser.dates()
    let rest = parser.rest
    if rest.text.trimmed.isEmpty {
      throw HoursError(.missingHours, at: 0..<parser.place, HoursWording.missingHours)
    }
    do throws(HoursError) {
      return DateCommand(dates: dates, ranges: try HoursText.parse(rest.text))
    } catch {
      throw error.moved(by: rest.start)
    }
  }

  /// Reads dates alone, for copying hours to them.
  package static func dates(_ text: String, today: CalendarDate) throws(HoursError)
    -> [CalendarDate]
  {
    var parser = DateParser(text, today: today, hoursMayFollow: false)
    let dates = try parser.dates()
    let rest = parser.rest
    guard rest.text.trimmed.isEmpty else {
      let end = rest.start + rest.text.count
      throw HoursError(
        .notADate, at: rest.start..<end, HoursWording.noDate(rest.text.trimmed))
    }
    return dates
  }
}
