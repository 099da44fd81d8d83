import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// What colours and places tell stands there in letters as well: two screens that differ in nothing but
/// one state differ in their text, without colours, without frames, in ASCII.
@Suite struct StateMarkTests {
  /// A state: two applications that show the same values, once with it and once without.
  struct Mark: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands in the rows that tell it; nil for any.
    var row: String?
    let with: @Sendable () -> TestApp
    let without: @Sendable () -> TestApp
    var testDescription: String { name }
  }

  private static func app(_ values: [String: JSONValue] = [:], at path: JSONPath) -> TestApp {
    var object = sampleCalendar.object ?? JSONObject()
    for (key, value) in values { object[key] = value }
    var model = makeModel(.object(object), rows: 40, columns: 120)
    model.visit(path)
    return model
  }

  private static func pressed(_ model: TestApp, _ keys: String) -> TestApp {
    var model = model
    model.press(keys)
    return model
  }

  private static func dialog(_ name: String, _ keys: String = "") -> TestApp {
    pressed(
      DialogCases.model(name, rows: 40, columns: 120) ?? app(at: "name"), keys)
  }

  static let marks: [Mark] = [
    // The same value, changed or loaded like that.
    Mark(
      name: "a field is changed", row: "Slot duration",
      with: { pressed(app(at: "slotDuration"), "Ctrl-U \"45\" Down") },
      without: { pressed(app(["slotDuration": 45], at: "slotDuration"), "Down") }),
    Mark(
      name: "a section is changed", row: "Slots and",
      with: { pressed(app(at: "slotDuration"), "Ctrl-U \"45\" Down F2") },
      without: { pressed(app(["slotDuration": 45], at: "slotDuration"), "Down F2") }),
    // The same text, wrong or right.
    Mark(
      name: "a field has an error",
      with: { pressed(app(at: "slotDuration"), "Ctrl-U \"abc\" Down") },
      without: { pressed(app(at: "slotDuration"), "Ctrl-U \"45\" Down") }),
    Mark(
      name: "a warning is no error", row: "abc",
      with: { pressed(app(at: "slotDuration"), "Ctrl-U \"abc\" Down") },
      without: { app(["slotDuration": "abc"], at: "slotInterval") }),
    Mark(
      name: "an entry is deleted",
      with: { pressed(app(at: "availabilities[0]"), "Ctrl-X") },
      without: { app(at: "availabilities[0]") }),
    // Places.
    Mark(
      name: "a line has the focus", row: "Slot duration",
      with: { app(at: "slotDuration") }, without: { app(at: "slotInterval") }),
    Mark(
      name: "a switch is on",
      with: { app(["autoConfirm": true], at: "autoConfirm") },
      without: { app(["autoConfirm": false], at: "autoConfirm") }),
    Mark(
      name: "a choice is selected",
      with: { dialog("ChoiceDialog") }, without: { dialog("ChoiceDialog", "Down") }),
    Mark(
      name: "several choices are marked",
      with: { dialog("ChoicesDialog") }, without: { dialog("ChoicesDialog", "Space") }),
    Mark(
      name: "a line of the review is selected",
      with: { pressed(app(at: "slotDuration"), "Ctrl-U \"45\" Down Ctrl-U \"50\" Ctrl-S") },
      without: {
        pressed(app(at: "slotDuration"), "Ctrl-U \"45\" Down Ctrl-U \"50\" Ctrl-S Down")
      }),
    Mark(
      name: "an answer is selected",
      with: { dialog("ConfirmDialog") }, without: { dialog("ConfirmDialog", "Down") }),
    Mark(
      name: "mine or theirs is chosen",
      with: { dialog("ConflictDialog", "m") }, without: { dialog("ConflictDialog", "t") }),
    Mark(
      name: "a setting is copied",
      with: { dialog("CopySettingsDialog") }, without: { dialog("CopySettingsDialog", "Space") }),
    Mark(
      name: "a calendar is marked",
      with: { dialog("CalendarListDialog") }, without: { dialog("CalendarListDialog", "Ins Up") }),
    Mark(
      name: "a calendar is taken out of a plan",
      with: { dialog("BatchPlanDialog") }, without: { dialog("BatchPlanDialog", "Space Up") }),
    Mark(
      name: "an action cannot be done", row: "Reset the field",
      with: { pressed(app(at: "name"), "Ctrl-P \"reset the field\"") },
      without: { pressed(app(at: "name"), "\"x\" Ctrl-P \"reset the field\"") }),
  ]

  /// The rows of the screen without its first and its last one, which count the changes.
  private func rows(_ model: TestApp, isASCII: Bool) -> [String] {
    model.plainGrid(boxes: false, isASCII: isASCII).text
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast(3).map(
        String.init)
  }

  @Test(arguments: marks, [true, false])
  func standsInTheText(mark: Mark, isASCII: Bool) {
    func told(_ model: TestApp) -> [String] {
      rows(model, isASCII: isASCII).filter { mark.row.map($0.contains) ?? true }
    }
    let (with, without) = (told(mark.with()), told(mark.without()))
    #expect(!with.isEmpty && !without.isEmpty)
    #expect(with != without, "\(with.joined(separator: "\n"))")
  }
}
