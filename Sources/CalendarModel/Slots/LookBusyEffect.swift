import JSON

/// How many slots of a day "look busy" hides; API page, `lookBusyConfig`.
///
/// How the service rounds, and which slots it picks, is not documented. Here the number is rounded
/// to the nearest one, and a half is rounded up.
package struct LookBusyEffect: Sendable, Hashable {
  /// The share of the slots that is hidden.
  package enum Share: Sendable, Hashable {
    case notSet
    /// In percent, as it is set; it may lie outside 0 to 100.
    case percentage(Double)
    /// It is no number; in words.
    case unreadable(String)
  }

  /// False where `enabled` is anything but true.
  package let isOn: Bool
  package let share: Share
  /// A switch that is neither on nor off, in words; nil for every other one.
  package let oddSwitch: String?

  package init(isOn: Bool, percentage: Double?) {
    self.isOn = isOn
    share = percentage.map(Share.percentage) ?? .notSet
    oddSwitch = nil
  }

  /// Reads the value of `lookBusyConfig`; the switch and the number may have come as texts.
  package init(config: JSONValue?) {
    guard let config = config?.unlessBlank, config.object != nil else {
      isOn = false
      share = .notSet
      oddSwitch = config?.unlessBlank.map {
        Wording.value($0, of: CalendarSchema.field(.lookBusyConfig))
      }
      return
    }
    let type = ObjectType.lookBusy
    let enabled = config[member: LookBusyKey.enabled]?.unlessBlank
    isOn = enabled?.looseBool == true
    oddSwitch =
      enabled == nil || enabled?.looseBool != nil
      ? nil : Wording.value(enabled, of: type.field(LookBusyKey.enabled.rawValue))
    guard let value = config[member: LookBusyKey.percentage]?.unlessBlank else {
      share = .notSet
      return
    }
    share =
      value.looseNumber.map(Share.percentage)
      ?? .unreadable(Wording.value(value, of: type.field(LookBusyKey.percentage.rawValue)))
  }

  /// The share in percent, as it is set; nil where it is not set and where it is no number.
  package var percentage: Double? {
    if case .percentage(let number) = share { number } else { nil }
  }

  /// How many of so many slots are hidden: 0 when it is off, and never more than there are.
  package func hidden(of count: Int) -> Int {
    guard isOn, let percentage, count > 0 else { return 0 }
    let share = min(max(percentage, 0), 100) / 100
    // A hair more, so that a half that has no exact double is one.
    return min(count, Int(Double(count) * share + 0.5 + 1e-9))
  }
}

/// The effect in words.
extension LookBusyEffect {
  /// The share: "40 %"; "no percentage".
  package var percentageText: String {
    switch share {
    case .notSet: "no percentage"
    case .percentage(let number): number.shortest + " %"
    case .unreadable(let words): words
    }
  }

  /// Why nothing is hidden although it is on; nil where the share is a number.
  private var defect: String? {
    switch share {
    case .percentage: nil
    case .notSet: "no percentage is set"
    case .unreadable(let words): "the percentage is \(words)"
    }
  }

  /// The setting in a few words: "on, 40 %", "off".
  package var text: String {
    if let oddSwitch { return oddSwitch }
    return isOn ? "on, \(percentageText)" : "off"
  }

  /// The setting as a line of the overview: "On, 40 % of the slots hidden".
  var line: String {
    if let oddSwitch { return "Neither on nor off: \(oddSwitch)" }
    if !isOn { return "Off" }
    return defect.map { "On, but \($0)" } ?? "On, \(percentageText) of the slots hidden"
  }

  /// "7 of 18 slots hidden"; "off, all 18 slots shown".
  package func text(of count: Int) -> String {
    let slots = Wording.counted(count, "slot")
    if !isOn { return "off, " + (count == 0 ? "no slots" : "all \(slots) shown") }
    return defect.map { "on, but \($0)" } ?? "\(hidden(of: count)) of \(slots) hidden"
  }

  /// How many start times a day is taken to have where none is open.
  static let usualCount = 16

  /// What the setting does to a day.
  ///
  /// "Mon 30 Nov: 6 of 16 start times hidden, 10 offered."
  package func sentence(on sample: SampleDay?) -> String {
    let count = sample?.count ?? Self.usualCount
    let day = sample?.name ?? "On a day of \(count) start times"
    let all = count == 1 ? "the start time is" : "all \(count) start times are"
    if !isOn { return "\(day): off, nothing is hidden and \(all) offered." }
    if let defect { return "\(day): \(defect), so nothing is hidden and \(all) offered." }
    let hidden = hidden(of: count)
    return "\(day): \(hidden) of \(Wording.counted(count, "start time")) hidden, "
      + "\(count - hidden) offered."
  }
}

extension Double {
  /// Without ".0" where it is whole.
  fileprivate var shortest: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
