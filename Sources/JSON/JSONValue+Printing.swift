extension JSONValue {
  /// The value as JSON text.
  package func printed(_ layout: JSONLayout = .compact) -> String {
    var out = ""
    write(to: &out, indent: layout.indent, level: 0)
    if layout.endsWithNewline { out += "\n" }
    return out
  }

  private func write(to out: inout String, indent: String?, level: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let number): out += number.spelling
    case .string(let string): out += string.spelling
    case .array(let elements):
      Self.writeList(elements, between: ("[", "]"), to: &out, indent: indent, level: level) {
        $0.write(to: &$1, indent: indent, level: level + 1)
      }
    case .object(let object):
      Self.writeList(object.members, between: ("{", "}"), to: &out, indent: indent, level: level) {
        $1 += $0.name.spelling
        $1 += indent == nil ? ":" : ": "
        $0.value.write(to: &$1, indent: indent, level: level + 1)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], between brackets: (String, String), to out: inout String, indent: String?,
    level: Int, _ write: (Item, inout String) -> Void
  ) {
    func newLine(_ level: Int) {
      guard let indent else { return }
      out += "\n"
      for _ in 0..<level { out += indent }
    }
    out += brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      newLine(level + 1)
      write(item, &out)
    }
    if !items.isEmpty { newLine(level) }
    out += brackets.1
  }
}
