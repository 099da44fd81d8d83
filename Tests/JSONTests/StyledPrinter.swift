import JSON
import Testing

/// Prints a value in a style of its own, as the programs of other people do.
struct StyledPrinter: CustomTestStringConvertible {
  var name: String
  var newLine = "\n"
  var unit = "  "
  var colon = ": "
  var gap = " "
  var padding = ""
  /// Whether only what a container holds decides, and not where it stands.
  var isByKind = true
  var isOnOneLine: @Sendable (_ keys: [String], _ value: JSONValue) -> Bool = { _, _ in false }

  var testDescription: String { name }

  static let all: [StyledPrinter] = [
    .init(name: "two spaces"), .init(name: "tabs", unit: "\t"), .init(name: "four", unit: "    "),
    .init(name: "CRLF", newLine: "\r\n", unit: "   "),
    .init(name: "tight colons", colon: ":"), .init(name: "wide colons", colon: " : "),
    .init(name: "one line", isOnOneLine: { _, _ in true }),
    .init(name: "compact", colon: ":", gap: "", isOnOneLine: { _, _ in true }),
    .init(name: "padded line", padding: " ", isOnOneLine: { _, _ in true }),
    .init(name: "short lists", isOnOneLine: { _, value in value.array != nil && value.isFlat }),
    .init(name: "short rows", padding: " ", isOnOneLine: { _, value in value.isFlat }),
    .init(
      name: "short rows, CRLF, tabs", newLine: "\r\n", unit: "\t",
      isOnOneLine: { _, value in value.isFlat }),
    .init(name: "hours", isByKind: false, isOnOneLine: { keys, _ in keys.contains("hours") }),
    .init(
      name: "all but the top", isByKind: false, isOnOneLine: { keys, _ in keys.count > 1 }),
  ]

  func text(of value: JSONValue, _ keys: [String] = [], indent: String = "", flat: Bool = false)
    -> String
  {
    let items: [(name: String?, value: JSONValue)]
    switch value {
    case .object(let object): items = object.members.map { ($0.name.spelling, $0.value) }
    case .array(let elements): items = elements.map { (nil, $0) }
    default: return value.printed()
    }
    let brackets = value.object == nil ? ["[", "]"] : ["{", "}"]
    if items.isEmpty { return brackets.joined() }
    let flat = flat || isOnOneLine(keys, value)
    let inner = indent + (flat ? "" : unit)
    let texts = items.map { item in
      (item.name.map { $0 + colon } ?? "")
        + text(
          of: item.value, keys + [item.name.map { String($0.dropFirst().dropLast()) } ?? "[]"],
          indent: inner, flat: flat)
    }
    if flat {
      return brackets[0] + padding + texts.joined(separator: "," + gap) + padding + brackets[1]
    }
    return brackets[0] + newLine + texts.map { inner + $0 }.joined(separator: "," + newLine)
      + newLine + indent + brackets[1]
  }
}

extension JSONValue {
  /// Whether it holds no lists and objects.
  var isFlat: Bool {
    let parts = array ?? object?.members.map(\.value) ?? []
    return parts.allSatisfy { $0.array == nil && $0.object == nil }
  }
}
