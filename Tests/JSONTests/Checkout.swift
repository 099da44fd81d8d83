import Foundation

/// Files that stand beside the checkout and are no part of it.
enum Checkout {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let jsonTestSuite = root.deletingLastPathComponent()
    .appending(path: "shared/fixtures/json-test-suite")

  /// The names of the suite's files that begin with a prefix; empty where there is no suite.
  static func suite(_ prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: jsonTestSuite.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
  }

  static func suiteFile(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: jsonTestSuite.appending(path: name)))
  }
}
