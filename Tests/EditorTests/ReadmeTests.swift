import Foundation
import Testing

@testable import Editor

/// The key list of the README is made from the tables of actions and of the keys of each place.
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
    for place in PlaceKeys.all {
      lines.append("| **\(place.title)** | \(place.typing) |")
      for entry in place.entries {
        let keys = entry.keys.map { "`\($0)`" }.joined(separator: ", ")
        lines.append("| \(keys) | \(entry.help) |")
      }
    }
    lines.append("| **In a text** | |")
    lines += TextKeys.help.map { "| \($0.keys) | \($0.help) |" }
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
