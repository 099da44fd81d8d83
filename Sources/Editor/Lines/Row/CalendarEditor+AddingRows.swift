import CalendarModel
import JSON

extension CalendarEditor {
  /// Adds a row: asks who or of which kind where that makes the row, and opens every other.
  mutating func addRow(_ type: ObjectType, to list: JSONPath, at index: Int?) {
    let index = index ?? document?[list]?.array?.count ?? 0
    switch type.firstChoice {
    case .user: dialogs.append(AddMemberDialog(list, at: index, in: self))
    case .locationKind: dialogs.append(AddLocationDialog(list, at: index, in: self))
    case nil:
      guard let row = insertRow(type.template, into: list, at: index) else { return }
      open(row: row)
      status = nil
    }
  }
}
