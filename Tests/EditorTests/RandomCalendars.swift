import CalendarModel
import JSON
import TestSupport

/// Calendars as they are and as nobody would send them, the same for the same seed.
struct RandomCalendars: RandomMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A calendar to open: one of the known ones, nothing at all, or a broken one.
  mutating func calendar() -> JSONValue {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: sampleCalendar
    case 1: quirkyCalendar
    case 2: dateCalendar
    case 3: [:]
    default: mutated(pick([sampleCalendar, quirkyCalendar, dateCalendar]))
    }
  }

  /// The calendar with a few values, at any depth, replaced by others or taken away.
  mutating func mutated(_ calendar: JSONValue) -> JSONValue {
    var calendar = calendar
    for _ in 0..<Int.random(in: 1...12, using: &random) { change(&calendar, depth: 0) }
    return calendar
  }

  private mutating func change(_ value: inout JSONValue, depth: Int) {
    switch value {
    case .object(var object) where !object.isEmpty && (depth == 0 || !chance(4)):
      if chance(8) {
        object[pick(CalendarSchema.all).key] = self.value()
      } else {
        let key = pick(object.keys)
        if chance(8) {
          object[key] = nil
        } else if var member = object[key] {
          change(&member, depth: depth + 1)
          object[key] = member
        }
      }
      value = .object(object)
    case .array(var elements) where !elements.isEmpty && !chance(4):
      let index = elements.indices.randomElement(using: &random) ?? 0
      if chance(6) {
        elements.append(chance(2) ? elements[index] : self.value())
      } else {
        change(&elements[index], depth: depth + 1)
      }
      value = .array(elements)
    default: value = self.value()
    }
  }

  /// A value of any kind.
  mutating func value(depth: Int = 2) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(chance(2))
    case 2: return pick([0, 1, 7, 24, 30, 60, -1, 1440, 0.1, 1e300, 9_223_372_036_854_775_807])
    case 3, 4: return .text(text())
    case 5: return .array((0..<3).map { _ in value(depth: depth - 1) })
    case 6:
      let keys = ["date", "hours", "openHour", "userId", "kind", "", "a.b[0]", text()]
      return .object(
        JSONObject((0..<3).map { _ in .init(key: pick(keys), value: value(depth: depth - 1)) }))
    default: return chance(4) ? deep(Int.random(in: 1...300, using: &random)) : [:]
    }
  }

  private func deep(_ levels: Int) -> JSONValue {
    (0..<levels).reduce(.null) { inner, level in level % 2 == 0 ? [inner] : ["x": inner] }
  }

  /// A text that somebody could type or paste, or that could break a screen.
  mutating func text() -> String {
    let pieces = [
      "", " ", "a", "Zoe", "30", "9-12, 13-17", "closed", "24", "1.5 h", "2 days", "2026-12-24",
      "24.12. 9-17", "next mon closed", "a@b.example", "a@b, c@d;", "https://example.com/?a=b",
      "#a1b2c3", "2026-12-24T00:00:00.000Z", "9999-12-31", "0000-00-00", "99999999999999999999",
      "e\u{301}", "日本語", "👩‍👩‍👧‍👦", "\u{202E}", "\u{1B}[31m", "\u{0}", "\u{7F}", "\t", "\n", "\r\n",
      "\u{200D}", "{{contact.name}}", "\"", "\\", "[", "{}", "null", "-5", "25:61", "12-9",
      "mon-fri 9-5", "1/2/3", "x".repeated(300),
    ]
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(pieces) }.joined()
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
