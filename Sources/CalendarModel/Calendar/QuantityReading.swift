import JSON

/// What a number and its unit come to, as they were loaded.
package enum QuantityReading: Sendable, Hashable {
  /// The number is absent, null, or an empty text.
  case notSet
  case amount(Double, TimeUnit)
  /// There is no number that can be read, or no unit that anybody knows.
  case unreadable

  /// In minutes; nil where it is not set or cannot be read, and for months, whose length varies.
  package var minutes: Double? {
    guard case .amount(let number, let unit) = self else { return nil }
    return unit.minutes.map { number * Double($0) }
  }
}

extension QuantityField {
  package init?(_ key: CalendarKey) { self.init(key.rawValue) }

  /// The unit of a number that has none: minutes, or days where the service takes no minutes.
  package var usualUnit: TimeUnit { units.contains(.mins) ? .mins : .days }

  /// Reads a calendar; a number may have come as a text.
  ///
  /// The preview, the overview and the rules read the numbers with a unit here.
  package func reading(in calendar: JSONValue) -> QuantityReading {
    guard let value = calendar[key: number.key]?.unlessBlank else { return .notSet }
    let stated = calendar[key: unit.key]?.unlessBlank
    guard let amount = value.looseNumber,
      let unit = stated == nil ? usualUnit : TimeUnit(reading: stated)
    else { return .unreadable }
    return .amount(amount, unit)
  }
}
