import JSON
import TestSupport

/// Texts of valid JSON with everything in them that a parser can trip over.
struct RandomJSON {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text(depth: Int = 5) -> String {
    space() + value(depth: depth) + space()
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: return "null"
    case 1: return Bool.random(using: &random) ? "true" : "false"
    case 2, 3: return number()
    case 4, 5: return string()
    case 6: return list("[", "]") { $0.value(depth: depth - 1) }
    default:
      return list("{", "}") {
        $0.string() + $0.space() + ":" + $0.space() + $0.value(depth: depth - 1)
      }
    }
  }

  private mutating func list(
    _ open: String, _ close: String, _ item: (inout RandomJSON) -> String
  ) -> String {
    let count = Int.random(in: 0...6, using: &random)
    var items: [String] = []
    for _ in 0..<count { items.append(space() + item(&self) + space()) }
    return open + (count == 0 ? space() : items.joined(separator: ",")) + close
  }

  mutating func number() -> String {
    func digits(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
    }
    var out = Bool.random(using: &random) ? "-" : ""
    out += Bool.random(using: &random) ? "0" : "\(Int.random(in: 1...9, using: &random))"
    if !out.hasSuffix("0") { out += digits(0...20, &random) }
    if Bool.random(using: &random) { out += "." + digits(1...20, &random) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      out += ["e", "E", "e+", "E-"].randomElement(using: &random) ?? "e"
      out += digits(1...(Bool.random(using: &random) ? 2 : 25), &random)
    }
    return out
  }

  mutating func string() -> String {
    let pieces = [
      "a", "key", "userId", "é", "e\u{301}", "日本", "🙂", "\u{202E}", "\u{7F}", "\u{FFFD}", "\\\"",
      "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u001F", "\\u00e9", "\\uD83D",
      "\\uDE42", "\\ud83d\\ude42", "\\uFFFD", "\\u2028", "/", "'", " ",
    ]
    let count = Int.random(in: 0...4, using: &random)
    return "\""
      + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\""
  }

  private mutating func space() -> String {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return "" }
    return [" ", "\n", "\r\n", "\t", "  "].randomElement(using: &random) ?? ""
  }
}
