import JSON

/// How many slots of a day "look busy" hides; API page, `lookBusyConfig`.
///
/// How the service rounds, and which slots it picks, is not documented. Here the number is rounded
/// to the nearest one, and a half is rounded up.
package struct LookBusyEffect: Sendable, Hashable {
  /// False where `enabled` is anything but true.
  package let isOn: Bool
  /// As it is set, in percent; nil where it is absent or no number.
  package let percentage: Double?

  package init(isOn: Bool, percentage: Double?) {
    self.isOn = isOn
    self.percentage = percentage
  }

  /// Reads the value of `lookBusyConfig`.
  package init(config: JSONValue?) {
    isOn = config?[key: "enabled"] == true
    percentage = config?[key: "LookBusyPercentage"]?.looseNumber
  }

  /// How many of so many slots are hidden: 0 when it is off, and never more than there are.
  package func hidden(of count: Int) -> Int {
    guard isOn, let percentage, count > 0 else { return 0 }
    let share = min(max(percentage, 0), 100) / 100
    // A hair more, so that a half that has no exact double is one.
    return min(count, Int(Double(count) * share + 0.5 + 1e-9))
  }

  /// "7 of 18 slots hidden"; "off, all 18 slots shown".
  package func text(of count: Int) -> String {
    let slots = Wording.counted(count, "slot")
    if !isOn { return "off, " + (count == 0 ? "no slots" : "all \(slots) shown") }
    guard percentage != nil else { return "on, but no percentage is set" }
    return "\(hidden(of: count)) of \(slots) hidden"
  }

  /// The share in words: "40 %"; "no percentage".
  package var percentageText: String {
    guard let percentage else { return "no percentage" }
    return percentage.shortest + " %"
  }
}

extension JSONValue {
  /// A number, or a text that is one, as answers sometimes have it; finite.
  var looseNumber: Double? {
    let double = (number ?? text.flatMap { JSONNumber($0.trimmed) })?.double
    return double.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A whole number, or a text that is one.
  var looseInt: Int? { (number ?? text.flatMap { JSONNumber($0.trimmed) })?.int }
}

extension Double {
  /// Without ".0" where it is whole.
  var shortest: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
