import JSON
import TestSupport
import Testing

/// A changed value in the text that it came from: the rest stays to the byte, and what is new looks
/// like the rest.
@Suite("Printing a change into a text", .timeLimit(.minutes(240)))
struct ReprintTests {
  private func reprinted(_ text: String, with value: JSONValue) throws -> String {
    let bytes = Array(text.utf8)
    return JSONReprinter(try JSONDocument(parsing: bytes), in: bytes).text(with: value)
  }

  private func reprinted(_ text: String, _ edit: (inout JSONValue) -> Void) throws -> String {
    var value = try JSONDocument(parsing: text).value
    edit(&value)
    return try reprinted(text, with: value)
  }

  @Test func theSameValueIsTheSameText() throws {
    var texts = RandomJSON(seed: 21)
    for _ in 0..<1_000 {
      let text = texts.text()
      #expect(try reprinted(text, with: JSONDocument(parsing: text).value) == text)
    }
  }

  /// Whatever becomes of whatever text: the new text means the new value.
  @Test func theTextMeansTheNewValue() throws {
    var texts = RandomJSON(seed: 22)
    for _ in 0..<3_000 {
      let (text, other) = (texts.text(), texts.text(depth: 2))
      var value = try JSONDocument(parsing: text).value
      for _ in 0...2 {
        value = Self.changed(value, try JSONDocument(parsing: other).value, &texts.random)
      }
      let printed = try reprinted(text, with: value)
      #expect(try JSONDocument(parsing: printed).value == value, "\(text) → \(printed)")
      if text.utf8.count < 200 {
        #expect(Self.keepsUnchangedMembers(text, printed, value), "\(text) → \(printed)")
      }
    }
  }

  /// The text of each member of the root that stayed is still there, white space included.
  private static func keepsUnchangedMembers(
    _ text: String, _ printed: String, _ value: JSONValue
  ) -> Bool {
    guard let old = try? JSONDocument(parsing: text).value.object,
      let new = value.object, Set(old.keys).count == old.count
    else { return true }
    // The value's own text is found by what the parser makes of it alone.
    return old.members.allSatisfy { member in
      guard let now = new[member.key], now == member.value, member.value.object != nil else {
        return true
      }
      return Self.texts(of: member.value, in: text).contains { printed.contains($0) }
    }
  }

  /// All parts of a text that are this value.
  private static func texts(of value: JSONValue, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == UInt8(ascii: "{") }.flatMap { start in
      bytes.indices[start...].filter { bytes[$0] == UInt8(ascii: "}") }.compactMap { end in
        let part = bytes[start...end]
        guard (try? JSONDocument(parsing: part).value) == value else { return nil }
        return String(decoding: part, as: UTF8.self)
      }
    }
  }

  private static func changed(
    _ value: JSONValue, _ other: JSONValue, _ random: inout SeededGenerator
  ) -> JSONValue {
    switch value {
    case .array(var elements):
      change(&elements, adding: other, &random) { $0 = changed($0, other, &$1) }
      return .array(elements)
    case .object(let object):
      var members = object.members
      change(&members, adding: JSONObject.Member(key: "new", value: other), &random) {
        $0.value = changed($0.value, other, &$1)
      }
      return .object(JSONObject(members))
    default: return other
    }
  }

  /// Adds something, takes something away, changes the order, or changes what is there.
  private static func change<Part>(
    _ parts: inout [Part], adding new: Part, _ random: inout SeededGenerator,
    _ change: (inout Part, inout SeededGenerator) -> Void
  ) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: parts.insert(new, at: Int.random(in: 0...parts.count, using: &random))
    case 1 where !parts.isEmpty: parts.remove(at: Int.random(in: parts.indices, using: &random))
    case 2: parts.shuffle(using: &random)
    case _ where parts.isEmpty: parts = [new]
    default: change(&parts[Int.random(in: parts.indices, using: &random)], &random)
    }
  }

  /// One number is another one: nothing else differs by a byte.
  @Test func oneChangeIsOneDifference() throws {
    var texts = RandomJSON(seed: 23)
    var count = 0
    for _ in 0..<2_000 {
      let text = texts.text()
      var value = try JSONDocument(parsing: text).value
      guard let path = Self.number(in: value, &texts.random), let old = value[path] else {
        continue
      }
      _ = value.update(at: path) { $0 = 12345 }
      // The member that a key means is the last of its name; the others stay.
      guard old != value[path] else { continue }
      let (before, after) = (Array(text.utf8), Array(try reprinted(text, with: value).utf8))
      let start = zip(before, after).prefix { $0 == $1 }.count
      let end = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
      let gone = old.printed().utf8.count
      #expect(after.count == before.count - gone + 5)
      #expect(start + end >= before.count - gone, "\(text)")
      count += 1
    }
    #expect(count > 300)
  }

  private static func number(in value: JSONValue, _ random: inout SeededGenerator) -> JSONPath? {
    switch value {
    case .number: return .root
    case .array(let elements):
      for index in elements.indices.shuffled(using: &random) {
        if let path = number(in: elements[index], &random) {
          return JSONPath([.index(index)] + path.components)
        }
      }
    case .object(let object):
      for member in object.members.shuffled(using: &random) where object[member.key] == member.value
      {
        if let path = number(in: member.value, &random) {
          return JSONPath([.key(member.key)] + path.components)
        }
      }
    default: break
    }
    return nil
  }

  // MARK: The style of the text

  static let calendar: JSONValue = [
    "id": "c1", "name": "Intro call", "slotDuration": 30, "tags": [1, 2, 3], "empty": [],
    "teamMembers": [
      [
        "userId": "ana", "priority": 0.5,
        "locationConfigurations": [["kind": "custom", "location": "x"]],
      ],
      [
        "userId": "ben", "priority": 1,
        "locationConfigurations": [["kind": "physical", "location": "y"]],
      ],
    ],
    "openHours": [
      ["daysOfTheWeek": [1, 2], "hours": [["openHour": 9, "closeHour": 17]]],
      [
        "daysOfTheWeek": [3],
        "hours": [["openHour": 9, "closeHour": 12], ["openHour": 13, "closeHour": 17]],
      ],
    ],
    "recurring": ["freq": "DAILY", "count": 3],
    "note": "kept",
  ]

  /// A text that a program has laid out: edits give what that program would have printed.
  @Test(arguments: StyledPrinter.all)
  func aRegularTextStaysRegular(style: StyledPrinter) throws {
    let text = style.text(of: Self.calendar)
    var random = SeededGenerator(seed: 24)
    for _ in 0..<200 {
      var value = Self.calendar
      for _ in 0...Int.random(in: 0...3, using: &random) {
        Self.edit(&value, isByKind: style.isByKind, &random)
      }
      #expect(
        try reprinted(text + style.newLine, with: value) == style.text(of: value) + style.newLine)
    }
  }

  private static func edit(
    _ value: inout JSONValue, isByKind: Bool, _ random: inout SeededGenerator
  ) {
    let rows: [JSONPath] = ["teamMembers", "openHours", "openHours[0].hours", "tags"]
    let path = rows[Int.random(in: rows.indices, using: &random)]
    _ = value.update(at: path) { list in
      guard var elements = list.array, !elements.isEmpty else { return }
      let index = Int.random(in: elements.indices, using: &random)
      var row = elements[index]
      for key in ["priority", "closeHour"] { _ = row.update(at: JSONPath([.key(key)])) { $0 = 77 } }
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where elements.count > 1: elements.remove(at: index)
      case 1: elements[index] = row
      default: elements.insert(row, at: index)
      }
      list = .array(elements)
    }
    guard var object = value.object else { return }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: object["name"] = "Other"
    case 1: object["note"] = nil
    case 2: object["id"] = nil
    case 3: object["slotBuffer"] = 5
    case 4 where isByKind: object["empty"] = [4, 5]
    case 5 where isByKind: object["lookBusyConfig"] = ["enabled": true, "share": 10]
    default: object["slotDuration"] = 45
    }
    value = .object(object)
  }

  @Test func whatSurroundsTheValueIsKept() throws {
    let text = "\u{FEFF}\r\n{\r\n\r\n\t\"a\" :  1 ,\r\n\r\n\t\"b\": {  \"c\": 2  }\r\n}\r\n\r\n"
    #expect(
      try reprinted(text) { _ = $0.update(at: "b.c") { $0 = 3 } }
        == text.replacing("2", with: "3"))
    #expect(
      try reprinted(text) { value in
        guard var object = value.object else { return }
        object["d"] = [:]
        value = .object(object)
      } == text.replacing("  }", with: "  },\r\n\t\"d\": {}"))
  }

  /// `[{` on one line, its rows over several.
  @Test func bracketsThatStandTogether() throws {
    let text = "{\n  \"rows\": [{\n    \"a\": 1\n  }, {\n    \"a\": 2\n  }]\n}\n"
    let wanted = text.replacing("}]", with: "}, {\n    \"a\": 3\n  }]")
    #expect(
      try reprinted(text) { _ = $0.update(at: "rows") { $0 = [["a": 1], ["a": 2], ["a": 3]] } }
        == wanted)
  }

  @Test func deepTextsAreReprinted() throws {
    let depth = JSONDocument.depthLimit - 1
    let text = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    let path = JSONPath(Array(repeating: .index(0), count: depth))
    #expect(
      try reprinted(text) { _ = $0.update(at: path) { $0 = 2 } } == text.replacing("1", with: "2"))
  }
}
