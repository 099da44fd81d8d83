import Testing

@testable import CalendarModel

/// The service has no entries for every year; who asks for one is told so.
@Suite struct YearlyDateTests {
  @Test(arguments: ["every year", "24 Dec each year", "yearly", "24 dec, annually", "once a year"])
  func isAskedFor(text: String) {
    #expect(DateWords.meansEveryYear(text))
    #expect(HoursWording.noDate(text).contains("no entries for every year"))
  }

  @Test(arguments: ["", "year", "every monday", "2026-12-24", "new year", "everyyear"])
  func isNotAskedFor(text: String) {
    #expect(!DateWords.meansEveryYear(text))
    #expect(HoursWording.noDate(text).contains("is not a date"))
  }
}
