import JSON
import Testing

@Suite("Depth")
struct DepthTests {
  static let limit = JSONDocument.depthLimit

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func limitIsReachedAndHeld(open: String, close: String) throws {
    func text(_ depth: Int) -> String {
      String(repeating: open, count: depth) + (open == "[" ? "" : "1")
        + String(repeating: close, count: depth)
    }
    let deepest = try JSONDocument(parsing: text(Self.limit)).value
    #expect(deepest.printed() == text(Self.limit))
    #expect(deepest.isEquivalent(to: try JSONDocument(parsing: text(Self.limit)).value))
    #expect(!deepest.printed(.readable).isEmpty)
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: text(Self.limit + 1))
    }
    #expect(error?.reason == .tooDeep(limit: Self.limit))
    #expect(error?.position.column == Self.limit * open.count + 1)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":["])
  func aHundredThousandLevelsAreRefused(open: String) {
    let text = String(repeating: open, count: 100_000)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
    #expect(error?.reason == .tooDeep(limit: Self.limit))
  }

  @Test func breadthIsNoDepth() throws {
    let text = "[" + Array(repeating: "[]", count: 10_000).joined(separator: ",") + "]"
    #expect(try JSONDocument(parsing: text).value.array?.count == 10_000)
  }
}
