extension JSONValue {
  /// The value as JSON text.
  package func printed(_ layout: JSONLayout = .compact) -> String {
    var printer = JSONPrinter(indent: layout.indent)
    printer.write(self, level: 0)
    if layout.endsWithNewline { printer.write("\n") }
    return printer.text
  }
}

/// Collects what is printed as bytes: a draft of a large calendar has millions of them, and a text takes
/// three times as long to grow by a few letters each time.
struct JSONPrinter {
  private var bytes: [UInt8] = []
  private let indent: String?

  init(indent: String? = nil) { self.indent = indent }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let number): write(number.spelling)
    case .string(let string): write(string)
    case .array(let elements):
      write(elements, between: (0x5B, 0x5D), level: level) { $0.write($1, level: level + 1) }
    case .object(let object):
      write(object.members, between: (0x7B, 0x7D), level: level) {
        $0.write($1.name)
        $0.bytes.append(UInt8(ascii: ":"))
        if $0.indent != nil { $0.bytes.append(UInt8(ascii: " ")) }
        $0.write($1.value, level: level + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between brackets: (UInt8, UInt8), level: Int,
    _ write: (inout JSONPrinter, Item) -> Void
  ) {
    bytes.append(brackets.0)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      beginLine(level + 1)
      write(&self, item)
    }
    if !items.isEmpty { beginLine(level) }
    bytes.append(brackets.1)
  }

  private mutating func beginLine(_ level: Int) {
    guard let indent else { return }
    write("\n")
    for _ in 0..<level { write(indent) }
  }

  // MARK: Strings

  private mutating func write(_ string: JSONString) {
    if let original = string.original { write(original) } else { write(quoted: string.value) }
  }

  /// Writes a text as a JSON literal.
  mutating func write(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    write(text)
    let isPlain = bytes.withUnsafeBufferPointer {
      $0[start...].allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    }
    // Few texts have anything to escape.
    if !isPlain {
      bytes.removeSubrange(start...)
      for byte in text.utf8 { write(escaped: byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    case 0x08: write("\\b")
    case 0x0C: write("\\f")
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: bytes.append(byte)
    }
  }
}
