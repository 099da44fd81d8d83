import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// A key that does nothing says so.
@Suite struct DeadKeyTests {
  /// Keys that work somewhere, and one that works nowhere.
  private static let pressed = ["Ctrl-S", "F8", "F2", "F12", "Alt-Z"]

  /// What somebody can see of a program.
  private func seen(_ model: TestApp) -> String {
    // The words of what was done have a place of their own.
    var model = model
    model.status = nil
    return model.screen
  }

  @Test(arguments: DialogCases.names) func inEveryDialog(name: String) throws {
    for key in Self.pressed + ["Enter", "\"y\""] {
      var model = try #require(DialogCases.model(name, rows: 24, columns: 80))
      model.scroll()
      let before = (seen(model), model.document?.revision, model.app.shown)
      let effects = model.press(key)
      let isSame = (seen(model), model.document?.revision, model.app.shown) == before
      guard isSame, effects.isEmpty else { continue }
      let text = try #require(model.status?.text, "\(key) in \(name)")
      #expect(text.count < 80 && text.hasSuffix("."), "\(text)")
      #expect(model.screen.contains(text.prefix(30)), "\(name): \(model.screen)")
    }
  }

  /// Enter on a line of any form does something, or says why it does not.
  @Test(arguments: Workspace.entries.indices) func enterOnEveryLine(entry: Int) throws {
    var model = makeModel()
    model.workspace.choose(entry: entry)
    model.enterForm()
    for line in 0..<model.layout.count where model.layout[line]?.isFocusable == true {
      var model = model
      model.focus(line: line)
      model.syncInput()
      model.scroll()
      let before = (seen(model), model.document?.revision)
      let effects = model.press("Enter")
      guard (seen(model), model.document?.revision) == before, effects.isEmpty else { continue }
      #expect(model.status != nil, "\(model.layout[line]?.id ?? "")")
    }
  }

  @Test(arguments: ["locationId", "id", "calendarType"]) func enterOnAReadOnlyField(key: String) {
    var model = makeModel()
    model.visit(JSONPath([.key(key)]))
    model.press("Enter")
    #expect(model.status?.text.contains("you cannot change it") == true, "\(model.screen)")
  }

  @Test func aQuestionSaysItsAnswers() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("\"5\" Ctrl-Q y")
    #expect(model.status?.text.hasPrefix("y is no answer here; press s") == true)
    #expect(model.screen.contains("y is no answer here"), "\(model.screen)")
  }

  @Test func aSearchThatFindsNothingSaysSo() {
    var model = makeModel()
    model.press("Ctrl-F \"qqqqq\" Enter")
    #expect(model.status?.text == "Nothing matches what is typed.")
    #expect(model.dialogs.last is SearchDialog)
  }
}
