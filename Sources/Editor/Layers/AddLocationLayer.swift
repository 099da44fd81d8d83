import CalendarModel
import JSON
import TextUI

/// Chooses the kind of a new meeting location; Esc adds nothing.
struct AddLocationLayer: ListLayer {
  private let rows: JSONPath
  private let index: Int
  private let kinds = LocationKind.allCases
  var list: FilterList

  init(_ rows: JSONPath, at index: Int, in model: Model) {
    self.rows = rows
    self.index = index
    list = FilterList(
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
      guard let chosen = list.selected else { return .stay() }
      model.addLocation(kinds[chosen], to: rows, at: index)
      return .close()
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    list.insert(text)
    return .stay()
  }

  func notice(_ model: Model) -> String? {
    LocationKind.reasonUnknown(for: model.document?.calendarType)
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, kinds.count + 3), columns: 76)
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw(
      "Add location", list, model, in: &grid, rect: frame(in: room), notice: notice(model))
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
