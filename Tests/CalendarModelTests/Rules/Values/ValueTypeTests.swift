import JSON
import Testing

@testable import CalendarModel

@Suite("value.type")
struct ValueTypeTests {
  static let cases: [RuleCase] = [
    .init("slotDuration", accepts: 30, rejects: "30"),
    .init("name", accepts: "5", rejects: 5),
    .init("isActive", accepts: false, rejects: "false"),
    .init("recurring", accepts: [:], rejects: []),
    .init(
      "teamMembers", at: "teamMembers[1]", accepts: [["userId": "u1"]],
      rejects: [["userId": "u1"], "u2"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueType) }

  @Test(
    arguments: [
      ("slotDuration", "abc", "\"abc\" is not a number."),
      ("slotDuration", "", "This must be a number, but it is an empty text."),
      ("slotDuration", "45", "\"45\" is a text; enter it again to make it a number."),
      ("slotDuration", true, "This must be a number, but it is true or false."),
      ("name", 5, "This must be a text, but it is a number."),
      ("isActive", "yes", "This must be yes or no, but it is a text."),
      ("teamMembers", [:], "This must be a list, but it is an object."),
      ("teamMembers", ["u1"], "Each team member must be an object, but this one is a text."),
      ("lookBusyConfig", 5, "This must be an object, but it is a number."),
    ] as [(JSONPath, JSONValue, String)])
  func saysWhatIsWrong(_ path: JSONPath, _ value: JSONValue, _ message: String) {
    var document = Calendars.document()
    document.set(path, to: value)
    #expect(document.problems("value.type").map(\.message) == [message])
  }

  /// The preview takes it for a number, so the other rules judge that number.
  @Test func aNumberThatCameAsATextIsJudgedAsOne() {
    func rules(_ percentage: JSONValue) -> [String] {
      let config: JSONValue = ["enabled": true, "LookBusyPercentage": percentage]
      let document = Calendars.document(Calendars.full(["lookBusyConfig": config]))
      return document.validation.problems(under: "lookBusyConfig").map(\.rule)
    }
    #expect(rules("0") == ["value.type"])
    #expect(rules(" 100 ") == ["value.type"])
    #expect(rules("101") == ["value.type", "value.sensible"])
    #expect(rules("1e400") == ["value.type", "value.finite"])
    #expect(rules("many") == ["value.type"])
  }
}
