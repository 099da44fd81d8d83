import JSON

/// One thing that a person changed, in a sentence, as the review and the list of drafts say it.
package struct ReviewLine: Sendable {
  /// "Slot duration: 30 min → 45 min", "+ Team members › Ana Silva"; not sanitised.
  package let text: String
  /// Where it is edited.
  package let path: JSONPath

  let kind: Kind

  /// What it is made of, for taking it back.
  enum Kind: Sendable {
    /// Differences of one kind.
    case differences([Difference])
    /// The hours of days of the week.
    case days([Int])
    /// A number and its unit, one of which or both have changed.
    case quantity(QuantityField)
  }

  /// The section of the form that it belongs to.
  package var section: Section? { path.topKey.flatMap(CalendarSchema.section(of:)) }

  /// Every change, section by section; the hours of the week by day, a number with its unit, dates
  /// with the same change together, a new primary member with the former one.
  package static func all(of document: CalendarDocument) -> [ReviewLine] {
    let differences = Difference.all(of: document)
    let byKey = Dictionary(grouping: differences, by: \.key)
    var changes: [ReviewLine] = []
    var said: Set<String> = []
    for key in differences.map(\.key) where said.insert(key).inserted {
      let own = byKey[key] ?? []
      if let quantity = QuantityField.with(key), let change = Self.quantity(quantity, in: document)
      {
        said.formUnion([quantity.number.key, quantity.unit.key])
        changes.append(change)
      } else {
        changes += all(own, of: key, in: document)
      }
    }
    return changes
  }

  private static func all(
    _ differences: [Difference], of key: String, in document: CalendarDocument
  ) -> [ReviewLine] {
    var rest = differences
    var changes: [ReviewLine] = []
    switch key {
    case WeekHours.path.topKey:
      changes = WeekDifference.all(of: document).map {
        ReviewLine(text: $0.text, path: WeekHours.path, kind: .days($0.days))
      }
      if !changes.isEmpty { rest = [] }
    case DateIndex.path.topKey:
      rest = []
      let list = document.place(DateIndex.path)
      changes = DateDifference.all(differences, in: document, rest: &rest).map {
        ReviewLine(text: $0.text(in: list), path: $0.path, kind: .differences($0.differences))
      }
    default:
      if CalendarSchema.field(key)?.objectType?.primaryMark != nil,
        let change = PrimaryDifference(differences, in: document, rest: &rest)
      {
        changes = [
          ReviewLine(
            text: change.text, path: change.path, kind: .differences(change.differences))
        ]
      }
    }
    return changes
      + rest.map {
        ReviewLine(text: text(of: $0, in: document), path: $0.path, kind: .differences([$0]))
      }
  }

  /// A number with its unit; nil where the words for both are what they were.
  private static func quantity(
    _ quantity: QuantityField, in document: CalendarDocument
  ) -> ReviewLine? {
    let (old, new) = (quantity.wording(in: document.base), quantity.wording(in: document.current))
    guard old != new else { return nil }
    return ReviewLine(
      text: "\(quantity.number.label): \(old) → \(new)",
      path: JSONPath([.key(quantity.number.key)]), kind: .quantity(quantity))
  }

  // MARK: Words

  private static func text(of difference: Difference, in document: CalendarDocument) -> String {
    let place = document.place(difference.path)
    let field = CalendarSchema.field(at: difference.path)
    switch difference.kind {
    case .changed(let old, let new):
      let words =
        Wording.longTexts(old, new) ?? MergeWording(names: document.names).pair(old, new, field)
      return "\(place): \(words.old) → \(words.new)"
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
    return RowSummary.name(of: row, type, names: document.names)
      + (type.isPrimary(row) ? ", primary" : "")
  }

  private static func caveat(of row: JSONValue, _ field: Field?) -> String {
    guard let type = field?.objectType, type.id != nil, type.serviceID(of: row) == nil else {
      return ""
    }
    return HoursWording.mayStay
  }
}
