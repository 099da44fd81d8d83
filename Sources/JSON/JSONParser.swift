/// A recursive descent parser over bytes; the depth limit keeps it off the end of the stack.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let depthLimit: Int
  private(set) var duplicateKeys: [JSONDocument.DuplicateKey] = []
  private var at = 0
  private var depth = 0
  private var path = JSONPath.root

  init(bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    if bytes.starts(with: Self.byteOrderMark) { at = Self.byteOrderMark.count }
    let value = try value()
    if next() != nil { throw error(.trailingText) }
    return value
  }

  private func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
    JSONSyntaxError(reason: reason, position: JSONPosition(offset: at, in: bytes))
  }

  /// Skips white space and returns the byte behind it, without taking it.
  private mutating func next() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return bytes[at]
      }
    }
    return nil
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard let first = next() else { throw error(.valueMissing) }
    switch first {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    default: throw error(.valueMissing)
    }
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let length = text.utf8CodeUnitCount
    guard at + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[at + $0] == text.utf8Start[$0] })
    else { throw error(.valueMissing) }
    at += length
    return value
  }

  // MARK: Lists

  private mutating func enter() throws(JSONSyntaxError) {
    guard depth < depthLimit else { throw error(.tooDeep(limit: depthLimit)) }
    depth += 1
    at += 1
  }

  /// Takes a ',' and answers true, or the closing bracket and answers false.
  private mutating func hasMore(before close: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    switch next() {
    case UInt8(ascii: ","):
      at += 1
      return true
    case UInt8(ascii: close):
      at += 1
      return false
    default: throw error(.separatorMissing(close: String(close)))
    }
  }

  private mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if next() == UInt8(ascii: "]") {
      at += 1
      return elements
    }
    repeat {
      path.components.append(.index(elements.count))
      elements.append(try value())
      path.components.removeLast()
    } while try hasMore(before: "]")
    return elements
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONObject {
    try enter()
    defer { depth -= 1 }
    var members: [JSONObject.Member] = []
    if next() == UInt8(ascii: "}") {
      at += 1
      return JSONObject()
    }
    // Only for large objects: in small ones a look at all members is quicker.
    var seen: Set<JSONString.Identity> = []
    repeat {
      guard next() == UInt8(ascii: "\"") else { throw error(.nameMissing) }
      let start = at
      let name = try string()
      guard next() == UInt8(ascii: ":") else { throw error(.colonMissing) }
      at += 1
      path.components.append(.key(name.value))
      if members.count == 16 { seen = Set(members.map(\.name.identity)) }
      let isKnown =
        members.count < 16
        ? members.contains { $0.name.isEquivalent(to: name) }
        : !seen.insert(name.identity).inserted
      if isKnown, duplicateKeys.count < 100 {
        let position = JSONPosition(offset: start, in: bytes)
        duplicateKeys.append(.init(path: path, position: position))
      }
      members.append(.init(name: name, value: try value()))
      path.components.removeLast()
    } while try hasMore(before: "}")
    return JSONObject(members)
  }

  // MARK: Numbers

  private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
    let start = at
    let extent = JSONNumber.extent(in: bytes[start...])
    at = extent.end
    if !extent.isWhole { throw error(.digitMissing) }
    return JSONNumber(checked: String(decoding: bytes[start..<at], as: UTF8.self))
  }

  // MARK: Strings

  private mutating func string() throws(JSONSyntaxError) -> JSONString {
    let start = at
    at += 1
    var isEscaped = false
    var isASCII = true
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return try decoded(start..<at, isEscaped: isEscaped, isASCII: isASCII)
      case 0..<0x20: throw error(.controlCharacter)
      case UInt8(ascii: "\\"):
        isEscaped = true
        try escape()
      case 0x80...:
        isASCII = false
        at += 1
      default: at += 1
      }
    }
    throw error(.stringNotClosed)
  }

  private mutating func escape() throws(JSONSyntaxError) {
    at += 1
    guard at < bytes.count else { throw error(.stringNotClosed) }
    switch Unicode.Scalar(bytes[at]) {
    case "\"", "\\", "/", "b", "f", "n", "r", "t": at += 1
    case "u":
      for place in at + 1...at + 4 {
        guard place < bytes.count, hexDigit(bytes[place]) != nil else {
          throw error(.incompleteUnicodeEscape)
        }
      }
      at += 5
    default: throw error(.unknownEscape)
    }
  }

  private mutating func decoded(
    _ literal: Range<Int>, isEscaped: Bool, isASCII: Bool
  ) throws(JSONSyntaxError) -> JSONString {
    let inner = bytes[literal.lowerBound + 1..<literal.upperBound - 1]
    // To validate costs more than all the rest, and most texts need none.
    let decoded =
      isASCII
      ? String(decoding: UnsafeBufferPointer(rebasing: inner), as: UTF8.self)
      : String(validating: inner, as: UTF8.self)
    guard let text = decoded else {
      at = inner.startIndex + Self.validLength(inner)
      throw error(.invalidUTF8)
    }
    guard isEscaped else { return JSONString(unescaped: text) }
    return JSONString(original: "\"" + text + "\"")
  }

  /// How many bytes are valid UTF-8 before the first that are not.
  private static func validLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { length += scalar.count }
    return length
  }
}

/// The value of a hexadecimal digit; nil for anything else.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
