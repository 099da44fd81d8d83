import TextUI

/// All actions, with their keys and, where one cannot be done now, the reason.
struct PaletteDialog: ListDialog {
  static let keys = KeyTable.list(
    "palette", "In the list of actions", take: "Run", taking: "Runs the action")

  let title = "Actions"
  var list: FilterList
  /// The keys of each action, or why it cannot be done, where there is no room for them beside the
  /// names; empty where they stand there.
  private let details: [String]

  init(_ editor: CalendarEditor) {
    let isNarrow = editor.size.columns < 64 && !editor.display.isSpoken
    let entries = Actions.all.map { action in
      let (detail, isEnabled): (String, Bool) =
        switch action.availability(editor) {
        case .available: (editor.keymap.names(of: action), true)
        case .unavailable(let reason): (reason, false)
        }
      return (action, detail, isEnabled)
    }
    details = isNarrow ? entries.map(\.1) : []
    list = FilterList(
      entries.map { action, detail, isEnabled in
        .init(
          action.title, detail: isNarrow ? "" : detail, keywords: action.id.rawValue,
          isEnabled: isEnabled)
      }, matching: .fuzzy)
  }

  func footnote(_ editor: CalendarEditor) -> String? {
    guard !details.isEmpty else { return nil }
    return list.selected.map { details[$0] } ?? ""
  }

  func take(_ entry: Int) -> [DialogCommand] { [.perform(Actions.all[entry].id)] }

  /// What can be done now; the others are said where words are looked for.
  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    guard list.query.isEmpty else {
      return DialogSpeech(
        title, [.text("Narrowed by \(list.query.text.inQuotes).")] + choices, typing: .narrows)
    }
    let possible = zip(list.matches, choices).filter { list.entries[$0.0].isEnabled }.map(\.1)
    let others = list.matches.count - possible.count
    return DialogSpeech(
      title,
      [
        .text(
          "\(possible.count) can be done now. Words find the \(others) others, and why they cannot "
            + "be done.")
      ] + possible, typing: .narrows)
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect { room }
}
