import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The stack of dialogs: one of each kind, and nothing is put back by a guess.
@Suite struct DialogStackTests {
  @Test(arguments: [
    "Ctrl-C Ctrl-C Ctrl-C", "Ctrl-Q Ctrl-C", "Ctrl-Q F1 Ctrl-Q", "Ctrl-Q F1 Esc Ctrl-Q",
  ])
  func oneQuestionIsAskedOnce(keys: String) {
    var model = makeModel()
    model.visit("name")
    model.press("\"!\" \(keys)")
    #expect(model.dialogs.filter { $0 is ConfirmDialog }.count == 1)
    #expect(model.dialogs.last is ConfirmDialog)
    let effects = model.press("q")
    #expect(effects == [.quit(status: 0, keepsDraft: false)])
  }

  /// Whatever keys are pressed, no kind is open twice, and as many Esc as dialogs lead out.
  @Test(arguments: DialogCases.names)
  func noKindIsOpenTwice(name: String) throws {
    let actions = Actions.all.flatMap(\.keys).filter { $0.typed == nil }
    let start = try #require(DialogCases.model(name, rows: 24, columns: 80))
    for first in actions {
      var model = start
      for key in [first, .function(1), first, .control("c"), .function(1), .control("q"), first] {
        _ = model.update(.terminal(.key(key)))
        let kinds = model.dialogs.map(\.kind)
        #expect(kinds.count == Set(kinds).count, "\(name), \(key): \(kinds)")
      }
    }
  }

  @Test func aDialogBeforeTheFirstLoadIsClicked() throws {
    var model = TestApp(
      source: Source(.service(calendarID: "c", origin: "example.com")),
      size: Size(rows: 24, columns: 80), mouse: true, today: today)
    _ = model.begin()
    model.dialogs.append(
      ConfirmDialog(
        "Quit?", lines: ["Nothing is loaded."],
        answers: [
          .init(key: "k", text: "Keep on", action: nil),
          .init(key: "q", text: "Quit", action: .quit),
        ]))
    _ = model.update(.loaded(1, .failure(.unreadable(nil))))
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("q Quit") })
    let click = MouseEvent(kind: .press, position: Position(row: row, column: 40))
    #expect(model.update(.terminal(.mouse(click))).isEmpty)
    #expect(model.update(.terminal(.mouse(click))) == [.quit(status: 0, keepsDraft: false)])
  }

  @Test func aDialogThatIsClosedStaysClosed() {
    var stack = DialogStack()
    stack.append(TextDialog("a", []))
    let first = stack.top?.id
    stack.append(TextDialog("b", []))
    stack.append(TextDialog("a", [TextDialog.Line(text: "new")]))
    #expect(stack.map(\.kind) == [TextDialog("b", []).kind, TextDialog("a", []).kind])
    if let first {
      #expect(stack[first] == nil)
      stack.close(first)
    }
    #expect(stack.map(\.kind) == [TextDialog("b", []).kind, TextDialog("a", []).kind])
    stack.removeAll()
    stack.append(TextDialog("c", []))
    #expect(stack.top?.id != first, "an identity is never given again")
  }

  /// Answers are read whole, however narrow the screen is.
  @Test func noAnswerIsCut() {
    let text = "Send it back, and send whole calendars to this account from now on"
    var model = makeModel(rows: 12, columns: 40)
    model.dialogs.append(
      ConfirmDialog("Lost", lines: ["Why"], answers: [.init(key: "b", text: text, action: nil)]))
    let shown = model.screen.replacing(/[│›\n]/, with: " ").split(separator: " ")
      .joined(separator: " ")
    #expect(shown.contains(text))
  }
}
