import Foundation
import Testing
import TextUI

@testable import Editor

/// What the sources of the editor declare.
enum EditorSource {
  /// The first group of every place that a pattern fits.
  static func matches(of pattern: Regex<(Substring, Substring)>) throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Editor")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
      .flatMap { file in
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          .matches(of: pattern).map { String($0.output.1) }
      }
  }
}

/// The tables of keys of lines, forms and dialogs.
@Suite struct KeyTableTests {
  /// A table that is not listed works, but neither help nor manual shows it, and nobody can choose
  /// other keys for it.
  @Test func everyTableIsListed() throws {
    let declared = try EditorSource.matches(
      of: #/= KeyTable(?:<\w+>|\.list)?\(\s*"(\w+)"/#)
    let listed = (PlaceKeys.all + DialogKeys.all).map(\.id)
    #expect(declared.count > 40)
    #expect(declared.sorted() == listed.sorted())
  }

  /// What is done on a text has a key there that edits no text.
  @Test func everyActionIsReachedFromAText() {
    var model = makeModel()
    model.visit("name")
    for action in Actions.all
    where !action.keys.isEmpty && action.availability(model.calendar) == .available {
      #expect(
        action.keys.contains { key in
          var text = TextBuffer("two words")
          _ = text.handle(.left)
          return text.handle(key) == .ignored
        }, "\(action.id)")
    }
  }
}
