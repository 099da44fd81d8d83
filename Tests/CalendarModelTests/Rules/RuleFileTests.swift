import Foundation
import Testing

@testable import CalendarModel

/// One rule, one file, one test file: what the folders hold is what ``Rule/all`` lists.
@Suite("Rules and their files")
struct RuleFileTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let sources =
    tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CalendarModel/Rules")

  /// The folders of rules; Facts holds what several of them need.
  private static func files() throws -> [(group: String, name: String, text: String)] {
    let manager = FileManager.default
    let groups = try manager.contentsOfDirectory(
      at: sources, includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { $0.hasDirectoryPath && $0.lastPathComponent != "Facts" }
    return try groups.flatMap { group in
      try manager.contentsOfDirectory(at: group, includingPropertiesForKeys: nil).map { file in
        (
          group.lastPathComponent, file.deletingPathExtension().lastPathComponent,
          try String(contentsOf: file, encoding: .utf8)
        )
      }
    }
  }

  /// The id of the rule that a file declares: the first text behind `Rule(`.
  private static func ids(in text: String) -> [String] {
    text.matches(of: /static let \w+ = Rule\(\s*"([\w.]+)"/).map { String($0.1) }
  }

  @Test func everyFileHoldsOneRuleAndEveryRuleIsListed() throws {
    var ids: [String] = []
    for file in try Self.files() {
      let found = Self.ids(in: file.text)
      #expect(found.count == 1, "\(file.group)/\(file.name) declares \(found)")
      ids += found
    }
    #expect(ids.count > 40)
    #expect(ids.sorted() == Rule.all.map(\.id).sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyRuleHasATestFileOfItsOwn() throws {
    for file in try Self.files() {
      let url = Self.tests.appending(path: "\(file.group)/\(file.name)Tests.swift")
      let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      let id = try #require(Self.ids(in: file.text).first)
      #expect(text.contains("@Suite(\"\(id)\")"), "\(file.group)/\(file.name)Tests.swift")
      #expect(text.contains("accepts: ") && text.contains("rejects: "), "\(file.name)")
    }
  }

  /// Each rule is found by what it judges.
  @Test func everyRuleRuns() {
    var ids: Set<String> = [Rule.valueType.id]
    ids.formUnion(RuleTable.values.values.joined().map(\.rule.id))
    ids.formUnion(RuleTable.requiredMembers.map(\.rule.id))
    ids.formUnion(RuleTable.objects.values.joined().map(\.rule.id))
    ids.formUnion(RuleTable.calendar.map(\.rule.id))
    #expect(ids == Set(Rule.all.map(\.id)))
  }
}
