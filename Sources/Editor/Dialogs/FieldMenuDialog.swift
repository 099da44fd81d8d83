import CalendarModel
import JSON
import TextUI

/// The values a field can be given without typing: its default, null, unset, what was loaded.
struct FieldMenuDialog: ListDialog {
  static let keys = KeyTable.list(
    "values", "In the values of a field", take: "Apply", taking: "Gives the field this value")

  private let path: JSONPath
  let title: String
  private let values: [JSONValue?]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, in editor: CalendarEditor) {
    self.path = path
    title = "Values of \(field.label)"
    var values: [JSONValue?] = []
    var entries: [FilterList.Entry] = []
    func offer(_ value: JSONValue?, _ name: String, _ detail: String) {
      values.append(value)
      entries.append(.init(name, detail: detail))
    }
    offer(
      editor.document?.loaded(path), "loaded",
      Wording.value(editor.document?.loaded(path), of: field, in: editor.format))
    if let value = field.defaultValue {
      offer(value, "default", Wording.value(value, of: field, in: editor.format))
    }
    offer(nil, "unset", unsetMeaning)
    offer(
      .null, "null",
      field.hasNullChoice
        ? Wording.value(.null, of: field) : nullMeaning)
    if case .text = field.type { offer("", "empty", "A text without characters.") }
    if case .list = field.type { offer([], "none", "A list without rows.") }
    self.values = values
    list = FilterList(entries, matching: .prefixOfTitle)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.closeStep, .edit(path, values[entry])] }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: list.entries.count + 3, columns: 76)
  }
}
