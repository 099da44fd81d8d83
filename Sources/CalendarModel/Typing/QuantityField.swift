import JSON

/// A property of the calendar that holds a number, together with the one that holds its unit.
///
/// API page: `slotDuration`, `slotInterval`, `slotBuffer` (whose unit is in answers only),
/// `preBuffer`, `allowBookingAfter`, `allowBookingFor`.
package struct QuantityField: Sendable {
  package let number: Field
  package let unit: Field
  /// The units that every version of the calls takes, shortest first.
  package let units: [TimeUnit]
  private let unitChoices: [Choice]

  /// The pair of a number's key; nil for a property that has no unit.
  package init?(_ key: String) {
    guard let number = CalendarSchema.field(key), let unitKey = number.unitKey,
      let unit = CalendarSchema.field(unitKey), case .choice(let choices) = unit.type
    else { return nil }
    self.number = number
    self.unit = unit
    unitChoices = choices
    units = Self.units(choices.filter { $0.version == nil })
  }

  /// The units that the service takes, shortest first.
  package func units(in version: APIVersion) -> [TimeUnit] {
    Self.units(unitChoices.taken(by: version))
  }

  private static func units(_ choices: [Choice]) -> [TimeUnit] {
    choices.compactMap { TimeUnit(reading: $0.value) }.sorted()
  }

  /// The pair that a property is one of; nil for every other property.
  package static func with(_ key: String) -> QuantityField? {
    all.first { $0.number.key == key || $0.unit.key == key }
  }

  /// Every pair there is, in the order of the schema.
  package static let all: [QuantityField] = CalendarSchema.all.compactMap { QuantityField($0.key) }

  /// Keys of properties, with those that make sense together with one of them only: a number and
  /// its unit.
  package static func widened(_ keys: Set<String>) -> Set<String> {
    all.reduce(into: keys) { keys, pair in
      let both = [pair.number.key, pair.unit.key]
      if !pair.isUnitFixed, both.contains(where: keys.contains) { keys.formUnion(both) }
    }
  }

  /// Whether the unit stays what it is: what is typed in another one is converted.
  package var isUnitFixed: Bool { unit.isReadOnly }

  /// What the calendar holds; nil where the number is absent, null, or no number.
  package func quantity(in calendar: JSONValue) -> Quantity? {
    quantity(calendar[key: number.key], calendar[key: unit.key])
  }

  private func quantity(_ number: JSONValue?, _ unit: JSONValue?) -> Quantity? {
    number?.number.map { Quantity($0, Self.text(ofUnit: unit)) }
  }

  /// The unit as it stands in the calendar; nil where it is absent or null.
  package func unitText(in calendar: JSONValue) -> String? {
    Self.text(ofUnit: calendar[key: unit.key])
  }

  private static func text(ofUnit unit: JSONValue?) -> String? {
    switch unit {
    case nil, .null: nil
    case .string(let string): string.value
    case .some(let odd): odd.printed()
    }
  }

  /// What stands in a text field for editing: "45 min"; empty where there is no number.
  ///
  /// A number that came as a text is shown as that text, with its unit.
  package func text(in calendar: JSONValue) -> String {
    if let quantity = quantity(in: calendar) { return quantity.description }
    guard let value = calendar[key: number.key], !value.isNull else { return "" }
    let odd = value.text ?? value.printed()
    if let number = JSONNumber(odd) {
      return Quantity(number, unitText(in: calendar)).description
    }
    return odd
  }

  /// What it is, for titles and lists: "45 min", "unset", "null".
  package func wording(in calendar: JSONValue) -> String {
    wording(calendar[key: number.key], unit: calendar[key: unit.key])
  }

  /// A number with a unit, for titles and lists: "45 min", "unset", "null"; with the unit that counts
  /// where no update can give another and the calendar names none.
  package func wording(_ value: JSONValue?, unit: JSONValue?) -> String {
    let counting =
      isUnitFixed && unit?.unlessBlank == nil ? JSONValue.text(usualUnit.rawValue) : unit
    return quantity(value, counting)?.description ?? Wording.value(value, of: number)
  }

  /// Reads what a person typed.
  ///
  /// A bare number keeps the present unit. A unit that the service does not take is converted where
  /// that is exact: `48 hours` of horizon are 2 days.
  /// - Parameters:
  ///   - present: the unit as it stands in the calendar now.
  ///   - version: the version of the calls, which decides what units there are.
  /// - Throws: what is wrong, and where in the text.
  package func parse(
    _ text: String, present: String?, in version: APIVersion = .dated
  ) throws(QuantityError) -> Quantity {
    try QuantityParser(field: self, present: present, units: units(in: version)).parse(text)
  }
}
