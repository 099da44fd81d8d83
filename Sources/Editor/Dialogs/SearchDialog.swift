import CalendarModel
import JSON
import TextUI

/// Finds fields by label, JSON key, help or value, and rows by what they are known by.
struct SearchDialog: ListDialog {
  let title = "Search"
  private let targets: [JSONPath]
  var list: FilterList

  /// - Parameter typed: what is looked for already.
  init(_ editor: CalendarEditor, typed: String = "") {
    var index = SearchIndex()
    if let document = editor.document { index.add(document) }
    targets = index.targets
    list = FilterList(index.entries, matching: .wordsAnywhere, query: typed)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Go there"), KeyHint("Up/Down", "Choose"), KeyHint("Esc", "Back")]
  }

  func take(_ entry: Int, _ editor: inout CalendarEditor) -> [Effect] {
    editor.jump { $0.goToEditor(of: targets[entry]) }
    return []
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }
}
