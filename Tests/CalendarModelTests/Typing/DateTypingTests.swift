import CalendarModel
import JSON
import Testing

/// What is typed while dates are chosen.
@Suite("Typing over dates")
struct DateTypingTests {
  static let today = Calendars.today
  static let chosen = Calendars.date(2026, 12, 24)...Calendars.date(2026, 12, 26)

  static func summary(_ text: String) throws(HoursError) -> String {
    try DateTyping(text, chosen: chosen, today: today).summary(today: today)
  }

  /// With a blank only, numbers could be ranges as well as a date with its hours.
  @Test(arguments: ["12-24 9-10", "9-12 13-17"])
  func whatCouldBeBothIsRefused(text: String) {
    do throws(HoursError) {
      _ = try Self.summary(text)
      Issue.record("\(text) was taken for one of them")
    } catch {
      #expect(error.reason == .ambiguous)
      #expect(error.place == 0..<text.prefix { $0 != " " }.count)
      #expect(error.message.contains("write a comma between ranges"))
    }
  }

  @Test(arguments: [
    ("9-12, 13-17", "2026-12-24..2026-12-26, 3 days: 09:00–12:00, 13:00–17:00"),
    ("closed", "2026-12-24..2026-12-26, 3 days: closed"),
    ("12-24", "2026-12-24..2026-12-26, 3 days: 12:00–24:00"),
    ("12-24 closed", "Thu 2026-12-24: closed"),
    ("12-24..31 closed", "2026-12-24..2026-12-31, 8 days: closed"),
    ("2026-12-24..2026-12-31 closed", "2026-12-24..2026-12-31, 8 days: closed"),
    ("24 Dec closed", "Thu 2026-12-24: closed"),
    ("2026-01-01 24h", "Thu 2026-01-01: 24h (in the past)"),
    (
      "2026-11-20..23 closed",
      "2026-11-20..2026-11-23, 4 days: closed (2 of them in the past)"
    ),
    ("2027-01-06", "Wed 2027-01-06: write hours behind it, or closed; Enter goes there."),
    ("24 Dec", "Thu 2026-12-24: write hours behind it, or closed; Enter goes there."),
    (
      "12-24..31",
      "2026-12-24..2026-12-31, 8 days: write hours behind it, or closed; Enter goes there."
    ),
    ("24 Dec, 26 Dec, 31 Dec, 2 Jan closed", "4 days: closed"),
  ])
  func meansWhatItSays(_ text: String, _ summary: String) throws {
    #expect(try Self.summary(text) == summary)
  }

  @Test(arguments: [
    ("9-25", "25", "There is no time 25"), ("9-12, 13-", "13-", "Say when it closes"),
    ("cloud", "cloud", "cannot be read"), ("17-9", "17-9", "before it opens"),
    ("2026-02-30 closed", "2026-02-30", "There is no day"),
    ("31 Nov closed", "31 Nov", "There is no day 31 Nov"),
    ("12-24..20 closed", "20", "lies before"), ("24 Dec 17-9", "17-9", "before it opens"),
    ("2026-01-01..2036-01-01 closed", "2026-01-01..2036-01-01", "at most 366"),
    ("2026-13-01", "2026-13-01", "There is no day"),
  ])
  func marksTheMistake(_ text: String, _ marked: String, _ message: String) {
    let error = #expect(throws: HoursError.self) { try Self.summary(text) }
    guard let error else { return }
    #expect(String(Array(text)[error.place]) == marked, "\(error.message)")
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test func aRunThatIsTooLongIsRefused() {
    let error = #expect(throws: HoursError.self) {
      try DateTyping(
        "closed", chosen: Calendars.date(2026, 1, 1)...Calendars.date(2027, 1, 2), today: Self.today
      )
    }
    #expect(error?.reason == .tooManyDays && error?.place == 0..<6)
  }
}
