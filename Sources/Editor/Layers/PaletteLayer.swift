import TextUI

/// All actions, with their keys and, where one cannot be done now, the reason.
struct PaletteLayer: ListLayer {
  var list: FilterList

  init(_ model: Model) {
    list = FilterList(
      Actions.all.map { action in
        switch action.availability(model) {
        case .available: .init(action.title, detail: action.keyNames, keywords: action.id.rawValue)
        case .unavailable(let reason):
          .init(action.title, detail: reason, keywords: action.id.rawValue, isEnabled: false)
        }
      }, matching: .wordsAnywhere)
  }

  var hints: [KeyHint] { [KeyHint("Enter", "Do it"), KeyHint("Esc", "Back")] }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = list.selected else { return .stay() }
      return .close(model.perform(Actions.all[chosen].id))
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    ListPanel.draw("Actions", list, model, in: &grid, rect: frame(in: room), showsQuery: true)
  }
}
