/// A unit of time as the service spells it; API page, the properties that end in `Unit`.
package enum TimeUnit: String, ChoiceValue, Comparable {
  case mins, hours, days, weeks, months

  /// How many minutes it has; nil for months, which have no fixed length.
  package var minutes: Int? {
    switch self {
    case .mins: 1
    case .hours: 60
    case .days: 1440
    case .weeks: 10_080
    case .months: nil
    }
  }

  package var label: String { plural }

  /// What it is called in sentences: "minutes".
  package var plural: String { self == .mins ? "minutes" : rawValue }

  /// What stands behind a number: "min", "h", "day", "weeks".
  package func symbol(isOne: Bool) -> String {
    switch self {
    case .mins: "min"
    case .hours: "h"
    case .days, .weeks, .months: isOne ? String(rawValue.dropLast()) : rawValue
    }
  }

  /// Shorter units come first.
  package static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rank < b.rank }

  private var rank: Int { minutes ?? .max }

  /// "minutes or hours", "hours, days, weeks or months".
  static func listed(_ units: [TimeUnit]) -> String {
    guard let last = units.last else { return "none" }
    let others = units.dropLast().map(\.plural).joined(separator: ", ")
    return others.isEmpty ? last.plural : "\(others) or \(last.plural)"
  }
}
