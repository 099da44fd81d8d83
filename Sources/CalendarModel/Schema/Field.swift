import JSON

/// One property of the update body, or a read-only one of the answer, as the form shows it.
///
/// The schema holds one instance per property; it is a class so that passing it around copies nothing.
package final class Field: Sendable {
  /// The JSON key in the spelling of the service.
  package let key: String
  /// What the property is called on screen.
  package let label: String
  package let type: FieldType
  /// What it does, in plain words.
  package let help: String
  /// What the service assumes where the property is absent; nil where the API page names nothing.
  package let defaultValue: JSONValue?
  /// Whether the object it belongs to is refused without it.
  package let isRequired: Bool
  package let isDeprecated: Bool
  /// Whether only answers have it: the form shows it, and no update sends it.
  package let isReadOnly: Bool
  /// A value as the API page gives it.
  package let example: String?
  /// The key of the read-only or editable property that holds this number's unit.
  package let unitKey: String?
  /// Other keys under which the service's answers have the property; the update refuses them.
  package let otherSpellings: [String]
  /// The property that the service refuses without this one, and the value with which it does.
  let companion: (key: String, value: JSONValue)?
  /// The setting beside it that decides whether it has an effect; nil where none does.
  package let switchedBy: FieldSwitch?

  init<Key: NamedKey>(
    _ key: Key, _ label: String, _ type: FieldType, _ help: String,
    default defaultValue: JSONValue? = nil, required isRequired: Bool = false,
    deprecated isDeprecated: Bool = false, readOnly isReadOnly: Bool = false,
    example: String? = nil, unit unitKey: Key? = nil, otherSpellings: [String] = [],
    sentAlongWith companion: (key: Key, value: JSONValue)? = nil,
    switchedBy: FieldSwitch? = nil
  ) {
    self.key = key.rawValue
    self.label = label
    self.type = type
    self.help = help
    self.defaultValue = defaultValue
    self.isRequired = isRequired
    self.isDeprecated = isDeprecated
    self.isReadOnly = isReadOnly
    self.example = example
    self.unitKey = unitKey?.rawValue
    self.otherSpellings = otherSpellings
    self.companion = companion.map { ($0.key.rawValue, $0.value) }
    self.switchedBy = switchedBy
  }

  /// Whether null means something else than "no value" here: it is one of the documented choices.
  package var hasNullChoice: Bool {
    if case .choice(let choices) = type { choices.contains { $0.value.isNull } } else { false }
  }
}
