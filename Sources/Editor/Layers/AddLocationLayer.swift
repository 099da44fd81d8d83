import CalendarModel
import JSON
import TextUI

/// Chooses the kind of a new meeting location; Esc adds nothing.
struct AddLocationLayer: Layer {
  private let list: JSONPath
  private let index: Int
  private let kinds = LocationKind.allCases
  private var filter: FilterList

  init(_ list: JSONPath, at index: Int, in model: Model) {
    self.list = list
    self.index = index
    filter = FilterList(
      kinds.map { kind in
        let reason = kind.reasonUnsupported(in: model.document?.calendarType)
        return .init(
          kind.label, detail: reason ?? kind.meaning, keywords: kind.rawValue,
          isEnabled: reason == nil)
      }, matching: .prefixOfTitle)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Add"), KeyHint("type", "Narrow"), KeyHint("Esc", "Add none")]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = filter.selected else { return .stay() }
      model.addLocation(kinds[chosen], to: list, at: index)
      return .close()
    default: return filter.handle(key) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    filter.insert(text)
    return .stay()
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw(
      "Add location", filter, model, in: &grid,
      rect: room.centered(rows: min(room.rows, kinds.count + 3), columns: 76),
      notice: LocationKind.reasonUnknown(for: model.document?.calendarType))
  }
}

extension Model {
  /// Adds a location of a kind; where it has a place, its form is opened to type it.
  mutating func addLocation(_ kind: LocationKind, to list: JSONPath, at index: Int) {
    guard let place = insertRow(["kind": .text(kind.rawValue)], into: list, at: index),
      kind.place != .notApplicable
    else { return }
    open(row: place)
    if let line = layout.index(of: place.appending("location")) { focus(line: line) }
  }
}
