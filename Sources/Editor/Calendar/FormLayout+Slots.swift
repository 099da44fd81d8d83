import CalendarModel
import JSON

extension FormLayout {
  /// Lengths of time, each on one line with its unit, and the limits.
  mutating func addSlots(_ document: CalendarDocument) {
    for field in CalendarSchema.fields(in: .slots) where !CalendarSchema.isUnit(field.key) {
      add(field, under: .root, document)
    }
  }

  /// The unit that stands on the line of a number; none where it has a line of its own.
  func hiddenUnit(of path: JSONPath) -> [JSONPath] {
    guard page == .section(.slots), path.count == 1,
      let unit = path.topKey.flatMap(CalendarSchema.field)?.unitKey
    else { return [] }
    return [JSONPath([.key(unit)])]
  }
}
