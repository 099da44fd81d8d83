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

  /// Whether two lines tell the same, whoever reads them.
  func isSame(as other: ReviewLine) -> Bool {
    guard path == other.path else { return false }
    return switch (kind, other.kind) {
    case (.differences(let mine), .differences(let others)): mine == others
    case (.days(let mine), .days(let others)): Set(mine) == Set(others)
    case (.quantity, .quantity): true
    default: false
    }
  }

  /// The section of the form that it belongs to.
  package var section: Section? { path.topKey.flatMap(CalendarSchema.section(of:)) }

  /// Every change, section by section; the hours of the week by day, a number with its unit, dates
  /// with the same change together, a new primary member with the former one.
  ///
  /// - Parameter format: how times and weeks are said; as the document says them when nil.
  package static func all(
    of document: CalendarDocument, in format: LocalFormat? = nil
  ) -> [ReviewLine] {
    let format = format ?? document.format
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
        changes += all(own, of: key, in: document, format)
      }
    }
    return changes
  }

  private static func all(
    _ differences: [Difference], of key: String, in document: CalendarDocument,
    _ format: LocalFormat
  ) -> [ReviewLine] {
    var rest = differences
    var changes: [ReviewLine] = []
    switch key {
    case WeekHours.path.topKey:
      changes = WeekDifference.all(of: document, in: format).map {
        ReviewLine(text: $0.text, path: WeekHours.path, kind: .days($0.days))
      }
      if !changes.isEmpty { rest = [] }
    case DateIndex.path.topKey:
      rest = []
      let list = document.place(DateIndex.path)
      changes = DateDifference.all(differences, in: document, format, rest: &rest).map {
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
        ReviewLine(
          text: text(of: $0, in: document, format), path: $0.path, kind: .differences([$0]))
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

  private static func text(
    of difference: Difference, in document: CalendarDocument, _ format: LocalFormat
  ) -> String {
    func place(_ path: JSONPath) -> String {
      Wording.place(path, in: document.current, names: document.names, format: format)
    }
    let field = CalendarSchema.field(at: difference.path)
    switch difference.kind {
    case .changed(let old, let new):
      let words =
        Wording.longTexts(old, new, of: field)
        ?? MergeWording(names: document.names, format: format).pair(old, new, field)
      return "\(place(difference.path)): \(words.old) → \(words.new)"
    case .added(let row):
      return "+ \(place(list(difference.path))) › \(name(row, field, document, format))"
    case .removed(let row, _):
      return "- \(place(list(difference.path))) › \(name(row, field, document, format))"
        + caveat(of: row, field)
    case .moved(let from, let to, _):
      return "\(place(difference.path)): moved from \(from + 1) to \(to + 1)"
    }
  }

  /// The list that a row stands in.
  private static func list(_ path: JSONPath) -> JSONPath {
    if case .index? = path.last { path.parent } else { path }
  }

  private static func name(
    _ row: JSONValue, _ field: Field?, _ document: CalendarDocument, _ format: LocalFormat
  ) -> String {
    guard let type = field?.objectType else { return Wording.value(row) }
    return RowSummary.name(of: row, type, names: document.names, in: format)
      + (type.isPrimary(row) ? ", primary" : "")
  }

  private static func caveat(of row: JSONValue, _ field: Field?) -> String {
    guard let type = field?.objectType, type.id != nil, type.serviceID(of: row) == nil else {
      return ""
    }
    return HoursWording.mayStay
  }
}
