import JSON

/// The documented values of one property; API page, "Allowed values".
///
/// Each enumeration spells the values of the service once. What the form offers, what the rules
/// allow and what the program compares with are all made of it.
package protocol ChoiceValue: CaseIterable, Hashable, Sendable {
  /// The value as it stands in the JSON.
  var json: JSONValue { get }
  /// What it is called on screen.
  var label: String { get }
  /// What choosing it does, in a sentence; empty where the label says it.
  var meaning: String { get }
  /// Names that loaded calendars have for it, and that the service does not take.
  var otherSpellings: [String] { get }
}

extension ChoiceValue {
  package var meaning: String { "" }
  package var otherSpellings: [String] { [] }

  /// The value as the form offers it.
  var choice: Choice { Choice(json, label, meaning, otherSpellings: otherSpellings) }

  /// All values, in the order in which the form offers them.
  static var choices: [Choice] { allCases.map(\.choice) }

  /// Reads a loaded value, also a number that came as a text and a name of old; nil for a value that
  /// no document lists, and where there is none.
  package init?(reading value: JSONValue?) {
    guard let value,
      let found = Self.allCases.first(where: {
        $0.json.isEquivalent(to: value) || $0.choice.isMeant(by: value)
      })
    else { return nil }
    self = found
  }
}

extension ChoiceValue where Self: RawRepresentable, RawValue == String {
  package var json: JSONValue { .text(rawValue) }
}

/// A documented value of a property, as the form offers it.
package struct Choice: Sendable {
  /// As it stands in the JSON.
  package let value: JSONValue
  package let label: String
  /// What choosing it does.
  package let meaning: String
  /// Names that loaded calendars have for it, and that the service does not take.
  package let otherSpellings: [String]
  /// The only version of the calls that takes it; nil where every one does.
  package private(set) var version: APIVersion?

  package init(
    _ value: JSONValue, _ label: String, _ meaning: String = "", otherSpellings: [String] = []
  ) {
    self.value = value
    self.label = label
    self.meaning = meaning
    self.otherSpellings = otherSpellings
  }

  /// The same for one version of the calls only, or for all.
  func only(in version: APIVersion?) -> Choice {
    var choice = self
    choice.version = version
    return choice
  }

  /// Whether a version of the calls takes it.
  package func isTaken(by version: APIVersion) -> Bool {
    self.version.map { $0 == version } ?? true
  }

  /// Whether a loaded value stands for it in another spelling: a number as a text, a name of old.
  func isMeant(by other: JSONValue) -> Bool {
    guard let text = other.text?.trimmed, !text.isEmpty else { return false }
    if otherSpellings.contains(text) { return true }
    guard let number = value.number, let typed = JSONNumber(text) else { return false }
    return number.isEquivalent(to: typed)
  }
}
