extension JSONValue {
  /// Whether both values mean the same: numbers by value, texts decoded, members in any order.
  public func isEquivalent(to other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a.isEquivalent(to: b)
    case (.string(let a), .string(let b)): a.isEquivalent(to: b)
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
    case (.object(let a), .object(let b)): a.isEquivalent(to: b)
    default: false
    }
  }
}

extension JSONObject {
  /// Whether both have the same keys with equivalent values, in any order.
  public func isEquivalent(to other: JSONObject) -> Bool {
    let keys = Set(keys)
    guard keys == Set(other.keys) else { return false }
    return keys.allSatisfy { key in
      guard let mine = self[key], let theirs = other[key] else { return false }
      return mine.isEquivalent(to: theirs)
    }
  }
}

/// Whether two values that may be absent mean the same.
public func areEquivalent(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): a.isEquivalent(to: b)
  default: false
  }
}
