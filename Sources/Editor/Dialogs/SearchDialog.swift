import CalendarModel
import JSON
import TextUI

/// Finds fields by label, JSON key, help or value, and rows by what they are known by.
struct SearchDialog: ListDialog {
  static let keys = KeyTable.list(
    "search", "In the search", take: "Go there", taking: "Goes to the field or row")

  let title = "Search"
  private let targets: [SearchIndex.Target]
  var list: FilterList

  /// - Parameter typed: what is looked for already.
  init(_ editor: CalendarEditor, typed: String = "") {
    var index = SearchIndex()
    if let document = editor.document { index.add(document) }
    targets = index.targets
    list = FilterList(index.entries, matching: .fuzzy, query: typed)
  }

  func take(_ entry: Int) -> [DialogCommand] { [targets[entry].command] }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }
}
