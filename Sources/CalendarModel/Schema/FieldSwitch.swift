import JSON

/// The setting that decides whether another one has an effect.
///
/// It stands beside the other one, in the same object; at the top level it may be the calendar's
/// type.
package struct FieldSwitch: Sendable {
  /// The key of the setting.
  package let key: String
  /// The values of the setting with which the other one has no effect.
  private let offValues: [JSONValue]
  /// The one type of calendar that the other setting is meant for; nil where no type decides.
  private let type: CalendarType?

  init(_ key: some NamedKey, off offValues: JSONValue...) {
    self.key = key.rawValue
    self.offValues = offValues
    type = nil
  }

  private init(type: CalendarType) {
    key = CalendarKey.calendarType.rawValue
    offValues = CalendarType.allCases.filter { $0 != type }.map { .text($0.rawValue) }
    self.type = type
  }

  /// Only calendars of one type have a use for the field.
  static func onlyIn(_ type: CalendarType) -> FieldSwitch { FieldSwitch(type: type) }

  /// Why the other setting has no effect, and what to do, in a sentence; nil where it has an effect,
  /// and where nobody knows.
  ///
  /// - Parameters:
  ///   - value: of this setting; its default counts where it is absent, or null and means nothing.
  ///   - field: this setting in the schema.
  package func reason(_ value: JSONValue?, _ field: Field?) -> String? {
    guard let field else { return nil }
    let isGiven = value.map { !$0.isNull || field.hasNullChoice } ?? false
    guard let value = isGiven ? value : field.defaultValue else { return nil }
    let isOff = offValues.contains {
      $0.isEquivalent(to: value) || $0.int != nil && $0.int == value.looseInt
    }
    guard isOff else { return nil }
    let words = Wording.value(value, of: field)
    if let type {
      return "This is meant for \(type.label.lowercased()) calendars; "
        + "in a \(words.lowercased()) calendar it may have no effect."
    }
    let state = value.bool.map { $0 ? "on" : "off" } ?? Wording.quoted(words)
    return "This has no effect while \(Wording.quoted(field.label)) is \(state); "
      + "change one of the two."
  }
}
