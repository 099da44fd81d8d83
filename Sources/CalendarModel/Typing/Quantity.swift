import JSON

/// A number and its unit, shown and edited as one and kept in two properties.
package struct Quantity: Sendable, Hashable {
  package var number: JSONNumber
  /// As it stands in the JSON, `mins`, or something that no document names; nil where it is absent.
  package var unit: String?

  package init(_ number: JSONNumber, _ unit: String?) {
    self.number = number
    self.unit = unit
  }

  package init(_ number: Int, _ unit: TimeUnit) {
    self.init(JSONNumber(number), unit.rawValue)
  }

  /// The documented unit that it has; nil for another one and for none.
  package var timeUnit: TimeUnit? { unit.flatMap(TimeUnit.init(rawValue:)) }

  /// Whether both are the same number of the same unit, however the number is spelt.
  package func isEquivalent(to other: Quantity) -> Bool {
    unit == other.unit && number.isEquivalent(to: other.number)
  }
}

extension Quantity: CustomStringConvertible {
  /// "45 min", "1.5 h", "1 day", "2 weeks"; an unknown unit as it is, and nothing for an absent one.
  package var description: String { "\(digits)\(unitText.isEmpty ? "" : " ")\(unitText)" }

  private var unitText: String { timeUnit?.symbol(isOne: number.int == 1) ?? unit?.trimmed ?? "" }

  /// `3e1` is shown as 30; everything else as it is spelt.
  private var digits: String {
    guard number.spelling.contains(where: { $0 == "e" || $0 == "E" }), let whole = number.int else {
      return number.spelling
    }
    return String(whole)
  }
}
