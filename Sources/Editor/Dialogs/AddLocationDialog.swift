import CalendarModel
import JSON
import TextUI

/// Chooses the kind of a new meeting location; Esc adds nothing.
struct AddLocationDialog: ListDialog {
  static let keys = KeyTable.list(
    "addLocation", "Adding a location", take: "Add", taking: "Adds a location of this kind",
    leave: "Back", leaving: "Goes back without adding a location")

  let title = "Add location"
  private let rows: JSONPath
  private let index: Int
  private let kinds = LocationKind.allCases
  var list: FilterList

  init(_ rows: JSONPath, at index: Int, in editor: CalendarEditor) {
    self.rows = rows
    self.index = index
    list = FilterList(
      kinds.map { kind in
        let reason = kind.reasonUnsupported(in: editor.document?.calendarType)
        return .init(
          kind.label, detail: reason ?? kind.meaning, keywords: kind.rawValue,
          isEnabled: reason == nil)
      }, matching: .prefixOfTitle)
  }

  func take(_ entry: Int) -> [DialogCommand] {
    [.addLocation(kinds[entry], to: rows, at: index)]
  }

  func notice(_ editor: CalendarEditor) -> String? {
    LocationKind.reasonUnknown(for: editor.document?.calendarType)
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, kinds.count + 3), columns: 76)
  }
}

extension CalendarEditor {
  /// Adds a location of a kind; where it has a place, its form is opened to type it.
  mutating func addLocation(_ kind: LocationKind, to list: JSONPath, at index: Int) {
    let row = ObjectType.location.newRow(choosing: kind.json)
    guard let place = insertRow(row, into: list, at: index),
      kind.place != .notApplicable
    else { return }
    open(row: place)
    if let line = layout.index(of: place.appending(LocationKey.location)) { focus(line: line) }
  }
}
