import CalendarModel
import JSON
import TextUI

/// Finds a field by its label, its JSON key or its help.
struct SearchLayer: Layer {
  private static let targets = CalendarSchema.flat.map(\.keys)
  private static let entries: [FilterList.Entry] = CalendarSchema.flat.map { keys, field in
    var path = JSONPath.root
    let labels = keys.map { key in
      path = path.appending(key)
      return CalendarSchema.field(at: path)?.label ?? key
    }
    return FilterList.Entry(
      labels.joined(separator: " › "), detail: keys.joined(separator: "."), keywords: field.help)
  }

  private var list: FilterList

  /// - Parameter typed: what is looked for already.
  init(typed: String = "") {
    list = FilterList(Self.entries, matching: .wordsAnywhere, query: typed)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Go there"), KeyHint("Up/Down", "Choose"), KeyHint("Esc", "Back")]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = list.selected else { return .stay() }
      model.goToEditor(of: Self.path(of: Self.targets[chosen], in: model))
      return .close()
    default: return list.handle(key, page: 10) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    list.insert(text)
    return .stay()
  }

  /// The place of a field; of a field of rows, in the first row.
  private static func path(of keys: [String], in model: Model) -> JSONPath {
    var path = JSONPath.root
    for key in keys {
      path = path.appending(key)
      guard key != keys.last || keys.count == 1, CalendarSchema.field(at: path)?.isList == true,
        keys.count > 1
      else { continue }
      guard model.document?[path]?.array?.isEmpty == false else { return path }
      path = path.appending(0)
    }
    return path
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw("Search", list, model, in: &grid, rect: room, showsQuery: true)
  }
}
