import JSON
import Testing

@testable import CalendarModel

@Suite("availability.newPast")
struct NewPastDateTests {
  static let cases: [RuleCase] = [
    .init(
      "availabilities[0].date", accepts: "2026-11-22T00:00:00.000Z",
      rejects: "2026-11-21T00:00:00.000Z"),
    .init(
      "availabilities[1]", at: "availabilities[1].date", accepts: day("2026-01-01"),
      rejects: day("2026-01-02"),
      with: ["availabilities": [day("2026-01-01"), day("2027-01-01")]],
      besides: ["availability.sameDate", "availability.past"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.newPastDate) }

  private static func day(_ date: String) -> JSONValue {
    ["date": .text(date + "T00:00:00.000Z"), "hours": []]
  }

  /// It is a warning, so that the walk through the problems finds it.
  @Test func aNewDateInThePast() {
    var document = Calendars.document(
      Calendars.full(["availabilities": [Self.day("2026-01-01"), Self.day("2027-01-01")]]))
    document.insert(Self.day("2026-03-03"), into: "availabilities", at: 1)
    #expect(document.problems("availability.newPast").map(\.path) == ["availabilities[1].date"])
    #expect(document.validation.counts.warnings == 1)
    #expect(document.problems("availability.past").map(\.message) == ["1 date has passed."])
    // The row moves, and the warning with it.
    document.moveRow(1, of: "availabilities", to: 2)
    #expect(document.problems("availability.newPast").map(\.path) == ["availabilities[2].date"])
    // Once it is saved it is a date that has passed like others.
    document.adopt(saved: document.current)
    #expect(document.problems("availability.newPast") == [])
    #expect(document.problems("availability.past").map(\.message) == ["2 dates have passed."])
  }
}
