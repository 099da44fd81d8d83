import TextUI

/// The steps that can be undone, the newest first; Enter undoes all down to the chosen one.
struct UndoDialog: ListDialog {
  static let keys = KeyTable.list(
    "undo", "In the list of what can be undone", take: "Undo",
    taking: "Undoes this step and all above it")

  let title = "Undo down to which step? Newest first"
  var list: FilterList

  init(_ editor: CalendarEditor) {
    let steps = editor.document?.undoSteps.reversed() ?? []
    list = FilterList(
      steps.enumerated().map { index, step in
        .init(step.shownTitle, detail: index == 0 ? "the last step" : "\(index + 1) steps back")
      }, matching: .wordsAnywhere)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.undo(steps: entry + 1)] }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, list.entries.count + 4), columns: 76)
  }
}
