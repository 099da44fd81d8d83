import JSON

/// Wraps a value as a dictionary key, so that values that mean the same are found as one: numbers are
/// compared by value, and members of objects in any order.
struct MeaningKey: Hashable {
  let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  static func == (a: MeaningKey, b: MeaningKey) -> Bool { a.value.isEquivalent(to: b.value) }

  func hash(into hasher: inout Hasher) { Self.hash(value, into: &hasher) }

  private static func hash(_ value: JSONValue, into hasher: inout Hasher) {
    switch value {
    case .null: hasher.combine(0)
    case .bool(let isTrue): hasher.combine(isTrue)
    case .number(let number): hasher.combine(number.double)
    case .string(let string): hasher.combine(string.value)
    case .array(let elements):
      hasher.combine(elements.count)
      for element in elements { hash(element, into: &hasher) }
    case .object(let object):
      // If an object has a key twice, the last member counts, wherever it is.
      var hashes: [KeyText: Int] = [:]
      for member in object.members {
        var inner = Hasher()
        inner.combine(member.key)
        hash(member.value, into: &inner)
        hashes[KeyText(member.key)] = inner.finalize()
      }
      hasher.combine(hashes.values.reduce(0, &+))
    }
  }
}

/// A key of an object, compared scalar by scalar: as the service does, and unlike `String`.
struct KeyText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: KeyText, b: KeyText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
