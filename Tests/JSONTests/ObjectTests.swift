import JSON
import Testing

@Suite("Objects and keys that stand twice")
struct ObjectTests {
  static func object(_ text: String) throws -> JSONObject {
    try #require(try JSONDocument(parsing: text).value.object)
  }

  @Test func settingKeepsThePlaceAndAppends() throws {
    var object = try Self.object(#"{"a":1,"b":2}"#)
    object["a"] = 3
    object["c"] = 4
    #expect(object.keys == ["a", "b", "c"])
    object["b"] = nil
    object["x"] = nil
    #expect(JSONValue.object(object).printed() == #"{"a":3,"c":4}"#)
    object.insert(5, for: "first", at: 0)
    object.insert(6, for: "last", at: 99)
    #expect(object.keys == ["first", "a", "c", "last"])
  }

  @Test func lastDuplicateCountsAndAllArePrinted() throws {
    let text = #"{"a":1,"b":2,"a":3}"#
    let value = try JSONDocument(parsing: text).value
    #expect(value[key: "a"] == 3)
    #expect(value.printed() == text)
    #expect(value.isEquivalent(to: ["b": 2, "a": 3]))
    #expect(!value.isEquivalent(to: ["b": 2, "a": 1]))
  }

  @Test func writingADuplicateChangesTheLast() throws {
    var object = try Self.object(#"{"a":1,"b":2,"a":3}"#)
    object["a"] = 4
    #expect(JSONValue.object(object).printed() == #"{"a":1,"b":2,"a":4}"#)
    object["a"] = nil
    #expect(object["a"] == nil)
    #expect(JSONValue.object(object).printed() == #"{"b":2}"#)
  }

  @Test func duplicatesAreReported() throws {
    let document = try JSONDocument(
      parsing: """
        {
          "a": 1, "é": [{"b": 1, "b": 2}],
          "\\u0061": 3
        }
        """)
    #expect(document.duplicateKeys.map(\.path.description) == ["é[0].b", "a"])
    #expect(document.duplicateKeys.map(\.position.description) == ["2:26", "3:3"])
  }

  @Test func sameKeyInOtherObjectsIsNoDuplicate() throws {
    let document = try JSONDocument(parsing: #"[{"a":1},{"a":{"a":2}}]"#)
    #expect(document.duplicateKeys.isEmpty)
  }

  @Test(arguments: [
    #"{"\u00e9":1,"e\u0301":2}"#, #"{"\ud800":1,"\ud801":2}"#, #"{"\ud800":1,"\ufffd":2}"#,
    #"{"a":1,"A":2}"#, #"{"":1," ":2}"#,
  ])
  func keysThatOnlyLookAlike(_ text: String) throws {
    let document = try JSONDocument(parsing: text)
    #expect(document.duplicateKeys.isEmpty)
    let swapped = try JSONDocument(
      parsing: text.replacing(":1", with: ":x").replacing(":2", with: ":1")
        .replacing(":x", with: ":2"))
    #expect(!document.value.isEquivalent(to: swapped.value))
  }

  @Test(arguments: [2, 15, 16, 17, 18, 40])
  func duplicatesAreFoundInObjectsOfAnySize(_ count: Int) throws {
    let keys = (0..<count).map { "\"k\($0)\":\($0)" }
    for repeated in [0, count / 2, count - 1] {
      let text = "{" + (keys + ["\"k\(repeated)\":-1"]).joined(separator: ",") + "}"
      let document = try JSONDocument(parsing: text)
      #expect(document.duplicateKeys.map(\.path.description) == ["k\(repeated)"])
      #expect(document.value[key: "k\(repeated)"] == -1)
    }
    let unique = try JSONDocument(parsing: "{" + keys.joined(separator: ",") + "}")
    #expect(unique.duplicateKeys.isEmpty)
  }

  @Test(.timeLimit(.minutes(240)))
  func reportingIsBounded() throws {
    let members = Array(repeating: "\"a\":1", count: 50_000).joined(separator: ",\n")
    let document = try JSONDocument(parsing: "{" + members + "}")
    #expect(document.duplicateKeys.count == 100)
    #expect(document.value.object?.count == 50_000)
  }
}
