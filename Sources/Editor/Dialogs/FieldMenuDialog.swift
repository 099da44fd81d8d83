import CalendarModel
import JSON
import TextUI

/// The values a field can be given without typing: its default, null, unset, what was loaded.
struct FieldMenuDialog: ListDialog {
  static let keys = KeyTable.list(
    "values", "In the values of a field", take: "Apply", taking: "Gives the field this value")

  private let path: JSONPath
  /// The number with its unit, where the line is about both.
  private let quantity: QuantityField?
  /// The unit that goes with each value.
  private var units: [JSONValue?] = []
  let title: String
  private let values: [JSONValue?]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, in editor: CalendarEditor) {
    self.path = path
    title = "Values of \(field.label)"
    let quantity = editor.quantityOfLine(path)
    self.quantity = quantity
    let loadedUnit = quantity.flatMap { editor.document?.loaded(JSONPath([.key($0.unit.key)])) }
    let loaded = editor.document?.loaded(path)
    var values: [JSONValue?] = []
    var units: [JSONValue?] = []
    var entries: [FilterList.Entry] = []
    func offer(_ value: JSONValue?, _ name: String, _ detail: String) {
      values.append(value)
      units.append(loadedUnit)
      entries.append(.init(name, detail: detail))
    }
    func words(_ value: JSONValue?, unit: JSONValue?) -> String {
      quantity?.wording(value, unit: unit) ?? Wording.value(value, of: field, in: editor.format)
    }
    offer(loaded, "loaded", words(loaded, unit: loadedUnit))
    if let value = field.defaultValue {
      // The documents give a default without its unit, which is the usual one.
      let unit = quantity.map { JSONValue.text($0.usualUnit.rawValue) } ?? loadedUnit
      offer(value, "default", words(value, unit: unit))
      units[units.count - 1] = unit
    }
    offer(nil, "unset", unsetMeaning)
    offer(
      .null, "null",
      field.hasNullChoice
        ? Wording.value(.null, of: field) : nullMeaning)
    if case .text = field.type { offer("", "empty", "A text without characters.") }
    if case .list = field.type { offer([], "none", "A list without rows.") }
    (self.values, self.units) = (values, units)
    list = FilterList(entries, matching: .prefixOfTitle)
  }

  func take(_ entry: Int) -> [DialogCommand] {
    guard let quantity else { return [.closeStep, .edit(path, values[entry])] }
    return [.closeStep, .give(quantity, values[entry], unit: units[entry])]
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: list.entries.count + 3, columns: 76)
  }
}
