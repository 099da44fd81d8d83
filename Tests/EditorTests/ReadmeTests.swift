import Foundation
import Testing

@testable import Editor

/// The keys that the README names to begin with are made from the table of actions; the manual has all.
@Suite struct ReadmeTests {
  private let readme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  private static let first: [ActionID] = [
    .review, .undo, .redo, .search, .nextProblem, .preview, .unset, .fieldMenu, .addRow, .deleteRow,
    .listCalendars, .openCalendars, .previousCalendar, .externalEditor, .viewJSON, .palette, .help,
    .quit,
  ]

  private var table: String {
    let rows = Self.first.compactMap { Actions.byID[$0] }.map { action in
      let keys = action.keys.map { "`\($0)`" }.joined(separator: ", ")
      return "| \(keys) | \(action.title) |"
    }
    return "\n" + (["| keys | what they do |", "| --- | --- |"] + rows).joined(separator: "\n")
      + "\n\n"
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
