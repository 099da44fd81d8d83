import JSON
import Testing

@testable import CalendarModel

@Suite("availability.deletionRefused")
struct DeletionRefusedTests {
  static let cases: [RuleCase] = [
    .init(
      "availabilities", accepts: odd, rejects: [], with: ["availabilities": odd],
      besides: ["text.date"]),
    .init("availabilities", accepts: .null, rejects: [], with: ["availabilities": odd]),
    .init(
      "availabilities", accepts: nil, rejects: [], with: ["availabilities": odd],
      besides: ["field.unset"]),
    .init(
      "availabilities", accepts: [], rejects: [], with: [:]
    )
    .loading(
      accepted: ["availabilities": [["date": "2027-01-04T00:00:00.000Z", "id": "a"]]],
      rejected: [
        "availabilities": [["date": "2027-01-04T00:00:00.000Z", "id": "a", "hours": "none"]]
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.deletionRefused) }

  private static let odd: JSONValue = [["date": "soon", "hours": [], "id": "a"]]

  private func problems(_ rows: JSONValue) -> [Problem.Severity] {
    var document = Calendars.document(Calendars.full(["availabilities": rows]))
    document.set("availabilities", to: [])
    return document.problems("availability.deletionRefused").map(\.severity)
  }

  /// Only what the update sends is flagged: a deletion goes out by its id.
  @Test func onlyWhatIsSent() {
    #expect(problems([["date": "soon", "hours": []]]) == [])
    #expect(problems([["date": "soon", "hours": [], "_id": "a"]]) == [.error])
    #expect(problems([["date": "2027-01-04", "hours": [], "id": "a"]]) == [.warning])
    #expect(problems([["date": "2027-01-04T00:00:00.000Z", "hours": [], "id": "a"]]) == [])
    #expect(problems([["hours": [], "id": "a"]]) == [.error])
  }

  /// The body has what the rule speaks of.
  @Test func theBodyCarriesIt() {
    var document = Calendars.document(Calendars.full(["availabilities": Self.odd]))
    #expect(document.problems("availability.deletionRefused") == [])
    document.set("availabilities", to: [])
    #expect(UpdateBody(document).json["availabilities[0].date"] == "soon")
    #expect(document.problems("availability.deletionRefused").map(\.path) == ["availabilities"])
    document.undo()
    #expect(document.problems("availability.deletionRefused") == [])
  }
}
