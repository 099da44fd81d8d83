import CalendarModel
import TextUI

/// Lets somebody say of what type a calendar is that does not say it itself.
struct TypeLayer: ListLayer {
  private static let types: [CalendarType?] = CalendarType.allCases + [nil]
  var list: FilterList

  init(_ model: Model) {
    let entries = Self.types.map { type in
      type.map { FilterList.Entry($0.label, keywords: $0.rawValue) }
        ?? .init("not known", detail: "Rules that depend on the type are not checked.")
    }
    list = FilterList(
      entries, matching: .prefixOfTitle,
      selected: Self.types.firstIndex(of: model.document?.statedType) ?? 0)
  }

  var hints: [KeyHint] { [KeyHint("Enter", "Choose"), KeyHint("Esc", "Back")] }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = list.selected else { return .stay() }
      model.document?.stateType(Self.types[chosen])
      model.say("The rules are checked for this type; it is never sent.")
      return .close()
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: Self.types.count + 3, columns: 76)
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw(
      "Type of this calendar, for checking only", list, model, in: &grid, rect: frame(in: room))
  }
}
