import JSON
import Testing

@Suite("JSONTestSuite of Nicolas Seriot, where it stands beside the checkout")
struct JSONTestSuiteTests {
  static let isThere = !Checkout.suite("").isEmpty

  @Test(.enabled(if: isThere, "../shared/fixtures/json-test-suite is missing"))
  func isComplete() {
    #expect(Checkout.suite("").count == 318)
    #expect(Checkout.suite("y_").count == 95)
    #expect(Checkout.suite("n_").count == 188)
    #expect(Checkout.suite("i_").count == 35)
  }

  @Test(
    .enabled(if: isThere, "../shared/fixtures/json-test-suite is missing"),
    arguments: Checkout.suite("y_"))
  func accepts(_ name: String) throws {
    let document = try JSONDocument(parsing: try Checkout.suiteFile(name))
    // What was read is read again as the same.
    let printed = document.value.printed()
    #expect(try JSONDocument(parsing: printed).value == document.value)
  }

  @Test(
    .enabled(if: isThere, "../shared/fixtures/json-test-suite is missing"),
    arguments: Checkout.suite("n_"))
  func rejects(_ name: String) throws {
    let bytes = try Checkout.suiteFile(name)
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
  }

  @Test(
    .enabled(if: isThere, "../shared/fixtures/json-test-suite is missing"),
    arguments: Checkout.suite("i_"))
  func survives(_ name: String) throws {
    let bytes = try Checkout.suiteFile(name)
    guard let value = try? JSONDocument(parsing: bytes).value else { return }
    #expect(try JSONDocument(parsing: value.printed()).value == value)
  }
}
