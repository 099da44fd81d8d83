import JSON
import Testing

@testable import CalendarModel

@Suite("availability.sameDate")
struct SameDateTests {
  static let cases: [RuleCase] = [
    .init(
      "availabilities[1].date", accepts: "2027-01-05T00:00:00.000Z",
      rejects: "2027-01-04T00:00:00.000Z",
      with: [
        "availabilities": [
          ["date": "2027-01-04T00:00:00.000Z", "hours": []], ["date": "", "hours": []],
        ]
      ]),
    .init(
      "availabilities[1].deleted", at: "availabilities[1].date", accepts: true, rejects: false,
      with: [
        "availabilities": [
          ["date": "2027-01-04T00:00:00.000Z", "hours": []],
          ["date": "2027-01-04T00:00:00.000Z", "hours": [], "id": "a"],
        ]
      ]),
    // The same day in another spelling.
    .init(
      "availabilities[1].date", accepts: "2027-01-05", rejects: "2027-01-04",
      with: [
        "availabilities": [
          ["date": "2027-01-04T05:00:00.000Z", "hours": []], ["date": "2027-01-06", "hours": []],
        ]
      ], besides: ["date.spelling"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.sameDate) }

  @Test func theFirstEntryIsTheOneThatStays() {
    let row: JSONValue = ["date": "2027-01-04", "hours": []]
    let document = Calendars.document(Calendars.full(["availabilities": [row, row, row]]))
    #expect(
      document.problems("availability.sameDate").map(\.path)
        == ["availabilities[1].date", "availabilities[2].date"])
  }
}
