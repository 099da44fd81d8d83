import CalendarModel
import JSON
import TextUI

/// Finds fields by label, JSON key, help or value, and rows by what they are known by.
struct SearchDialog: ListDialog {
  static let keys = KeyTable.list(
    "search", "In the search", take: "Go there", taking: "Goes to the field or row")

  let title = "Search"
  let targets: [SearchIndex.Target]
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

  /// How many hits are in sight at least.
  private static let leastHits = 8

  /// Half of the room, and as high whatever is typed: each letter draws all hits in sight anew, of which
  /// hardly anybody looks at more than the first.
  func frame(in room: Rect) -> Rect {
    var frame = room
    // The hits have the text that is typed above them, and the frame around them.
    frame.rows = min(room.rows, max(Self.leastHits + 3, room.rows / 2))
    return frame
  }
}
