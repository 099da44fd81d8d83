import TextUI

/// All actions, with their keys and, where one cannot be done now, the reason.
struct PaletteDialog: ListDialog {
  static let keys = KeyTable.list(
    "palette", "In the list of actions", take: "Run", taking: "Runs the action")

  let title = "Actions"
  var list: FilterList

  init(_ editor: CalendarEditor) {
    list = FilterList(
      Actions.all.map { action in
        switch action.availability(editor) {
        case .available:
          .init(
            action.title, detail: editor.keymap.names(of: action), keywords: action.id.rawValue)
        case .unavailable(let reason):
          .init(action.title, detail: reason, keywords: action.id.rawValue, isEnabled: false)
        }
      }, matching: .fuzzy)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.perform(Actions.all[entry].id)] }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }
}
