import CalendarModel
import Testing
import TextUI

@testable import Editor

/// A prompt that answers while somebody types.
@Suite struct PromptTests {
  private func model() throws -> TestApp {
    var model = makeModel()
    let source = try #require(CalendarDate("2026-12-24"))
    model.dialogs.append(PromptDialog(.copies(of: source), in: model.calendar))
    return model
  }

  @Test func answersWithEveryKey() throws {
    var model = try model()
    #expect(model.screen.contains("Dates, as in 2026-12-24..31"))
    model.press("\"28\"")
    #expect(model.screen.contains("= Mon 2026-12-28"))
    model.press("x y")
    let lines = model.screen.split(separator: "\n").map(String.init)
    let carets = lines.first { $0.contains("^") }
    let typed = try #require(lines.first { $0.contains("28xy") })
    let start = try #require(typed.firstIndex(of: "2"))
    let place = try #require(carets?.firstIndex(of: "^"))
    #expect((start...typed.index(start, offsetBy: 4)).contains(place))
    #expect(model.screen.contains(model.symbols.error))
    #expect(model.dialogs.count == 1)
  }

  @Test func enterTakesOnlyWhatMeansSomething() throws {
    var model = try model()
    model.press("Enter")
    #expect(model.dialogs.count == 1)
    model.press("x y Enter")
    #expect(model.dialogs.count == 1 && model.status == nil)
    let effects = model.press("Ctrl-U \"12-28\" Enter")
    #expect(effects == [] && model.dialogs.isEmpty)
    #expect(model.status?.text == "Copied to Mon 2026-12-28.")
    #expect(model.document?.isModified == true)
  }

  @Test func escapeAsksNoMore() throws {
    var model = try model()
    model.press("4 Esc")
    #expect(model.dialogs.isEmpty && model.status == nil && model.document?.isModified == false)
  }
}
