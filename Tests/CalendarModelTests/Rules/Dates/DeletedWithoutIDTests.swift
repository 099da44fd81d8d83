import JSON
import Testing

@testable import CalendarModel

@Suite("availability.deletedWithoutID")
struct DeletedWithoutIDTests {
  static let cases: [RuleCase] = [
    .init(
      "availabilities[0].deleted", accepts: false, rejects: true,
      with: ["availabilities": [["date": "2027-01-01T00:00:00.000Z", "hours": []]]]),
    .init(
      "availabilities[0]", at: "availabilities[0].deleted",
      accepts: ["date": "2027-01-01T00:00:00.000Z", "hours": [], "_id": "a", "deleted": true],
      rejects: ["date": "2027-01-01T00:00:00.000Z", "hours": [], "id": "", "deleted": true]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.deletedWithoutID) }
}
