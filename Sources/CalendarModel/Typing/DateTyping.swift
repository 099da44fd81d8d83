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
  /// Christmas Eve.
  /// - Throws: ``HoursError`` with the place of the first mistake.
  package init(
    _ text: String, chosen: ClosedRange<CalendarDate>, today: CalendarDate
  ) throws(HoursError) {
    let hoursError: HoursError
    do throws(HoursError) {
      let ranges = try HoursText.parse(text)
      try Self.refuseAmbiguous(text, today)
      self = .hours(try DateCommand(chosen, ranges, length: text.count))
      return
    } catch {
      if [.tooManyDays, .ambiguous].contains(error.reason) { throw error }
      hoursError = error
    }
    do throws(HoursError) {
      self = .hours(try DateCommand.parse(text, today: today))
    } catch {
      let isAboutHours =
        error.reason == .notADate && error.place.lowerBound == 0 || Self.looksLikeHours(text)
      if isAboutHours { throw hoursError }
      guard error.reason == .missingHours else { throw error }
      self = .dates(try DateCommand.dates(text, today: today))
    }
  }

  /// Refuses what could be ranges as well as a date with its hours: `12-24 9-10`.
  private static func refuseAmbiguous(
    _ text: String, _ today: CalendarDate
  ) throws(HoursError) {
    let first = text.trimmed.prefix { !$0.isWhitespace }
    let hasSeparator = text.contains { ",;&".contains($0) || $0.isLetter }
    guard !hasSeparator, first.count < text.trimmed.count,
      (try? DateCommand.parse(text, today: today)) != nil
    else { return }
    throw HoursError(
      .ambiguous, at: 0..<first.count, HoursWording.rangesOrDate(String(first)))
  }

  /// Whether there is neither a word, nor a year, nor the two dots of a run in it: `9-25`.
  private static func looksLikeHours(_ text: String) -> Bool {
    let first = text.trimmed.prefix { !$0.isWhitespace }.split(separator: "-")
    return !text.contains { $0.isLetter || $0 == "." } && !(first.count == 3 && first[0].count == 4)
  }

  /// Dates in words: "Thu 2026-12-24", "2026-12-24..2026-12-31, 8 days".
  package static func named(_ dates: [CalendarDate]) -> String { HoursWording.counted(dates) }

  /// What it does, in words: "2026-12-24..2026-12-31, 8 days: closed".
  package func summary(today: CalendarDate) -> String {
    switch self {
    case .hours(let command): HoursWording.summary(command, today: today)
    case .dates(let dates): HoursWording.goes(to: dates)
    }
  }
}
