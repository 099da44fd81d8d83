import CalendarModel
import JSON
import TextUI

/// The list of a field's values, with null where it means something and "unset".
struct ChoiceLayer: ListLayer {
  static let yesNo = [Choice(true, "yes"), Choice(false, "no")]

  private let path: JSONPath
  let title: String
  private let values: [JSONValue?]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, _ choices: [Choice], in model: Model) {
    self.path = path
    title = field.label
    let value = model.document?[path]
    var values: [JSONValue?] = choices.map(\.value)
    var entries = choices.map { choice in
      let reason = Self.reasonUnsupported(choice, field, in: model)
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
    _ choice: Choice, _ field: Field, in model: Model
  ) -> String? {
    guard field === ObjectType.location.field(LocationKey.kind.rawValue) else { return nil }
    return LocationKind(reading: choice.value)?
      .reasonUnsupported(in: model.document?.calendarType)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Choose"), KeyHint("Esc", "Back"), KeyHint("type", "Narrow")]
  }

  func take(_ entry: Int, _ model: inout Model) -> [Effect] {
    model.document?.close()
    model.edit(path, to: values[entry])
    return []
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: list.entries.count + 3, columns: 76)
  }
}

/// What leaving a property out means to the service.
let unsetMeaning = "Not sent; the service keeps what it has."

/// What null means where it is not one of the documented values.
let nullMeaning = "Sent as null; whether that clears it is not documented."
