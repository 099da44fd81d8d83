import JSON
import Testing

@testable import CalendarModel

@Suite("availability.past")
struct PastDatesTests {
  static let cases: [RuleCase] = [
    .init("availabilities[0].deleted", at: "availabilities", accepts: true, rejects: false)
      .loading(accepted: past("2026-01-01"), rejected: past("2026-01-01")),
    .init("name", at: "availabilities", accepts: "x", rejects: "x")
      .loading(accepted: past("2026-11-22"), rejected: past("2026-11-21")),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.pastDates) }

  private static func past(_ date: String) -> [String: JSONValue?] {
    ["availabilities": [["date": .text(date + "T00:00:00.000Z"), "hours": [], "id": "a"]]]
  }

  @Test func oneNoteForAll() {
    let days = ["2026-01-01", "2026-01-02", "2027-01-01"]
    let rows = days.map { ["date": .text($0 + "T00:00:00.000Z"), "hours": []] as JSONValue }
    let document = Calendars.document(Calendars.full(["availabilities": .array(rows)]))
    #expect(document.problems("availability.past").map(\.message) == ["2 dates have passed."])
    #expect(document.validation.counts.isEmpty)
  }
}
