import JSON

/// The table of all properties that the API page "Update Calendar" lists.
///
/// Forms, rules, help, search, the labels of the review and the update body are derived from it.
package enum CalendarSchema {
  /// The fields of each section, in the order in which they are shown.
  ///
  /// Every property of the request stands in exactly one section.
  package static func fields(in section: Section) -> [Field] { table[section] ?? [] }

  /// All top-level fields, section by section.
  package static let all: [Field] = Section.allCases.flatMap { fields(in: $0) }

  /// The section that a top-level key is shown in.
  package static func section(of key: String) -> Section? { sections[key] }

  /// The place of a top-level key in ``all``; behind them all for one that is not documented.
  static func number(of key: String) -> Int { numbers[key] ?? all.count }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element.key, $0.offset) })

  /// The field of a top-level key.
  package static func field(_ key: String) -> Field? { byKey[key] }

  /// Whether a top-level property holds the unit of another one.
  package static func isUnit(_ key: String) -> Bool { units.contains(key) }

  private static let units = Set(all.compactMap(\.unitKey))

  /// The field that describes the value at a path; nil for an undocumented key.
  ///
  /// The path of a row leads to the field of its list.
  package static func field(at path: JSONPath) -> Field? {
    guard let top = path.topKey, var field = byKey[top] else { return nil }
    for component in path.components.dropFirst() {
      guard case .key(let key) = component else { continue }
      guard let inner = field.objectType?.field(key) else { return nil }
      field = inner
    }
    return field
  }

  /// Every field with its dotted keys, nested ones included: `lookBusyConfig.LookBusyPercentage`.
  package static let flat: [(keys: [String], field: Field)] = all.flatMap { flatten($0, under: []) }

  private static func flatten(
    _ field: Field, under keys: [String]
  ) -> [(keys: [String], field: Field)] {
    let keys = keys + [field.key]
    return [(keys, field)]
      + (field.objectType?.fields ?? []).flatMap { flatten($0, under: keys) }
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

  private static let sections = Dictionary(
    uniqueKeysWithValues: Section.allCases.flatMap { section in
      fields(in: section).map { ($0.key, section) }
    })
}

extension Field {
  /// The type of the object, or of the rows of the list, that this field holds.
  package var objectType: ObjectType? {
    switch type {
    case .object(let type), .list(let type): type
    default: nil
    }
  }
}
