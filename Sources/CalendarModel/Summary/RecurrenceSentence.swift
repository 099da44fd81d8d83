import JSON

/// The rule of recurring bookings as a sentence: "Weekly, 8 times; if a slot is taken, book the next
/// one; overlaps are confirmed".
package struct RecurrenceSentence: Sendable, Hashable {
  /// Whether recurring bookings are switched on; `enableRecurring`, false where absent.
  package let isOn: Bool
  /// The rule in words, whether it is switched on or not.
  package let rule: String
  /// The rule, or that it is off.
  package let text: String

  /// Reads `enableRecurring` and `recurring` of a calendar.
  package init(calendar: JSONValue) {
    let rule = Self.rule(calendar[.recurring])
    self.rule = rule
    let enabled = calendar[.enableRecurring]?.unlessBlank
    isOn = enabled?.looseBool == true
    if let enabled, enabled.looseBool == nil {
      text =
        "Neither on nor off: "
        + Wording.value(enabled, of: CalendarSchema.field(.enableRecurring))
    } else {
      text = isOn ? rule : "Off"
    }
  }

  /// A rule in words; API page, `recurring`.
  package static func rule(_ value: JSONValue?) -> String {
    guard let value = value?.unlessBlank else { return "No rule" }
    guard let rule = value.object else { return "The rule is \(value.kindInWords)" }
    var parts = [
      "\(frequency(value)), \(count(value))", option(value), overlap(value),
    ]
    let unknown = rule.keys.filter { ObjectType.recurring.field($0) == nil }
    if !unknown.isEmpty { parts.append("also set: \(unknown.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }

  /// A member that is set, and in words.
  private static func member(
    _ key: RecurringKey, _ rule: JSONValue
  ) -> (value: JSONValue, words: String)? {
    rule[member: key]?.unlessBlank.map {
      ($0, Wording.meaning($0, of: ObjectType.recurring.field(key.rawValue)))
    }
  }

  private static func frequency(_ rule: JSONValue) -> String {
    guard let (value, words) = member(.freq, rule) else { return "Frequency not set" }
    return Frequency(reading: value) == nil ? "Frequency \(words)" : words
  }

  private static func count(_ rule: JSONValue) -> String {
    guard let (value, words) = member(.count, rule) else { return "number of times not set" }
    guard value.typedNumber != nil else { return "number of times \(words)" }
    switch value.looseInt {
    case 1: return "once"
    case let count? where count > mostTimes:
      return "\(count) times (at most \(mostTimes) are allowed)"
    case let count?: return "\(count) times"
    case nil: return "\(words) times"
    }
  }

  /// API page, `recurring.count`.
  private static let mostTimes = 24

  private static func option(_ rule: JSONValue) -> String {
    guard let (value, words) = member(.bookingOption, rule) else {
      return "what happens if a slot is taken is not set"
    }
    return switch BookingOption(reading: value) {
    case .skip?: "if a slot is taken, skip it"
    case .continue?: "if a slot is taken, book it anyway"
    case .bookNext?: "if a slot is taken, book the next one"
    case nil: "if a slot is taken: \(words)"
    }
  }

  private static func overlap(_ rule: JSONValue) -> String {
    guard let (value, words) = member(.bookingOverlapDefaultStatus, rule) else {
      return "status of overlaps not set"
    }
    return switch OverlapStatus(reading: value) {
    case .confirmed?: "overlaps are confirmed"
    case .new?: "overlaps stay new until somebody confirms them"
    case nil: "status of overlaps: \(words)"
    }
  }
}
