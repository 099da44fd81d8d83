extension JSONValue {
  /// Whether both values mean the same: numbers by value, texts decoded, members in any order.
  package func isEquivalent(to other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a.isEquivalent(to: b)
    case (.string(let a), .string(let b)): a.isEquivalent(to: b)
    case (.array(let a), .array(let b)):
      a.count == b.count
        && (a.sharesStorage(with: b) || zip(a, b).allSatisfy { $0.isEquivalent(to: $1) })
    case (.object(let a), .object(let b)): a.isEquivalent(to: b)
    default: false
    }
  }
}

extension JSONObject {
  /// Whether both have the same keys with equivalent values, in any order; of a key that stands
  /// twice the last one counts.
  package func isEquivalent(to other: JSONObject) -> Bool {
    let (mine, theirs) = (members, other.members)
    if mine.count == theirs.count {
      if mine.sharesStorage(with: theirs) { return true }
      if zip(mine, theirs).allSatisfy({ $0.name.isEquivalent(to: $1.name) }) {
        return mine.indices.allSatisfy { index in
          mine[index].value.isEquivalent(to: theirs[index].value)
            || mine[(index + 1)...].contains { $0.name.isEquivalent(to: mine[index].name) }
        }
      }
    }
    let (a, b) = (byName, other.byName)
    return a.count == b.count
      && a.allSatisfy { name, value in b[name].map { value.isEquivalent(to: $0) } ?? false }
  }

  private var byName: [JSONString.Identity: JSONValue] {
    Dictionary(members.map { ($0.name.identity, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension Array {
  /// Whether both are the same array in memory, so that they are equal without a look at elements.
  fileprivate func sharesStorage(with other: [Element]) -> Bool {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
    }
  }
}

/// Whether two values that may be absent mean the same.
package func areEquivalent(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): a.isEquivalent(to: b)
  default: false
  }
}
