/// Hours for one or more dates, as a person types them: `2026-12-24..2026-12-31 closed`.
package struct DateCommand: Sendable, Hashable {
  /// In order, each once; never empty.
  package let dates: [CalendarDate]
  /// In order, none overlapping another; empty closes the dates.
  package let ranges: [HourRange]

  /// How many dates one command may name.
  package static let dateLimit = 366

  init(dates: [CalendarDate], ranges: [HourRange]) {
    self.dates = dates
    self.ranges = ranges
  }

  /// Hours for a run of dates.
  ///
  /// - Parameter length: how long the text is that the hours were read from, to mark all of it.
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
  /// A date is `2026-12-24`, `24.12.2026`, `24 Dec 2026`, or without a year `12-24`, `24.12.`,
  /// `24 Dec`, `Dec 24`, `19/12`: the next one to come, today included; or `today`, `tomorrow`,
  /// `friday`, `next friday`. A weekday may stand before it and has to be the right one.
  /// From one date to another stand two dots, a dash, or `to`: `12-24..31`, `24-26 Dec`. Days alone,
  /// as in `24..31`, are of the month that the screen shows. Several dates stand between commas.
  /// The hours are as ``HoursText/parse(_:)`` reads them, and have to be said.
  /// - Parameter month: any day of the month that the screen shows; that of today when nil.
  /// - Throws: ``HoursError`` with the place of the first mistake, also for numbers that could mean
  ///   two dates.
  package static func parse(
    _ text: String, today: CalendarDate, month: CalendarDate? = nil
  ) throws(HoursError) -> DateCommand {
    let resolver = DateResolver(today: today, month: month ?? today)
    guard let end = startOfClosed(Array(text)) else { return try open(text, resolver) }
    let datesError: HoursError
    do throws(HoursError) {
      let dates = try dates(Array(text)[..<end], resolver)
      return DateCommand(dates: dates, ranges: try HoursText.parse(String(text.dropFirst(end))))
    } catch {
      datesError = error
    }
    // `24 Dec 0 - 24h` is no list of dates before `24h`.
    do throws(HoursError) {
      return try open(text, resolver)
    } catch {
      throw error.place.lowerBound > datesError.place.lowerBound ? error : datesError
    }
  }

  private static func open(
    _ text: String, _ resolver: DateResolver
  ) throws(HoursError) -> DateCommand {
    var parser = DateParser(text, resolver)
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

  /// Where `closed`, `24h` and their like begin at the end of a text.
  ///
  /// What stands before them can only be dates. Nil where the text does not end so, or nothing
  /// stands before it.
  private static func startOfClosed(_ characters: [Character]) -> Int? {
    let longest = "unavailable all day".count + 4
    return characters.indices.suffix(longest).first { index in
      guard index > 0, !characters[index].isWhitespace else { return false }
      let before = characters[index - 1]
      guard before.isWhitespace || ",;:".contains(before) else { return false }
      return HoursParser.isClosedOrWholeDay(String(characters[index...]))
    }
  }

  /// Reads dates alone, for copying hours to them; numbers cannot be hours there.
  ///
  /// - Parameter month: any day of the month that the screen shows; that of today when nil.
  package static func dates(
    _ text: String, today: CalendarDate, month: CalendarDate? = nil
  ) throws(HoursError) -> [CalendarDate] {
    try dates(text, DateResolver(today: today, month: month ?? today))
  }

  private static func dates(
    _ text: some Sequence<Character>, _ resolver: DateResolver
  ) throws(HoursError) -> [CalendarDate] {
    var parser = DateParser(text, resolver, hoursMayFollow: false)
    let dates = try parser.dates()
    let rest = parser.rest
    // What is wrong begins behind the comma; a comma alone is the one before the hours.
    var reader = CharacterReader(rest.text)
    _ = reader.skipSeparator()
    reader.skipBlanks()
    guard reader.isAtEnd else {
      let wrong = rest.text.dropFirst(reader.index)
      let start = rest.start + reader.index
      throw HoursError(
        .notADate, at: start..<start + wrong.count, HoursWording.noDate(String(wrong).trimmed))
    }
    return dates
  }
}
