import JSON
import Testing

@testable import CalendarModel

@Suite("date.spelling")
struct DateSpellingTests {
  static let cases: [RuleCase] = [
    "2027-01-31", "2027-01-31T00:00:00Z", "2027-01-31T09:00:00.000Z", "2027-01-31 ",
    "2027-01-31T00:00:00.000+02:00", "2027-01-31T00:00:00.000Z ",
  ].map { odd in
    RuleCase(
      "availabilities[0].date", accepts: "2027-01-31T00:00:00.000Z", rejects: .text(odd))
  }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.dateSpelling) }

  /// Whatever is written behind it, the rules take it for the date that form and preview show.
  @Test(arguments: [
    "2027-01-31", "2027-01-31T23:59:59.999Z", "2027-02-30", "2025-01-31", "soon", "",
    "2026-12-24T05:00:00.000Z",
  ])
  func oneReadingOfADate(_ text: String) {
    let row: JSONValue = ["date": .text(text), "hours": [], "id": "a"]
    let document = Calendars.document(Calendars.full(["availabilities": [row]]))
    let rules = Set(document.validation.problems(under: "availabilities").map(\.rule))
    let date = document.dateHours.date(ofRow: 0)
    #expect((date == nil) == rules.contains("text.date"))
    #expect((date != nil) == rules.contains("date.spelling"))
    #expect((date.map { $0 < Calendars.today } ?? false) == rules.contains("availability.past"))
    // It is kept as it is.
    #expect(document["availabilities[0].date"] == .text(text))
  }
}
