import Foundation
import Testing

@testable import caledit

/// What the README refers to is there.
@Suite struct ReadmePlaceTests {
  /// Pictures and files of its links, and paths that it names.
  @Test func files() throws {
    let text = try Readme().lines.joined(separator: "\n")
    var paths = text.matches(of: #/\]\(([^)#:]+)\)/#).map { String($0.1) }
    paths += text.matches(of: #/`((?:Sources|Tests|screenshots|\.ci)\/[A-Za-z0-9_.+\/-]+)`/#)
      .map { String($0.1) }
    #expect(paths.count > 12)
    for path in paths {
      let file = Readme.root.appendingPathComponent(path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(path)")
    }
  }

  /// Verbs and pages that sentences name are there, and what stands behind a verb is understood.
  @Test func verbsInSentences() throws {
    let text = try Readme().lines.joined(separator: "\n")
    let named = text.matches(of: #/`caledit ([a-z][^`]*)`/#).map {
      $0.1.split(separator: " ").map(String.init)
    }
    #expect(named.count > 20)
    for words in named {
      #expect(Verb.all.contains { $0.key == words[0] }, "\(words)")
      if words[0] == "help", words.count == 2, words[1] != "VERB" {
        #expect(!CaleditManual.pages(about: words[1]).isEmpty, "\(words)")
      } else if words.count > 1 {
        #expect(Verb.parsed(words) != nil, "\(words)")
      }
    }
  }

  /// Every picture is made by the script, and shown beside it.
  @Test func pictures() throws {
    let folder = Readme.root.appendingPathComponent("screenshots")
    let script = try String(contentsOf: folder.appendingPathComponent("make.sh"), encoding: .utf8)
    let page = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    let made = script.matches(of: /\n([a-z]+) +\| [0-9]+x[0-9]+ +\|/).map { String($0.1) }
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".png") || $0.hasSuffix(".gif") }
    #expect(Set(found.map { String($0.dropLast(4)) }) == Set(made))
    #expect(made.count == found.count)
    for name in found { #expect(page.contains("](\(name))"), "\(name)") }
  }

  /// The folders of the plan of the sources are those that there are.
  @Test func foldersOfTheSources() throws {
    let readme = try Readme()
    let plan = readme.lines.drop { $0 != "Sources/" }.prefix { $0 != "```" }
    let named = Set(
      plan.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.flatMap {
        $0.split(separator: " ").prefix { $0.hasSuffix("/") }.map { String($0.dropLast()) }
      })
    let sources = Readme.root.appendingPathComponent("Sources").path
    let found = Set(try FileManager.default.contentsOfDirectory(atPath: sources))
    #expect(named == found)
  }

  /// Lines that do not stand in a table or a block can be read in an editor.
  @Test func lengthOfLines() throws {
    var isBlock = false
    for line in try Readme().lines {
      if line.hasPrefix("```") { isBlock.toggle() }
      if !isBlock, !line.hasPrefix("|") { #expect(line.count <= 120, "\(line)") }
    }
  }
}
