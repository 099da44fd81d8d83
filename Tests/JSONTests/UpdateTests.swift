import JSON
import Testing

@Suite("Changing in place")
struct UpdateTests {
  static let value: JSONValue = ["a": [["b": 1, "c": 2], .null], "d": "x"]

  @Test func changesOnlyWhatThePathMeans() {
    var value = Self.value
    let old = value.update(at: "a[0].b") { old -> JSONValue in
      defer { old = 3 }
      return old
    }
    #expect(old == 1)
    #expect(value.printed() == #"{"a":[{"b":3,"c":2},null],"d":"x"}"#)
    value.update(at: .root) { $0 = true }
    #expect(value == true)
  }

  @Test(arguments: ["x", "a[2]", "a[-1]", "a[1].b", "d.e", "a.b", "[0]"] as [JSONPath])
  func leavesEverythingWhereThereIsNothing(_ path: JSONPath) {
    var value = Self.value
    let answer: Bool? = value.update(at: path) { _ in true }
    #expect(answer == nil)
    #expect(value == Self.value)
  }

  /// A copy of the list would show as another address of its storage.
  @Test func copiesNothingWithOneOwner() {
    var value: JSONValue = ["rows": .array((0..<1_000).map { ["n": .integer($0)] })]
    func address() -> UnsafeRawPointer? {
      guard case .array(let rows)? = value[key: "rows"] else { return nil }
      return rows.withUnsafeBytes { $0.baseAddress }
    }
    let before = address()
    #expect(before != nil)
    for row in 0..<1_000 {
      value.update(at: JSONPath("rows[\(row)].n")) { $0 = .integer(-row) }
      // At once: the copy of a copy may well stand where the first one stood.
      #expect(address() == before)
    }
    let copy = value
    value.update(at: "rows[0].n") { $0 = "changed" }
    #expect(copy["rows[0].n"] == 0)
    #expect(address() != before)
  }
}
