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

  /// A number and its unit stand on one line: what its keys do is done to both.
  @Test func theLineIsLoadedAndUnsetWhole() {
    func model(_ keys: String) -> TestApp {
      var model = makeModel()
      model.visit("slotDuration")
      model.press("Ctrl-U \"1.5 h\"")
      model.press(keys)
      return model
    }
    let loaded = model("Ctrl-O \"loaded\" Enter")
    #expect(loaded.document?.isModified == false)
    #expect(loaded.document?.undoSteps.count == 2)
    let unset = model("Ctrl-X")
    #expect(unset.document?.current[.slotDuration] == nil)
    #expect(unset.document?.validation.modifiedKeys == ["slotDuration"])
    let same = model("Ctrl-O \"unset\" Enter")
    #expect(same.document?.current == unset.document?.current)
    let standard = model("Ctrl-O \"default\" Enter")
    #expect(standard.document?.current[.slotDuration] == 30)
    #expect(standard.document?.current[.slotDurationUnit] == "mins")
    // One undo takes back both.
    var undone = model("Ctrl-X")
    undone.press("Ctrl-Z")
    #expect(undone.body == ["slotDuration": 1.5, "slotDurationUnit": "hours"])
    // The list says what it gives.
    #expect(model("Ctrl-O").screen.contains("30 min"))
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
