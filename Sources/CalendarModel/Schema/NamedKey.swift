import JSON

/// A key of the calendar's JSON that the program knows by its name.
///
/// There is one enumeration for the calendar and one for each object inside it; no other place spells
/// a key.
package protocol NamedKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension NamedKey {
  /// The path from the object to the property.
  package var path: JSONPath { JSONPath([.key(rawValue)]) }

  /// An object with these members, in this order.
  package static func object(_ members: KeyValuePairs<Self, JSONValue>) -> JSONValue {
    .object(JSONObject(members.map { JSONObject.Member(key: $0.key.rawValue, value: $0.value) }))
  }
}

extension JSONPath {
  /// The path of a property of the object at this path.
  package func appending(_ key: some NamedKey) -> JSONPath { appending(key.rawValue) }
}

extension JSONValue {
  /// The value of a calendar's property; nil where it is absent.
  package subscript(key: CalendarKey) -> JSONValue? { self[key: key.rawValue] }

  /// The value of a property of an object inside the calendar; nil where it is absent.
  package subscript(member key: some NamedKey) -> JSONValue? { self[key: key.rawValue] }
}

extension JSONObject {
  /// The value of a property; setting nil takes it away.
  package subscript(member key: some NamedKey) -> JSONValue? {
    get { self[key.rawValue] }
    set { self[key.rawValue] = newValue }
  }
}
