import Foundation
import Manual
import Testing

@testable import caledit

/// Every command that the manual shows does what the manual says.
@Suite(.waits, .timeLimit(.minutes(240))) struct ManualExampleTests {
  static let all =
    VerbText.all.flatMap(\.examples) + ManualExamples.others

  /// Run in a folder of its own, with no configuration and no token.
  @Test(arguments: all.filter { if case .ends = $0.trial { true } else { false } })
  func ends(example: ManualExample) throws {
    guard case .ends(let status) = example.trial else { return }
    let folder = try Scratch()
    let shell = try Shell("cd '\(folder.path)/home' && \(example.line)", in: folder)
    #expect(shell.status == .status(status.rawValue), "\(example.line): \(shell.error)")
    expectHarmless(shell.output, example.line)
    // What an example is to change has to change; one for scripts shows that nothing is sent twice.
    let writes =
      example.line.contains(#/caledit (set|unset|apply|copy|restore) /#)
      && !ManualPage.scriptExamples.contains(example)
    guard status == .done, writes else { return }
    let said = shell.output + shell.error
    #expect(
      said.contains(#/\b[1-9]\d* calendars? to change|"plan":"change"/#),
      "\(example.line) changes nothing: \(said)")
  }

  /// What cannot be run here is at least understood.
  @Test(arguments: all.filter { if case .parsed = $0.trial { true } else { false } })
  func isParsed(example: ManualExample) {
    let words = ShellLine.words(example.line)
    #expect(words.first == "caledit")
    #expect(Verb.parsed(Array(words.dropFirst())) != nil, "\(example.line)")
  }

  /// Nothing that a reader tries goes to the service by mistake.
  @Test func theDemoIsUsed() {
    for example in Self.all {
      guard case .ends = example.trial else { continue }
      for line in example.line.split(separator: "\n") {
        let words = ShellLine.words(String(line))
        guard let verb = words.firstIndex(of: "caledit").flatMap({ words.dropFirst($0 + 1).first }),
          ["list", "show", "get", "preview", "set", "unset", "apply", "copy", "export"].contains(
            verb)
        else { continue }
        #expect(words.contains("--demo"), "\(line)")
      }
    }
  }
}

/// Words of a line as the shell splits it; enough for the examples.
private enum ShellLine {
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        (quote, word) = (character, word ?? "")
      } else if character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
