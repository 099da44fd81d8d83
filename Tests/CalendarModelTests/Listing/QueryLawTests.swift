import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// What holds of every query and every calendar.
@Suite("Laws of queries") struct QueryLawTests {
  /// Conditions and words to put together.
  static let pool =
    QueryTests.conditionCases.map(\.0).filter { text in
      !text.contains(",") && !text.contains(" or ") && !text.contains(" and ")
    } + ["intro", "jonas", "\"x y\"", "studio call"]

  private static func calendars(_ seed: UInt64) -> [ListedCalendar] {
    var edits = EditGenerator(seed: seed)
    let made = (0..<4).compactMap { number in
      ListedCalendar(edits.calendar(), isComplete: number % 2 == 0, names: Listed.names)
    }
    var odd = OddCalendar(seed: seed)
    return made + [ListedCalendar(odd.calendar(), names: Listed.names)].compactMap { $0 }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func laws(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed)
    let calendars = Listed.calendars + Self.calendars(seed)
    for _ in 0..<40 {
      let (a, b, c) = (edits.pick(Self.pool), edits.pick(Self.pool), edits.pick(Self.pool))
      for calendar in calendars {
        let (x, y, z) = (truth(a, calendar), truth(b, calendar), truth(c, calendar))
        #expect(truth("not \(a)", calendar) == !x, "not \(a)")
        #expect(truth("not not \(a)", calendar) == x, "not not \(a)")
        #expect(truth("\(a), \(a)", calendar) == x, "\(a) twice")
        #expect(truth("\(a), \(b)", calendar) == min(x, y), "\(a), \(b)")
        #expect(truth("\(b), \(a)", calendar) == min(x, y), "\(b), \(a)")
        #expect(truth("\(a) and \(b)", calendar) == min(x, y), "\(a) and \(b)")
        #expect(truth("\(c), \(a), \(b)", calendar) == min(x, y, z), "\(c), \(a), \(b)")
        #expect(truth(a.uppercased(), calendar) == x || a.contains("lookBusy"), "\(a)")
      }
    }
  }

  /// Alternatives in any order; those that could go on with the one before are left out here.
  @Test func alternatives() {
    let apart = [
      "look busy on", "draft", "members > 1", "has errors", "open on 24 dec", "recurring",
    ]
    for a in apart {
      for b in apart {
        for calendar in Listed.calendars {
          let both = max(truth(a, calendar), truth(b, calendar))
          #expect(truth("\(a) or \(b)", calendar) == both, "\(a) or \(b)")
          #expect(truth("\(b) or \(a)", calendar) == both, "\(b) or \(a)")
        }
      }
    }
  }

  private func truth(_ text: String, _ calendar: ListedCalendar) -> Truth {
    Query(text).truth(calendar)
  }

  // MARK: Every field

  static let places = FieldPlace.all

  /// A value, what is typed for it, and another value of which that does not hold.
  private struct Sample {
    let value: JSONValue
    let typed: String
    let other: JSONValue
  }

  private static func samples(_ place: FieldPlace) -> [Sample] {
    switch place.field.type {
    case .toggle:
      return [
        Sample(value: true, typed: "on", other: false),
        Sample(value: false, typed: "off", other: true),
        Sample(value: "true", typed: "yes", other: false),
      ]
    case .number:
      return [
        Sample(value: 7, typed: "= 7", other: 9), Sample(value: 7, typed: "> 6", other: 6),
        Sample(value: "7", typed: "<= 7", other: 8),
        Sample(value: 7, typed: "between 5 and 8", other: 9),
      ]
    case .choice(let choices):
      return choices.indices.flatMap { index -> [Sample] in
        let other = choices[(index + 1) % choices.count].value
        guard choices.count > 1 else {
          return [Sample(value: choices[0].value, typed: choices[0].label, other: "x")]
        }
        let wire = choices[index].value.text.map {
          [Sample(value: choices[index].value, typed: "= \($0)", other: other)]
        }
        return [Sample(value: choices[index].value, typed: choices[index].label, other: other)]
          + (wire ?? [])
      }
    case .choices: return [Sample(value: [3, 4], typed: "wed", other: [1])]
    case .text(.date):
      return [
        Sample(
          value: "2026-12-24T00:00:00.000Z", typed: "24 dec", other: "2026-12-25T00:00:00.000Z"),
        Sample(
          value: "2026-12-24T00:00:00.000Z", typed: "< 2026-12-25",
          other: "2026-12-25T00:00:00.000Z"),
      ]
    case .text, .longText:
      return [
        Sample(value: "Some Text", typed: "some te", other: "other"),
        Sample(value: "Some Text", typed: "= \"some text\"", other: "Some Texts"),
        Sample(value: "Some Text", typed: "set", other: ""),
        Sample(value: "", typed: "unset", other: "Some Text"),
      ]
    case .list(let type):
      return [
        Sample(value: [type.template, type.template], typed: "> 1", other: [type.template]),
        Sample(value: [type.template], typed: "set", other: []),
        Sample(value: .null, typed: "unset", other: [type.template]),
      ]
    case .object(let type):
      let first = type.fields[0]
      let filled: JSONValue = .object(
        JSONObject([.init(key: first.key, value: first.key == "enabled" ? true : "WEEKLY")]))
      return [
        Sample(value: filled, typed: "set", other: .null),
        Sample(value: .null, typed: "unset", other: filled),
      ]
    }
  }

  /// The calendar that holds a value at a place, and nothing else.
  private static func calendar(_ value: JSONValue, at place: FieldPlace) -> JSONValue {
    var inner = value
    for count in (1...place.keys.count).reversed() {
      let keys = Array(place.keys.prefix(count))
      if count < place.keys.count, let field = FieldPlace.at(keys.joined(separator: "."))?.field,
        case .list = field.type
      {
        inner = [inner]
      }
      inner = .object(JSONObject([.init(key: keys[count - 1], value: inner)]))
    }
    return inner
  }

  @Test(arguments: places.indices)
  func everyField(_ index: Int) throws {
    let place = Self.places[index]
    let label = place.words.split(separator: " › ").joined(separator: " ")
    let names = [place.keys.joined(separator: "."), label.filter { $0 != "," }]
    for sample in Self.samples(place) {
      let yes = try #require(ListedCalendar(Self.calendar(sample.value, at: place)))
      let no = try #require(ListedCalendar(Self.calendar(sample.other, at: place)))
      for name in names {
        // `recurring` is whether bookings repeat; the rule has its label.
        if name == "recurring" { continue }
        let query = Query("\(name) \(sample.typed)")
        #expect(query.isCondition, "\(query.query.text): \(query.kinds)")
        #expect(query.truth(yes) == .yes, "\(query.query.text): \(query.query.reading)")
        #expect(query.truth(no) == .no, "\(query.query.text): \(query.query.reading)")
        #expect(
          query.truth(Listed.calendars[4]) == .unknown || ["id", "name"].contains(place.keys[0]))
        #expect(Query("not \(name) \(sample.typed)").truth(no) == .yes)
      }
    }
  }

  /// The names lead to fields that are there, and none leads nowhere.
  @Test func everyNameLeadsToAField() {
    for name in QueryNames.all {
      if case .fields(let places) = name.subject { #expect(!places.isEmpty, "\(name.text)") }
      #expect(!name.letters.isEmpty)
    }
    let reached = Set(
      QueryNames.all.flatMap { name -> [FieldPlace] in
        if case .fields(let places) = name.subject { places } else { [] }
      })
    let missing = FieldPlace.all.filter { !reached.contains($0) && $0.keys != ["lookBusyConfig"] }
    // The key is taken by the switch; the label leads to the rule.
    #expect(missing.map(\.keys) == [], "\(missing.map(\.keys))")
  }

  // MARK: Hostile typing

  static let hostile = [
    "\u{1B}[2J", "\u{0}", "\u{202E}x", "\"", "“", "\"\"\"", ",,,,;;", "or or or", "and,or;not",
    "not", "not not not not not not not not x", "----", "-", "!", "> > >", "=", "= 5", ">", "a > b",
    String(repeating: "x", count: 10_000), String(repeating: "not ", count: 3_000),
    String(repeating: "a or ", count: 2_000), String(repeating: "\u{301}", count: 5_000),
    String(repeating: "open on ", count: 1_000),
    "slot duration > " + String(repeating: "9", count: 400),
    "duration 99999999999999999999 h", "open on 99999999-99-99", "members > 1e400",
    "between and", "duration between", "duration between and", "duration between 1 and",
    "open on " + String(repeating: "24 dec ", count: 500), "日本語 > 3", "name = \u{1F468}\u{200D}",
    "look busy > %", "type :", ": x", "name::::", "is", "is is is is", "has", "no", "with no with",
  ]

  @Test(arguments: hostile.indices)
  func hostileTyping(_ index: Int) {
    ask(Self.hostile[index])
  }

  /// Half of a long text costs no less than a part of the whole: nothing is tried in all ways.
  @Test(arguments: hostile.indices.filter { hostile[$0].utf8.count > 1000 })
  func hostileTypingCostsWhatItIsLong(_ index: Int) {
    let text = Self.hostile[index]
    let whole = text.unicodeScalars.count
    let growth = Effort.growth(from: whole / 2, to: whole) { count in
      let part = String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
      return { ask(part) }
    }
    #expect(growth < 6)
  }

  /// All that typing a text leads to.
  private func ask(_ text: String) {
    let query = Query(text)
    _ = (query.query.reading, query.query.mistakes)
    for calendar in Listed.calendars { _ = query.truth(calendar) }
    _ = query.query.result(in: Listed.calendars, Query.context)
    for cursor in [0, text.count / 2, text.count, .max, -3] {
      _ = CalendarQuery.suggestions(for: text, at: cursor)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func mutatedCalendarsHaveAnAnswer(_ run: UInt64) throws {
    for number in 0..<6 {
      var mutator = CalendarMutator(seed: run * 500 + UInt64(number))
      let value = try JSONDocument(parsing: mutator.text()).value
      guard let calendar = ListedCalendar(value, names: Listed.names) else { continue }
      for text in Self.pool {
        #expect(Query("not " + text).truth(calendar) == !Query(text).truth(calendar), "\(text)")
      }
    }
  }
}
