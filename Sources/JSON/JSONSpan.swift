/// Where a value stands in a text, with the places of all its parts.
struct JSONSpan {
  /// A member of an object or an element of an array.
  struct Item {
    /// The white space before it.
    let lead: Range<Int>
    /// From the end of a member's name to its value: the colon with the white space around it.
    let colon: Range<Int>
    let value: JSONSpan
    /// The white space between it and the comma behind it.
    let trail: Range<Int>
  }

  let range: Range<Int>
  /// None for a text, a number, a word and an empty container.
  let items: [Item]
  /// The white space before the closing bracket.
  let closing: Range<Int>

  /// The root of a text that the parser has accepted.
  init(ofRootIn bytes: [UInt8]) {
    let mark = JSONParser.byteOrderMark
    var scanner = JSONSpanScanner(bytes: bytes, at: bytes.starts(with: mark) ? mark.count : 0)
    _ = scanner.space()
    self = scanner.value()
  }

  fileprivate init(range: Range<Int>, items: [Item] = [], closing: Range<Int>) {
    self.range = range
    self.items = items
    self.closing = closing
  }
}

/// Finds the parts of a text that is known to be JSON; it checks nothing again.
private struct JSONSpanScanner {
  let bytes: [UInt8]
  var at: Int

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func space() -> Range<Int> {
    let start = at
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    return start..<at
  }

  mutating func value() -> JSONSpan {
    switch byte {
    case UInt8(ascii: "{"): return container(hasNames: true)
    case UInt8(ascii: "["): return container(hasNames: false)
    case UInt8(ascii: "\""): return JSONSpan(range: string(), closing: at..<at)
    default:
      let start = at
      while let byte, !Self.endsWord(byte) { at += 1 }
      return JSONSpan(range: start..<at, closing: at..<at)
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
  }

  private mutating func string() -> Range<Int> {
    let start = at
    at += 1
    while let byte, byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
    at += 1
    return start..<at
  }

  private mutating func container(hasNames: Bool) -> JSONSpan {
    let start = at
    at += 1
    var items: [JSONSpan.Item] = []
    var lead = space()
    while let byte, byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") {
      var colon = at..<at
      if hasNames {
        let name = string()
        _ = space()
        at += 1
        _ = space()
        colon = name.upperBound..<at
      }
      let value = value()
      let trail = space()
      guard self.byte == UInt8(ascii: ",") else {
        items.append(.init(lead: lead, colon: colon, value: value, trail: at..<at))
        lead = trail
        break
      }
      items.append(.init(lead: lead, colon: colon, value: value, trail: trail))
      at += 1
      lead = space()
    }
    at += 1
    return JSONSpan(range: start..<at, items: items, closing: lead)
  }
}
