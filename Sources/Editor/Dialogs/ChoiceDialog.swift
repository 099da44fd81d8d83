import CalendarModel
import JSON
import TextUI

/// The list of a field's values, with null where it means something and "unset".
struct ChoiceDialog: ListDialog {
  static let keys = KeyTable.list(
    "choice", "In a list of values", take: "Choose", taking: "Gives the field this value")

  static let yesNo = [Choice(true, "yes"), Choice(false, "no")]

  private let path: JSONPath
  let title: String
  private let values: [JSONValue?]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, _ choices: [Choice], in editor: CalendarEditor) {
    self.path = path
    title = field.label
    let value = editor.document?[path]
    var values: [JSONValue?] = choices.map(\.value)
    var entries = choices.map { choice in
      let reason = Self.reasonUnsupported(choice, field, in: editor)
      return FilterList.Entry(
        choice.label, detail: reason ?? choice.meaning,
        keywords: choice.value.text ?? choice.value.printed(), isEnabled: reason == nil)
    }
    if !field.hasNullChoice {
      values.append(.null)
      entries.append(.init("null", detail: nullMeaning))
    }
    values.append(nil)
    entries.append(.init("unset", detail: unsetMeaning))
    self.values = values
    list = FilterList(
      entries, matching: .prefixOfTitle,
      selected: values.firstIndex { areEquivalent($0, value) } ?? 0)
  }

  /// Why the calendar's type does not support a kind of location; it can be chosen all the same.
  private static func reasonUnsupported(
    _ choice: Choice, _ field: Field, in editor: CalendarEditor
  ) -> String? {
    guard field === ObjectType.location.field(LocationKey.kind.rawValue) else { return nil }
    return LocationKind(reading: choice.value)?
      .reasonUnsupported(in: editor.document?.calendarType)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.closeStep, .edit(path, values[entry])] }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: list.entries.count + 3, columns: 76)
  }
}

/// What leaving a property out means to the service.
let unsetMeaning = "Not sent; the service keeps what it has."

/// What null means where it is not one of the documented values.
let nullMeaning = "Sent as null; whether that clears it is not documented."
