/// What a text means that is typed while dates are chosen.
package enum DateTyping: Sendable, Hashable {
  /// Hours, for the chosen dates or for those that the text names.
  case hours(DateCommand)
  /// Dates without hours: a place to go to. In order, never empty.
  case dates([CalendarDate])

  /// Reads hours for the chosen dates (`9-12, 13-17`, `closed`), or dates of its own with their
  /// hours (`2026-12-24..31 closed`), or dates alone.
  ///
  /// What can be read as hours is hours: `12-24` is noon to midnight, and `12-24 closed` is
  /// Christmas Eve. `weekends closed` and `mon-fri 9-17` are about those days of a marked run.
  /// - Parameters:
  ///   - month: any day of the month that the screen shows; that of the first chosen day when nil.
  /// - Throws: ``HoursError`` with the place of the first mistake.
  package init(
    _ text: String, chosen: ClosedRange<CalendarDate>, today: CalendarDate,
    month: CalendarDate? = nil
  ) throws(HoursError) {
    let month = month ?? chosen.lowerBound
    if text.trimmed.isEmpty {
      throw HoursError(.notADate, at: 0..<text.count, HoursWording.nothingTyped)
    }
    if let command = try Self.weekdays(text, chosen: chosen, today: today) {
      self = .hours(command)
      return
    }
    let reading = Reading(text, today: today, month: month)
    switch reading.hours {
    case .success(let ranges):
      if reading.couldBeDateWithHours { throw Self.rangesOrDate(text) }
      self = .hours(try DateCommand(chosen, ranges, length: text.count))
    case .failure(let hoursError):
      if reading.isHours {
        guard let dates = reading.dates, !reading.isListOfHours(hoursError) else {
          throw hoursError
        }
        if reading.startsWithRange { throw Self.rangesOrDate(text) }
        self = dates
      } else if let dates = reading.dates {
        self = dates
      } else {
        throw reading.error(hoursError)
      }
    }
  }

  private static func rangesOrDate(_ text: String) -> HoursError {
    let start = text.prefix(while: \.isWhitespace).count
    let first = text.dropFirst(start).prefix { !$0.isWhitespace }
    return HoursError(
      .ambiguous, at: start..<start + first.count, HoursWording.rangesOrDate(String(first)))
  }

  /// Hours for some weekdays of the chosen run; nil where the text does not begin with a set of them.
  private static func weekdays(
    _ text: String, chosen: ClosedRange<CalendarDate>, today: CalendarDate
  ) throws(HoursError) -> DateCommand? {
    var reader = CharacterReader(text)
    guard let set = try WeekdaySet(&reader), set.isSeveral else { return nil }
    let days = chosen.lowerBound.daysSinceEpoch...chosen.upperBound.daysSinceEpoch
    guard days.count > 1 else {
      throw HoursError(
        .notADate, at: set.place,
        HoursWording.weekdaysWithoutRun(reader.text(set.place), set.days, today: today))
    }
    guard days.count <= DateCommand.dateLimit else {
      throw HoursError(
        .tooManyDays, at: 0..<text.count,
        HoursWording.tooManyDays(days.count, DateCommand.dateLimit))
    }
    let ranges = try HoursText.parse(behind: set, &reader)
    guard reader.isAtEnd else {
      throw HoursError(
        .notADate, at: reader.index..<text.count, HoursWording.oneSetOfWeekdays)
    }
    let dates = days.lazy.map(CalendarDate.init(daysSinceEpoch:))
      .filter { set.days.contains($0.weekday) }
    guard !dates.isEmpty else {
      throw HoursError(.notADate, at: set.place, HoursWording.noSuchWeekday(set.days))
    }
    return DateCommand(dates: Array(dates), ranges: ranges)
  }

  /// Dates in words: "Thu 2026-12-24", "2026-12-24..2026-12-31, 8 days".
  package static func named(_ dates: [CalendarDate]) -> String { HoursWording.counted(dates) }

  /// What it does, in words: "2026-12-24..2026-12-31, 8 days: closed".
  package func summary(today: CalendarDate, in format: LocalFormat = .standard) -> String {
    switch self {
    case .hours(let command): HoursWording.summary(command, today: today, in: format)
    case .dates(let dates): HoursWording.goes(to: dates)
    }
  }
}

/// A text read as hours and as dates, for choosing between the two.
private struct Reading {
  let hours: Result<[HourRange], HoursError>
  private let command: Result<DateTyping, HoursError>
  private let first: String
  private let isOneWord: Bool
  /// Whether a date with its year stands in it, in numbers and dashes: `2026-12-24`.
  private let hasFullDate: Bool
  private let tokens: [HoursToken]?

  init(_ text: String, today: CalendarDate, month: CalendarDate) {
    hours = Result { () throws(HoursError) in try HoursText.parse(text) }
    command = Result { () throws(HoursError) in
      do throws(HoursError) {
        return .hours(try DateCommand.parse(text, today: today, month: month))
      } catch {
        guard error.reason == .missingHours else { throw error }
        return .dates(try DateCommand.dates(text, today: today, month: month))
      }
    }
    var scanner = HoursScanner(text)
    tokens = try? scanner.tokens()
    first = String(text.trimmed.prefix { !$0.isWhitespace })
    isOneWord = first.count == text.trimmed.count
    hasFullDate = text.split { $0.isWhitespace || ",;&".contains($0) }.contains { word in
      let parts = word.split(separator: "-")
      return parts.count == 3 && (parts[0].count == 4 || parts[2].count == 4)
    }
  }

  var dates: DateTyping? { try? command.get() }

  /// Whether nothing but times and what stands between times is in it.
  var isHours: Bool {
    !hasFullDate
      && (tokens ?? []).contains { if case .time = $0.kind { true } else { false } }
      && (tokens ?? []).allSatisfy { token in
        if case .unknown = token.kind { false } else { !token.isClosed }
      }
  }

  /// Whether a comma or the like stands between the parts: then it is no date with its hours.
  private var isList: Bool { (tokens ?? []).contains(where: \.isSeparator) }

  /// Whether times in which something is wrong are still times, and no dates.
  ///
  /// A list is, and a single range whose beginning is a time; `24-31` and `24.12` are dates.
  func isListOfHours(_ error: HoursError) -> Bool {
    let startsWithTime = error.reason != .noSuchTime || error.place.lowerBound > 0
    return isList || isOneWord && startsWithTime && !first.contains(".")
  }

  /// Whether its first word is a range of hours that exists.
  var startsWithRange: Bool { (try? HoursText.parse(first)) != nil }

  /// Whether what was read as ranges could as well be a date and its hours: `12-24 9-10`.
  var couldBeDateWithHours: Bool {
    guard isHours, !isList, !isOneWord else { return false }
    if dates != nil { return true }
    if case .failure(let error) = command { return error.reason == .ambiguous }
    return false
  }

  /// What to say where it is neither hours nor dates.
  func error(_ hoursError: HoursError) -> HoursError {
    guard case .failure(let error) = command else { return hoursError }
    if error.reason == .notADate, error.place.lowerBound == 0 { return hoursError }
    let isLunch = hoursError.reason == .unknownWord && startsWithRange
    return isLunch && error.reason == .ambiguous ? hoursError : error
  }
}
