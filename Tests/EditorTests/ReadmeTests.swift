import Foundation
import Testing

@testable import Editor

/// The key list of the README is made from the table of actions.
@Suite struct ReadmeTests {
  private let readme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  private var table: String {
    var lines = ["| keys | what they do |", "| --- | --- |"]
    for action in Actions.all where !action.keys.isEmpty {
      let keys = action.keys.map { "`\($0)`" }.joined(separator: ", ")
      lines.append("| \(keys) | \(action.title) |")
    }
    for hint in HelpText.fieldKeys {
      lines.append("| \(hint.key) | \(hint.text) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func theKeysAreThoseOfTheActions() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let head = try #require(text.range(of: "<!-- keys:.*-->\n", options: .regularExpression))
    let foot = try #require(text.range(of: "<!-- /keys -->"))
    let found = String(text[head.upperBound..<foot.lowerBound])
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let new = text[..<head.upperBound] + table + text[foot.lowerBound...]
      try new.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(found == table)
    }
  }
}
