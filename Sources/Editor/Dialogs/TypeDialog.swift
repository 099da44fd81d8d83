import CalendarModel
import TextUI

/// Lets somebody say of what type a calendar is that does not say it itself.
struct TypeDialog: ListDialog {
  let title = "Type of this calendar, for checking only"
  private static let types: [CalendarType?] = CalendarType.allCases + [nil]
  var list: FilterList

  init(_ editor: CalendarEditor) {
    let entries = Self.types.map { type in
      type.map { FilterList.Entry($0.label, keywords: $0.rawValue) }
        ?? .init("not known", detail: "Rules that depend on the type are not checked.")
    }
    list = FilterList(
      entries, matching: .prefixOfTitle,
      selected: Self.types.firstIndex(of: editor.document?.statedType) ?? 0)
  }

  var hints: [KeyHint] { [KeyHint("Enter", "Choose"), KeyHint("Esc", "Back")] }

  func take(_ entry: Int, _ editor: inout CalendarEditor) -> [Effect] {
    editor.document?.stateType(Self.types[entry])
    editor.say("The rules are checked for this type; it is never sent.")
    return []
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: Self.types.count + 3, columns: 76)
  }
}
