import JSON
import Testing

@Suite("Paths")
struct PathTests {
  @Test(arguments: [
    "", "name", "teamMembers[1].locationConfigurations[0].kind", "openHours[0]", "[3].a",
    "lookBusyConfig.LookBusyPercentage", "a[0][1]",
  ])
  func printedAndReadAgain(_ text: String) {
    #expect(JSONPath(text).description == text)
  }

  @Test func dottedNumbersAreRows() {
    #expect(JSONPath("openHours.1.hours.0.openHour") == "openHours[1].hours[0].openHour")
  }

  @Test func parts() {
    let path: JSONPath = "teamMembers[1].locationConfigurations[0].kind"
    #expect(path.topKey == "teamMembers")
    #expect(path.row == 1)
    #expect(path.last == .key("kind"))
    #expect(path.parent == "teamMembers[1].locationConfigurations[0]")
    #expect(path.withinRow == "locationConfigurations[0].kind")
    #expect(path.keys == ["teamMembers", "locationConfigurations", "kind"])
    #expect(path.hasPrefix("teamMembers[1]"))
    #expect(path.hasPrefix(path))
    #expect(!path.hasPrefix("teamMembers[0]"))
    #expect(path.count == 5)
    #expect(JSONPath("a").appending(JSONPath("b[2]")) == "a.b[2]")
    #expect(JSONPath("a").appending("b").appending(2) == "a.b[2]")
  }

  @Test(arguments: [
    ("", "name", true), ("a", "a", true), ("a", "a[0].b", true), ("a[0].b", "a[0]", true),
    ("a", "b", false), ("a", "ab", false), ("a[0].b", "a[1].b", false), ("a[0]", "a.b", false),
    ("a[0].b", "a[0].c", false), ("caf\u{E9}", "cafe\u{301}", false),
  ])
  func overlapping(_ a: String, _ b: String, _ doOverlap: Bool) {
    #expect(JSONPath(a).overlaps(JSONPath(b)) == doOverlap)
    #expect(JSONPath(b).overlaps(JSONPath(a)) == doOverlap)
  }

  @Test func root() {
    #expect(JSONPath.root.isRoot)
    #expect(JSONPath.root.parent == .root)
    #expect(JSONPath.root.topKey == nil)
    #expect(JSONPath.root.row == nil)
    #expect(JSONPath.root.last == nil)
    #expect(JSONPath("recurring.count").row == nil)
    #expect(JSONPath("[0]").topKey == nil)
  }

  @Test func values() {
    let value: JSONValue = ["a": [["b": 1], .null], "c": .null]
    #expect(value["a[0].b"] == 1)
    #expect(value["a[1]"] == .null)
    #expect(value["c"] == .null)
    #expect(value[.root] == value)
    for path: JSONPath in ["x", "a[2]", "a[-1]", "a.b", "c.d", "a[0].b.c", "[0]"] {
      #expect(value[path] == nil, "\(path)")
    }
  }
}
