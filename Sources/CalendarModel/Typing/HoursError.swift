/// What is wrong with hours or dates as they were typed, and where.
package struct HoursError: Error, Sendable, Hashable {
  /// What sort of mistake it is.
  package enum Reason: Sendable, Hashable {
    /// A time that no clock shows: `25:00`, `9:75`, `13pm`.
    case noSuchTime
    /// A range that ends before it begins, or passes midnight.
    case closesBeforeItOpens
    /// A range that ends where it begins.
    case isEmpty
    /// Two ranges that share some time; both as one is offered.
    case overlaps(merged: [HourRange])
    /// A beginning without an end.
    case missingEnd
    /// An end without a beginning, or a dash too many.
    case missingStart
    /// `9-12am`, `12/11`: it could be one thing or another.
    case ambiguous
    /// `open` alone: a word that belongs to hours, without any.
    case saysNoHours
    /// A word or sign that means nothing here.
    case unknownWord
    /// `closed` beside hours.
    case closedWithHours
    /// What stands where a date belongs is not written like one.
    case notADate
    /// A date that no calendar has: `2026-02-30`; or a run of dates without its last.
    case noSuchDate
    /// The last date lies before the first.
    case endsBeforeItStarts
    /// A year that has to be written: that of a long run, or all four digits of one.
    case missingYear
    /// `sun 19 dec` where the 19th is a Saturday.
    case wrongWeekday
    /// More days than one command takes.
    case tooManyDays
    /// Dates without hours.
    case missingHours
  }

  package let reason: Reason
  /// Which characters of the text are meant, counted from 0; empty only where the text is.
  package let place: Range<Int>
  private let sentence: LocalText

  init(_ reason: Reason, at place: Range<Int>, _ message: String) {
    self.init(reason, at: place, LocalText(message))
  }

  init(_ reason: Reason, at place: Range<Int>, _ sentence: LocalText) {
    self.reason = reason
    self.place = place
    self.sentence = sentence
  }

  /// What is wrong and what to write, in words.
  package var message: String { message(in: .standard) }

  /// What is wrong and what to write, in words, with times and examples as somebody reads them.
  package func message(in format: LocalFormat) -> String { sentence.words(in: format) }

  /// The same mistake in a text that has something before it.
  func moved(by count: Int) -> HoursError {
    HoursError(reason, at: place.lowerBound + count..<place.upperBound + count, sentence)
  }
}

extension HoursError: CustomStringConvertible {
  package var description: String { message }
}
