import JSON

/// One change of a calendar in words, as the review and the list of drafts tell it.
package struct DocumentChange: Sendable {
  /// "Slot duration: 30 → 45 minutes", "+ Team members › Ana Silva"; not sanitised.
  package let text: String
  /// Where it is edited.
  package let path: JSONPath

  let kind: Kind

  /// What it is made of, for taking it back.
  enum Kind: Sendable {
    case difference(Difference)
    /// The hours of days of the week.
    case days([Int])
    /// A number and its unit, one of which or both have changed.
    case quantity(QuantityField)
  }

  /// The section of the form that it belongs to.
  package var section: Section? { path.topKey.flatMap(CalendarSchema.section(of:)) }

  /// Every change, section by section; the hours of the week by day, a number with its unit.
  package static func all(of document: CalendarDocument) -> [DocumentChange] {
    let week = WeekChange.all(of: document)
    var isWeekTold = false
    let units = QuantityField.all.filter { quantity in
      !quantity.isUnitFixed
        && document.validation.modifiedKeys.contains(quantity.unit.key)
        && [document.base, document.current].allSatisfy { quantity.quantity(in: $0) != nil }
    }
    return Difference.all(of: document).flatMap { difference -> [DocumentChange] in
      if difference.key == WeekHours.path.topKey, !week.isEmpty {
        defer { isWeekTold = true }
        return isWeekTold
          ? []
          : week.map { DocumentChange(text: $0.text, path: WeekHours.path, kind: .days($0.days)) }
      }
      if let quantity = units.first(where: {
        difference.key == $0.number.key || difference.key == $0.unit.key
      }) {
        let isNumberChanged = document.validation.modifiedKeys.contains(quantity.number.key)
        if difference.key == quantity.unit.key, isNumberChanged { return [] }
        return [
          DocumentChange(
            text: text(of: quantity, in: document), path: difference.path,
            kind: .quantity(quantity))
        ]
      }
      return [
        DocumentChange(
          text: text(of: difference, in: document), path: difference.path,
          kind: .difference(difference))
      ]
    }
  }

  private static func text(of quantity: QuantityField, in document: CalendarDocument) -> String {
    "\(quantity.number.label): \(quantity.wording(in: document.base)) → "
      + quantity.wording(in: document.current)
  }

  private static func text(of difference: Difference, in document: CalendarDocument) -> String {
    let place = document.place(difference.path)
    let field = CalendarSchema.field(at: difference.path)
    switch difference.kind {
    case .changed(.string(let old)?, .string(let new)?) where old.value.count > 36:
      let (before, after) = Wording.snippets(old.value, new.value)
      return "\(place): \(before) → \(after)"
    case .changed(let old, let new):
      return "\(place): \(document.words(old, of: field)) → \(document.words(new, of: field))"
    case .added(let row):
      return "+ \(document.place(list(difference.path))) › \(name(row, field, document))"
    case .removed(let row, _):
      return "- \(document.place(list(difference.path))) › \(name(row, field, document))"
        + caveat(of: row, field)
    case .moved(let from, let to, _): return "\(place): moved from \(from + 1) to \(to + 1)"
    }
  }

  /// The list that a row stands in.
  private static func list(_ path: JSONPath) -> JSONPath {
    if case .index? = path.last { path.parent } else { path }
  }

  private static func name(
    _ row: JSONValue, _ field: Field?, _ document: CalendarDocument
  ) -> String {
    guard let type = field?.objectType else { return Wording.value(row) }
    let isPrimary = type.kind == .teamMember && row[key: "isPrimary"] == true
    return document.summary(row, type.kind) + (isPrimary ? ", primary" : "")
  }

  /// What is not sure about taking a row away.
  private static func caveat(of row: JSONValue, _ field: Field?) -> String {
    guard field?.objectType?.kind == .availability, row.serviceID == nil else { return "" }
    return " (it came without an id: it is left out of the list, and the service may keep it)"
  }
}
