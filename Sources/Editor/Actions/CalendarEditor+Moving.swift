import CalendarModel
import JSON

/// Moves that are actions of their own.
extension CalendarEditor {
  mutating func stepSection(by step: Int) {
    let count = Workspace.entries.count
    let wasInList = workspace.isInList
    workspace.choose(entry: (workspace.entry + step + count) % count)
    if !wasInList { enterForm() }
  }

  /// Changes the row with the focus and goes to the row whose number the change returns.
  mutating func changeRow(
    _ body: (inout CalendarDocument, (list: JSONPath, index: Int)) -> Int
  ) {
    guard let row = focusedItem?.row else { return }
    var target = row.index
    change(row.list) { target = body(&$0, row) }
    let count = document?[row.list]?.array?.count ?? 0
    if count > 0, let line = layout.index(of: row.list.appending(min(target, count - 1))) {
      focus(line: line)
    }
  }

  mutating func moveRow(by step: Int) {
    guard let row = focusedItem?.row else { return }
    let target = row.index + step
    guard document?[row.list.appending(target)] != nil else {
      say(step < 0 ? "This is the first row." : "This is the last row.")
      return
    }
    changeRow { document, row in
      document.moveRow(row.index, of: row.list, to: target)
      return target
    }
  }
}

extension Field {
  var isList: Bool { if case .list = type { true } else { false } }
}
