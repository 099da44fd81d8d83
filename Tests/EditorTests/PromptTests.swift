import Testing
import TextUI

@testable import Editor

/// A prompt that answers while somebody types.
@Suite struct PromptTests {
  private func model() -> TestApp {
    var model = makeModel()
    model.dialogs.append(
      PromptDialog(
        "Say a number", verb: "Take",
        read: { text, _ in
          if text.isEmpty { return .nothing(hint: "One, two, or three.") }
          if let number = Int(text) { return .means("the number \(number)") }
          return .problem("This is no number.", at: 1..<text.count)
        },
        take: { text, model in
          model.say("took \(text)")
          return [.repaint]
        }))
    return model
  }

  @Test func answersWithEveryKey() {
    var model = model()
    #expect(model.screen.contains("One, two, or three."))
    model.press("4")
    #expect(model.screen.contains("= the number 4"))
    model.press("x y")
    let lines = model.screen.split(separator: "\n").map(String.init)
    let carets = lines.first { $0.contains("^") }
    let typed = lines.first { $0.contains("4xy") }
    #expect(carets?.firstIndex(of: "^") == typed.map { $0.index(after: $0.firstIndex(of: "4")!) })
    #expect(model.screen.contains("This is no number."))
    #expect(model.dialogs.count == 1)
  }

  @Test func enterTakesOnlyWhatMeansSomething() {
    var model = model()
    model.press("Enter")
    #expect(model.dialogs.count == 1)
    model.press("x y Enter")
    #expect(model.dialogs.count == 1 && model.status == nil)
    let effects = model.press("Ctrl-U 4 2 Enter")
    #expect(effects == [.repaint] && model.dialogs.isEmpty && model.status?.text == "took 42")
  }

  @Test func escapeAsksNoMore() {
    var model = model()
    model.press("4 Esc")
    #expect(model.dialogs.isEmpty && model.status == nil)
  }
}
