import JSON
import Testing

@Suite("Equivalence: what is meant, not what is written")
struct EquivalenceTests {
  @Test(arguments: [
    ("[1,2]", "[1.0,2e0]"), (#"{"a":1,"b":[{}]}"#, #"{"b":[{}],"a":1}"#), (#""\u0041""#, #""A""#),
    (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"y":2.0,"x":1}}"#), (#"{"a":1,"a":2}"#, #"{"a":2}"#),
    (#"{"a":1,"a":2}"#, #"{"a":3,"a":2}"#), (#"{"a":1,"b":1,"a":2}"#, #"{"a":2,"b":1,"b":1}"#),
  ])
  func same(_ a: String, _ b: String) throws {
    let (a, b) = (try JSONDocument(parsing: a).value, try JSONDocument(parsing: b).value)
    #expect(a.isEquivalent(to: b))
    #expect(b.isEquivalent(to: a))
    #expect(a != b)
  }

  @Test(arguments: [
    ("[1,2]", "[2,1]"), ("[1]", "[1,1]"), ("[]", "{}"), ("null", "false"), ("0", "false"),
    ("1", #""1""#), (#"{"a":null}"#, "{}"), (#"{"a":1}"#, #"{"b":1}"#), ("null", "[]"),
    (#"{"a":1,"b":2}"#, #"{"a":1,"b":3}"#), (#"{"a":1,"a":2}"#, #"{"a":2,"a":1}"#),
    (#"{"a":1,"b":2}"#, #"{"a":1}"#),
  ])
  func different(_ a: String, _ b: String) throws {
    let (a, b) = (try JSONDocument(parsing: a).value, try JSONDocument(parsing: b).value)
    #expect(!a.isEquivalent(to: b))
    #expect(!b.isEquivalent(to: a))
  }

  @Test func absentIsNotNull() {
    #expect(areEquivalent(nil, nil))
    #expect(areEquivalent(.null, .null))
    #expect(!areEquivalent(nil, .null))
    #expect(!areEquivalent(.null, nil))
    #expect(areEquivalent(30, 30.0))
  }
}
