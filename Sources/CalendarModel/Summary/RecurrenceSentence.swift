import JSON

/// The recurrence rule read back: "Weekly, 8 times; if a slot is taken, book the next one; overlaps
/// are confirmed".
package struct RecurrenceSentence: Sendable, Hashable {
  /// Whether recurring bookings are switched on; `enableRecurring`, false where absent.
  package let isOn: Bool
  /// The rule in words, whether it is switched on or not.
  package let rule: String
  /// The rule, or that it is off.
  package let text: String

  /// Reads `enableRecurring` and `recurring` of a calendar.
  package init(calendar: JSONValue) {
    let rule = Self.rule(calendar[key: "recurring"])
    self.rule = rule
    switch calendar[key: "enableRecurring"] {
    case true:
      isOn = true
      text = rule
    case nil, .null, false:
      isOn = false
      text = "Off"
    case .some(let odd):
      isOn = false
      text = "The switch is \(Wording.value(odd)), which is neither yes nor no"
    }
  }

  /// A rule in words; API page, `recurring`.
  package static func rule(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: return "No rule"
    case .some(let value):
      guard let rule = value.object else { return "The rule is \(value.kindInWords)" }
      var parts = [
        "\(frequency(rule["freq"])), \(count(rule["count"]))", option(rule["bookingOption"]),
        overlap(rule["bookingOverlapDefaultStatus"]),
      ]
      let unknown = rule.keys.filter { ObjectTypes.recurring.field($0) == nil }
      if !unknown.isEmpty { parts.append("besides: \(unknown.joined(separator: ", "))") }
      return parts.joined(separator: "; ")
    }
  }

  /// The text of a choice; nil where it is not set.
  private static func given(_ value: JSONValue?) -> JSONValue? {
    guard let value, !value.isNull, value.text?.trimmed.isEmpty != true else { return nil }
    return value
  }

  private static func frequency(_ value: JSONValue?) -> String {
    guard let value = given(value) else { return "Frequency not set" }
    if let choice = Choices.frequency.match(value) { return choice.label }
    return "Unknown frequency \(Wording.value(value))"
  }

  private static func count(_ value: JSONValue?) -> String {
    guard let value = given(value) else { return "number of times not set" }
    guard let number = value.number ?? value.text.flatMap({ JSONNumber($0) }) else {
      return "number of times not understood: \(Wording.value(value))"
    }
    switch number.int {
    case 1: return "once"
    case let count? where count > 24: return "\(count) times (24 at most are taken)"
    case let count?: return "\(count) times"
    case nil: return "\(number.spelling) times"
    }
  }

  private static func option(_ value: JSONValue?) -> String {
    guard let value = given(value) else { return "what happens if a slot is taken is not set" }
    switch value.text {
    case "skip": return "if a slot is taken, skip it"
    case "continue": return "if a slot is taken, book it all the same"
    case "book_next": return "if a slot is taken, book the next one"
    default: return "if a slot is taken, unknown: \(Wording.value(value))"
    }
  }

  private static func overlap(_ value: JSONValue?) -> String {
    guard let value = given(value) else { return "status of overlaps not set" }
    switch value.text {
    case "confirmed": return "overlaps are confirmed"
    case "new": return "overlaps are new until somebody confirms them"
    default: return "unknown status of overlaps: \(Wording.value(value))"
    }
  }
}
