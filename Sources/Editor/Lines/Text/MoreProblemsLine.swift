/// How many problems are not listed, and what leads to them.
struct MoreProblemsLine: Line {
  let count: Int

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    TextLine.note(words(editor)).view(editor, width: width)
  }

  func words(_ editor: CalendarEditor) -> String {
    "and \(count) more; \(editor.keymap.word(of: .nextProblem)) goes from one to the next."
  }

  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}
