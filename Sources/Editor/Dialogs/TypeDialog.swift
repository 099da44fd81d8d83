import CalendarModel
import TextUI

/// Lets somebody say of what type a calendar is that does not say it itself.
struct TypeDialog: ListDialog {
  static let keys = KeyTable.list(
    "type", "Choosing the type of a calendar", take: "Choose",
    taking: "Checks the rules for this type; it is never sent")

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

  func take(_ entry: Int) -> [DialogCommand] { [.stateType(Self.types[entry])] }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: Self.types.count + 3, columns: 76)
  }
}
