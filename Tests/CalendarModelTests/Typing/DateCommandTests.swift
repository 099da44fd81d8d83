import CalendarModel
import TestSupport
import Testing

@Suite("Typed dates")
struct DateCommandTests {
  /// 2026-11-22, a Sunday.
  static let today = Calendars.today

  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let first: String
    let last: String
    let count: Int
    let hours: String
    var testDescription: String { text }

    init(_ text: String, _ first: String, _ last: String? = nil, count: Int = 1, hours: String) {
      self.text = text
      self.first = first
      self.last = last ?? first
      self.count = count
      self.hours = hours
    }
  }

  static let examples = [
    Example("2026-12-24 closed", "2026-12-24", hours: "closed"),
    Example("2026-12-24 -", "2026-12-24", hours: "closed"),
    Example("2026-12-24: 9-12, 13-17", "2026-12-24", hours: "9-12, 13-17"),
    Example("2026-12-24 9am-5pm", "2026-12-24", hours: "9-17"),
    Example("2026-12-24..2026-12-31 closed", "2026-12-24", "2026-12-31", count: 8, hours: "closed"),
    Example("2026-12-24 .. 2026-12-31 24h", "2026-12-24", "2026-12-31", count: 8, hours: "24h"),
    Example(
      "2026-12-24 - 2026-12-31 closed", "2026-12-24", "2026-12-31", count: 8, hours: "closed"),
    Example(
      "2026-12-24 to 2026-12-31 closed", "2026-12-24", "2026-12-31", count: 8, hours: "closed"),
    Example("2026-12-24..31 closed", "2026-12-24", "2026-12-31", count: 8, hours: "closed"),
    Example("2026-12-24..12-26 closed", "2026-12-24", "2026-12-26", count: 3, hours: "closed"),
    Example("12-24 closed", "2026-12-24", hours: "closed"),
    Example("12-24..01-02 closed", "2026-12-24", "2027-01-02", count: 10, hours: "closed"),
    Example("12-24 - 12-31 closed", "2026-12-24", "2026-12-31", count: 8, hours: "closed"),
    Example("11-22 closed", "2026-11-22", hours: "closed"),
    Example("11-21 closed", "2027-11-21", hours: "closed"),
    Example("02-29 closed", "2028-02-29", hours: "closed"),
    Example("24.12.2026 closed", "2026-12-24", hours: "closed"),
    Example("12/24 closed", "2026-12-24", hours: "closed"),
    Example("24 Dec closed", "2026-12-24", hours: "closed"),
    Example("Dec 24 closed", "2026-12-24", hours: "closed"),
    Example("december 24th 9-12", "2026-12-24", hours: "9-12"),
    Example("24 Dec 2027 9-12", "2027-12-24", hours: "9-12"),
    Example("Dec 24 2000-2200", "2026-12-24", hours: "20-22"),
    Example("Dec 24 2000 - 2200", "2026-12-24", hours: "20-22"),
    Example("Dec 24 0900-1200", "2026-12-24", hours: "9-12"),
    Example(
      "24 Dec 2027 - 26 Dec 2027 closed", "2027-12-24", "2027-12-26", count: 3, hours: "closed"),
    Example("24 Dec..2 Jan closed", "2026-12-24", "2027-01-02", count: 10, hours: "closed"),
    Example("Dec 24, 9-12", "2026-12-24", hours: "9-12"),
    Example("12-24, 9-12, 13-17", "2026-12-24", hours: "9-12, 13-17"),
    Example("2026-12-24, 2026-12-31 closed", "2026-12-24", "2026-12-31", count: 2, hours: "closed"),
    Example("24 Dec, 26 Dec, 31 Dec 10-12", "2026-12-24", "2026-12-31", count: 3, hours: "10-12"),
    Example("2026-12-24, 2026-12-24 closed", "2026-12-24", hours: "closed"),
  ]

  @Test(arguments: examples)
  func meansDatesAndHours(_ example: Example) throws {
    let command = try DateCommand.parse(example.text, today: Self.today)
    #expect(command.dates.first?.description == example.first)
    #expect(command.dates.last?.description == example.last)
    #expect(command.dates.count == example.count)
    #expect(HoursText.short(command.ranges) == example.hours)
  }

  typealias Mistake = TypingMistake

  static let mistakes = [
    Mistake("", .notADate, "", "Write a date first"),
    Mistake("2026,12,24 closed", .notADate, "2026,12,24", "write it as 2026-12-24"),
    Mistake("2-29 closed", .ambiguous, "2-29", "write 29 Feb or 2..29."),
    Mistake("closed", .notADate, "closed", "is not a date"),
    Mistake("2026-02-30 closed", .noSuchDate, "2026-02-30", "There is no day 2026-02-30"),
    Mistake("13-24 closed", .ambiguous, "13-24", "write 13..24."),
    Mistake("45-50 closed", .noSuchDate, "45-50", "There is no day 45-50"),
    Mistake("2026-12-24T00:00 closed", .notADate, "2026-12-24T00:00", "is not a date"),
    Mistake("2026-12-24..32 closed", .noSuchDate, "32", "There is no day 32"),
    Mistake("2026-12-24.. closed", .noSuchDate, "2026-12-24.. ", "Say the last date"),
    Mistake(
      "2026-12-24..2026-12-20 closed", .endsBeforeItStarts, "2026-12-20",
      "The last date, 2026-12-20, lies before the first, 2026-12-24."),
    Mistake("2026-01-01..2036-01-01 closed", .tooManyDays, "2026-01-01..2036-01-01", "3653 days"),
    Mistake("2026-12-24", .missingHours, "2026-12-24", "Write the hours"),
    Mistake("2026-12-24..31 ", .missingHours, "2026-12-24..31", "Write the hours"),
    Mistake("2026-12-24 17-9", .closesBeforeItOpens, "17-9", "before it opens"),
    Mistake("2026-12-24:  9-12 lunch", .unknownWord, "lunch", "cannot be read"),
  ]

  @Test(arguments: mistakes)
  func marksTheMistake(_ mistake: Mistake) {
    mistake.expect { try DateCommand.parse($0, today: Self.today) }
  }

  @Test func datesAlone() throws {
    let dates = try DateCommand.dates("2026-12-24..25, 31 Dec", today: Self.today)
    #expect(dates.map(\.description) == ["2026-12-24", "2026-12-25", "2026-12-31"])
    #expect(throws: HoursError.self) {
      try DateCommand.dates("2026-12-24 closed", today: Self.today)
    }
  }

  /// No hours can stand there, so numbers are dates.
  @Test(arguments: [
    ("2026-12-24..25, 6 Jan, 12-30", ["2026-12-24", "2026-12-25", "2026-12-30", "2027-01-06"]),
    ("12-15, 12-16", ["2026-12-15", "2026-12-16"]), ("12-15 12-16", ["2026-12-15", "2026-12-16"]),
    ("2026-12-09..10, 12-15", ["2026-12-09", "2026-12-10", "2026-12-15"]),
  ])
  func numbersAreDatesWhereNoHoursCanStand(text: String, dates: [String]) throws {
    #expect(try DateCommand.dates(text, today: Self.today).map(\.description) == dates)
  }

  @Test func anyTextIsReadOrMarked() {
    var random = SeededGenerator(seed: 21)
    let parts = [
      "2026-12-24", "12-24", "..", "-", " ", "Dec", "24", ",", "closed", "9-12", ":", "2026", "to",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...7, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      do throws(HoursError) {
        let command = try DateCommand.parse(text, today: Self.today)
        #expect(!command.dates.isEmpty && command.dates == command.dates.sorted())
      } catch {
        #expect(!error.place.isEmpty && error.place.upperBound <= text.count, "\(text)")
      }
    }
  }
}
