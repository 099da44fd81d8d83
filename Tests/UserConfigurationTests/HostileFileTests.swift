import TestSupport
import Testing

@testable import UserConfiguration

/// Files that nobody wrote on purpose.
@Suite struct HostileFileTests {
  /// Every line that inih alone would cut or misread is named by its number.
  @Test func linesThatAreTooLong() throws {
    let value = String(repeating: "x", count: 10_000)
    let file = Fixture.read(
      "log-file = /\(value)\ntheme = mono\n[profile a]\nnonsense = \(value)\n")
    #expect(file.problems.map(\.line) == [1, 4])
    for problem in file.problems {
      guard case .longLine(let limit) = problem.kind else {
        Issue.record("\(problem.kind)")
        continue
      }
      #expect(limit >= 197)
    }
    #expect(file.problems.map(\.concern) == [.setting(.logFile, profile: nil), .nothing])
    #expect(file.value(.theme) == "mono" && file.profiles.map(\.name) == ["a"])
  }

  /// A value up to the limit is whole, and one byte more is a problem.
  @Test func theLongestLine() throws {
    let probe = Fixture.read("log-file = /" + String(repeating: "x", count: 10_000))
    guard case .longLine(let limit)? = probe.problems.first?.kind else {
      Issue.record("no limit")
      return
    }
    let start = "log-file = "
    for count in [190, limit - 1, limit, limit + 1] {
      let path = "/" + String(repeating: "x", count: count - start.count - 1)
      let file = Fixture.read(start + path)
      #expect(file.value(.logFile) == (count > limit ? nil : path), "\(count)")
      #expect(file.problems.count == (count > limit ? 1 : 0))
    }
  }

  @Test func namesOfSections() {
    for count in 1...120 {
      let name = String(repeating: "n", count: count)
      let file = Fixture.read("[profile \(name)]\nmouse = yes\n[profile z]\n")
      if let profile = file.profiles.first, profile.name != "z" {
        #expect(profile.name == name && file.problems.isEmpty, "no name is cut")
      } else {
        #expect(file.problems.map(\.kind) == [.longHeading(limit: 49)] && count > 41)
      }
      #expect(file.profiles.last?.name == "z")
    }
  }

  @Test(arguments: [
    [0], [0xFF], [0xC3, 0x28], [0x1B, 0x5B, 0x32, 0x4A], [0x0D, 0x41], [0x01], [0xED, 0xA0, 0x80],
  ])
  func bytes(_ bytes: [UInt8]) {
    for start in ["", "theme = ", "them", "[profile ", "[keys]\nreview = ", "# "] {
      for end in ["", "]", "= x"] {
        let file = Fixture.read(
          Array(start.utf8) + bytes + Array((end + "\nmouse = yes\n[profile z]\nclock = 12").utf8))
        #expect(file.value(.clock, of: "z") == "12")
        let message = file.problems.map(\.message).joined()
        #expect(message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        if start != "# " { #expect(!file.problems.isEmpty) }
      }
    }
  }

  /// A heading that cannot be read gives its lines to no other profile.
  @Test(arguments: [
    "[profile b", "[profile b] x", "[]", "[ ]", "[profile b\u{7}]", "[profile \u{1}]", "[b]",
    "[\u{1}]", "[profile]", "[profile " + String(repeating: "b", count: 300) + "]",
  ])
  func linesOfNoSection(heading: String) {
    let file = Fixture.read(
      "[profile a]\nlocation = mine\n\(heading)\nlocation = theirs\nbase-url = https://x\n")
    #expect(file.problems.map(\.line) == [3], "\(heading)")
    #expect(file.value(.location, of: "a") == "mine" && file.value(.baseURL, of: "a") == nil)
    #expect(file.profiles.count == 1 && file.general.isEmpty)
  }

  @Test func manyLines() {
    var text = ""
    for index in 0..<50_000 { text += "[profile p\(index)]\nlocation = l\(index)\n" }
    let file = Fixture.read(text)
    #expect(file.profiles.count == 50_000 && file.problems.isEmpty)
    let broken = Fixture.read(String(repeating: "nonsense\n", count: 10_000))
    #expect(broken.problems.count == 10_000 && broken.problems.last?.line == 10_000)
  }

  /// Whatever the bytes are, reading ends, and no line is beyond the end.
  @Test(arguments: 0..<40)
  func anyBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet: [UInt8] =
      Array("[]=;:# \t\r\n\u{1}\"profilekeystheme1~/é".utf8) + [0, 0xFF, 0xEF]
    let bytes = (0..<Int.random(in: 0..<3000, using: &random)).map { _ in
      seed % 2 == 0
        ? UInt8.random(in: 0...255, using: &random)
        : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
    let file = Fixture.read(bytes)
    let count = bytes.count { $0 == 0x0A } + 1
    #expect(file.problems.allSatisfy { ($0.line ?? 1) <= count })
    #expect(file.problems.map { $0.line ?? 0 } == file.problems.map { $0.line ?? 0 }.sorted())
  }
}
