import CalendarModel
import JSON

/// Calendars that a service, a proxy or a careless script could send, the same for the same seed.
struct CalendarMutator {
  private var edits: EditGenerator

  init(seed: UInt64) { edits = EditGenerator(seed: seed) }

  /// The text of a calendar with a few things wrong, at any depth; it is an object, and JSON.
  mutating func text() -> String {
    var calendar =
      edits.chance(3) ? edits.pick([Calendars.full, Calendars.field]) : edits.calendar()
    if edits.chance(2), var object = calendar.object {
      // Most of what can go wrong needs few properties.
      for key in object.keys where !edits.chance(3) { object[key] = nil }
      calendar = .object(object)
    }
    for _ in 0..<Int.random(in: 1...6, using: &edits.random) { mutate(&calendar, depth: 0) }
    var text = calendar.printed(edits.chance(2) ? .readable : .compact)
    // What no value of ours can hold: spellings, and a key that stands twice.
    for (mark, spellings) in Self.spellings where edits.chance(2) {
      text = text.split(separator: mark, omittingEmptySubsequences: false).joined(
        separator: edits.pick(spellings))
    }
    if edits.chance(6), let key = calendar.object?.keys.first, text.first == "{" {
      text = "{" + JSONString.quoted(key) + ":[1]," + text.dropFirst()
    }
    return text
  }

  private static let spellings: [(String, [String])] = [
    ("-7777", ["1e400", "-0", "1E-400", "123456789012345678901234567890", "3.0e1", "0.1e1"]),
    ("HALF", ["\\ud800", "\\udfff\\ud800", "\\u0000", "\\u001b[2J", "\\ud83d\\ude00"]),
  ]

  private mutating func mutate(_ value: inout JSONValue, depth: Int) {
    switch value {
    case .object(var object) where !object.isEmpty && (depth == 0 || !edits.chance(4)):
      let key = edits.pick(object.keys)
      switch Int.random(in: 0..<8, using: &edits.random) {
      case 0: object[key] = nil
      case 1: object[edits.pick(CalendarSchema.all).key] = odd()
      case 2: object[hostile()] = odd()
      // Under another spelling, as other versions of the service have it.
      case 3: object[edits.chance(2) ? key.uppercased() : key + "s"] = object[key]
      default:
        if var member = object[key] {
          mutate(&member, depth: depth + 1)
          object[key] = member
        }
      }
      value = .object(object)
    case .array(var rows) where !rows.isEmpty && !edits.chance(5):
      let index = Int.random(in: rows.indices, using: &edits.random)
      switch Int.random(in: 0..<8, using: &edits.random) {
      case 0: rows.append(rows[index])
      case 1: rows.remove(at: index)
      case 2: rows.insert(odd(), at: index)
      case 3: rows = []
      case 4: rows.shuffle(using: &edits.random)
      case 5 where edits.chance(10): rows += Array(repeating: rows[index], count: 40)
      default: mutate(&rows[index], depth: depth + 1)
      }
      value = .array(rows)
    // Numbers as texts and texts as numbers.
    case .number(let number) where edits.chance(3): value = .text(number.spelling)
    case .string(let text) where edits.chance(4):
      value = Int(text.value).map(JSONValue.integer) ?? odd()
    default: value = odd()
    }
  }

  /// A value that has no business anywhere.
  private mutating func odd() -> JSONValue {
    switch Int.random(in: 0..<12, using: &edits.random) {
    case 0: .null
    case 1: .bool(edits.chance(2))
    case 2: -7777
    case 3: edits.pick([0, -1, 1.5, 1e308, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808])
    case 4, 5: .text(hostile())
    case 6: []
    case 7: [:]
    case 8: [.null, [.text(hostile())], [:]]
    case 9: .object(JSONObject([.init(key: hostile(), value: .text(hostile()))]))
    case 10 where edits.chance(4): deep(Int.random(in: 1...200, using: &edits.random))
    default: .text("HALF")
    }
  }

  private func deep(_ levels: Int) -> JSONValue {
    (0..<levels).reduce(.null) { inner, level in level % 2 == 0 ? [inner] : ["hours": inner] }
  }

  private mutating func hostile() -> String {
    edits.pick([
      "", " ", "\u{1B}]0;T\u{7}", "\u{9B}2J", "\u{202E}x", "\u{0}", "a.b[0]", "__proto__",
      "e\u{301}",
      "é", "日本語", "9999-99-99", "2026-12-24T00:00:00.000Z", "30", "1e9", "[", "\"", "\\", "HALF",
      "userId", "hours", "id", "deleted", String(repeating: "x", count: 5000),
      "a" + String(repeating: "\u{301}", count: 500),
    ])
  }

  // MARK: What happens to it

  /// Edits a document a few times.
  mutating func edit(_ document: inout CalendarDocument) {
    for _ in 0..<Int.random(in: 1...6, using: &edits.random) { _ = edits.edit(&document) }
  }

  /// What a service makes of it.
  mutating func served(_ calendar: JSONValue) -> JSONValue {
    var calendar = calendar
    if edits.chance(2) { mutate(&calendar, depth: 0) }
    return calendar
  }
}
