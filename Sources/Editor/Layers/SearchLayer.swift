import CalendarModel
import JSON
import TextUI

/// Finds fields by label, JSON key, help or value, and rows by what they are known by.
struct SearchLayer: ListLayer {
  private let targets: [JSONPath]
  var list: FilterList

  /// - Parameter typed: what is looked for already.
  init(_ model: Model, typed: String = "") {
    var index = SearchIndex()
    if let document = model.document { index.add(document) }
    targets = index.targets
    list = FilterList(index.entries, matching: .wordsAnywhere, query: typed)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Go there"), KeyHint("Up/Down", "Choose"), KeyHint("Esc", "Back")]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = list.selected else { return .stay() }
      model.goToEditor(of: targets[chosen])
      return .close()
    default: return list.handle(key, page: 10) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    list.insert(text)
    return .stay()
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw("Search", list, model, in: &grid, rect: frame(in: room), showsQuery: true)
  }
}
