/// A JSON value that remembers how it was written.
///
/// Members keep their order and their duplicates, numbers and strings their spelling, so that what
/// nobody touched is printed as it was read. `==` compares what was written, spelling included;
/// ``isEquivalent(to:)`` compares what it means.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(JSONString)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// Makes a string value from text.
  package static func text(_ text: String) -> JSONValue { .string(JSONString(text)) }

  /// Makes a number value from an integer.
  package static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  /// The text of a string value, decoded; nil for every other kind.
  package var text: String? {
    if case .string(let string) = self { string.value } else { nil }
  }

  /// The truth value of a boolean; nil for every other kind.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number; nil for every other kind.
  package var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The whole number this value stands for (`30`, `30.0` and `3e1` are all 30); nil when it is none.
  package var int: Int? { number?.int }

  /// The elements of an array; nil for every other kind.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object; nil for every other kind.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  package var isNull: Bool { self == .null }

  /// The kind of value in words, for messages: "a number", "an object".
  package var kindInWords: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(JSONNumber(checked: "\(value)")) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Makes an object; the members stand in the order they are written.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}
