import JSON
import TestSupport
import Testing

@Suite("Properties over generated documents", .timeLimit(.minutes(240)))
struct PropertyTests {
  @Test func printingIsTheInverseOfParsing() throws {
    var texts = RandomJSON(seed: 1)
    for _ in 0..<2_000 {
      let text = texts.text()
      let document = try JSONDocument(parsing: text)
      for layout in [JSONLayout.compact, .readable, document.layout] {
        let printed = document.value.printed(layout)
        let again = try JSONDocument(parsing: printed)
        #expect(again.value == document.value, "\(text)")
        #expect(again.value.printed(layout) == printed, "\(text)")
        #expect(again.duplicateKeys.map(\.path) == document.duplicateKeys.map(\.path), "\(text)")
      }
    }
  }

  @Test func compactPrintIsTheTextWithoutWhiteSpace() throws {
    var texts = RandomJSON(seed: 2)
    for _ in 0..<2_000 {
      let text = texts.text()
      #expect(
        try JSONDocument(parsing: text).value.printed() == Self.withoutSpace(text), "\(text)")
    }
  }

  private static func withoutSpace(_ text: String) -> String {
    var (out, isInside, isEscaped) = ("", false, false)
    for scalar in text.unicodeScalars {
      if !isInside, " \n\r\t".unicodeScalars.contains(scalar) { continue }
      if scalar == "\"", !isEscaped { isInside.toggle() }
      isEscaped = scalar == "\\" && !isEscaped
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  @Test func equivalenceIsReflexiveAndSymmetric() throws {
    var texts = RandomJSON(seed: 3)
    var last = JSONValue.null
    var (same, different) = (0, 0)
    for _ in 0..<2_000 {
      let value = try JSONDocument(parsing: texts.text(depth: 2)).value
      #expect(value.isEquivalent(to: value))
      #expect(value.isEquivalent(to: try JSONDocument(parsing: value.printed()).value))
      #expect(value.isEquivalent(to: last) == last.isEquivalent(to: value))
      if value == last { #expect(value.isEquivalent(to: last)) }
      let shuffled = Self.shuffled(value, &texts.random)
      #expect(value.isEquivalent(to: shuffled), "\(value.printed())")
      #expect(shuffled.isEquivalent(to: value), "\(value.printed())")
      if value.isEquivalent(to: last) { same += 1 } else { different += 1 }
      last = value
    }
    #expect(same > 0 && different > 0)
  }

  /// The same value with the members of its objects in another order, duplicates left alone.
  private static func shuffled(_ value: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { shuffled($0, &random) })
    case .object(let object):
      let members = object.members.map { member in
        var member = member
        member.value = shuffled(member.value, &random)
        return member
      }
      let isUnique = Set(members.map(\.name.spelling)).count == members.count
      let texts = Set(members.map(\.key))
      guard isUnique, texts.count == members.count else { return .object(JSONObject(members)) }
      return .object(JSONObject(members.shuffled(using: &random)))
    default: return value
    }
  }

  @Test func mutatedDocumentsNeverCrash() throws {
    var texts = RandomJSON(seed: 4)
    let bytes: [UInt8] =
      Array("{}[]\",:\\u0dDeE+-.9nt \n".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
    var (accepted, rejected) = (0, 0)
    for _ in 0..<5_000 {
      var text = Array(texts.text(depth: 4).utf8)
      for _ in 0...Int.random(in: 0...3, using: &texts.random) where !text.isEmpty {
        let place = Int.random(in: text.indices, using: &texts.random)
        switch Int.random(in: 0..<4, using: &texts.random) {
        case 0: text.remove(at: place)
        case 1: text.insert(bytes.randomElement(using: &texts.random) ?? 0, at: place)
        case 2: text[place] = bytes.randomElement(using: &texts.random) ?? 0
        default: text.removeSubrange(place...)
        }
      }
      do {
        let value = try JSONDocument(parsing: text).value
        #expect(try JSONDocument(parsing: value.printed()).value == value)
        accepted += 1
      } catch {
        #expect(error.position.line >= 1 && error.position.column >= 1)
        rejected += 1
      }
    }
    #expect(accepted > 100 && rejected > 1_000)
  }
}
