import CalendarModel
import JSON
import Testing

@testable import Editor

/// A number typed together with its unit.
@Suite struct QuantityTypingTests {
  static let cases: [(typed: String, body: JSONValue)] = [
    ("1.5 h", ["slotDuration": 1.5, "slotDurationUnit": "hours"]),
    ("45 min", ["slotDuration": 45]), ("2h", ["slotDuration": 2, "slotDurationUnit": "hours"]),
    ("45", ["slotDuration": 45]),
  ]

  @Test(arguments: cases)
  func unitsAreTakenWithTheNumber(typed: String, body: JSONValue) {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U \"\(typed)\"")
    #expect(model.body == body)
    #expect(model.screen.contains(typed), "what was typed stays in sight while it is typed")
    #expect(model.document?.undoSteps.count == 1)
    model.press("Ctrl-Z")
    #expect(model.document?.isModified == false)
  }

  @Test func takingTheUnitAwayTakesItBack() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U \"2 h\" Backspace Backspace")
    #expect(model.body == ["slotDuration": 2])
  }

  @Test func aUnitThatTheFieldDoesNotTakeIsConverted() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U \"3 weeks\"")
    #expect(model.screen.contains("A slot of 30240 minutes is longer than every open"))
    model.press("x")
    #expect(model.screen.contains("\"3 weeksx\" is not a number."))
  }

  /// Minutes of notice can be typed and chosen where the version of the calls takes them.
  @Test(arguments: APIVersion.allCases) func noticeInMinutes(_ version: APIVersion) {
    var model = makeModel(version: version)
    model.visit("allowBookingAfter")
    model.press("Ctrl-U \"45 min\"")
    let isTaken = version == .v3
    let notice: [String: JSONValue] = ["allowBookingAfter": isTaken ? 45 : 0.75]
    let unit: JSONValue = isTaken ? "mins" : "hours"
    #expect(model.body[key: "allowBookingAfter"] == notice["allowBookingAfter"])
    #expect(model.body[key: "allowBookingAfterUnit"] == unit)
    #expect(model.document?.validation.counts.errors == 0)
    model.press("Alt-U")
    let offered = (model.dialogs.last as? ChoiceDialog)?.list.entries.map(\.title)
    #expect(
      offered == (isTaken ? ["minutes"] : []) + [
        "hours", "days", "weeks", "months", "null", "unset",
      ])
  }
}
