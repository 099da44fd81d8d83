import TestSupport
import Testing

@testable import TextUI

/// Texts in any script: nothing of them is left out, and different ones look different.
@Suite struct ScriptTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    let blocks: [ClosedRange<UInt32>]
    var testDescription: String { name }

    /// The letters and marks that are shown as themselves.
    var scalars: [Unicode.Scalar] {
      blocks.flatMap { $0.compactMap(Unicode.Scalar.init) }
        .filter { HiddenScalar.symbol(for: $0) == nil }
    }
  }

  static let scripts = [
    Script(name: "Latin", blocks: [0x41...0x7A, 0xC0...0x17F, 0x300...0x36F]),
    Script(name: "Greek and Cyrillic", blocks: [0x370...0x52F]),
    Script(name: "Hebrew", blocks: [0x591...0x5F4]),
    Script(name: "Arabic", blocks: [0x606...0x6FF]),
    Script(name: "Devanagari", blocks: [0x900...0x97F]),
    Script(name: "Bengali", blocks: [0x980...0x9FF]),
    Script(name: "Gurmukhi and Gujarati", blocks: [0xA00...0xAFF]),
    Script(name: "Tamil", blocks: [0xB80...0xBFF]),
    Script(name: "Telugu and Kannada", blocks: [0xC00...0xCFF]),
    Script(name: "Malayalam and Sinhala", blocks: [0xD00...0xDFF]),
    Script(name: "Thai and Lao", blocks: [0xE00...0xEFF]),
    Script(name: "Tibetan", blocks: [0xF00...0xFDA]),
    Script(name: "Myanmar", blocks: [0x1000...0x109F]),
    Script(name: "Khmer", blocks: [0x1780...0x17F9]),
    Script(name: "Kana", blocks: [0x3041...0x30FF, 0xFF66...0xFF9F]),
    Script(name: "Hangul", blocks: [0x1100...0x11FF, 0xAC00...0xAC40, 0xD7B0...0xD7FB]),
    Script(name: "Ideographs", blocks: [0x4E00...0x4E80, 0x2F800...0x2F810]),
  ]

  /// What a text leaves on the screen, cell by cell, and how wide it is.
  private static func screen(_ text: String, _ grid: inout Grid) -> (cells: [Cell], width: Int) {
    grid.clear()
    let width = grid.draw(text, row: 0, column: 0)
    return (Array(grid.row(0)[0..<width]), width)
  }

  /// Words of one to six scalars, some of them with joiners where the script has them.
  private static func words(_ script: Script) -> [String] {
    var numbers = SeededGenerator(seed: 13)
    let scalars = script.scalars
    var words = scalars.map { String(Character($0)) }
    for _ in 0..<4000 {
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        if let scalar = scalars.randomElement(using: &numbers) { word.append(scalar) }
        if Int.random(in: 0..<8, using: &numbers) == 0 {
          word.append(Bool.random(using: &numbers) ? "\u{200D}" : "\u{200C}")
        }
      }
      words.append(String(word))
    }
    return words
  }

  @Test(arguments: scripts) func differentTextsLookDifferent(script: Script) {
    var grid = Grid(size: Size(rows: 1, columns: 80))
    var known: [[Cell]: String] = [:]
    for word in Self.words(script) {
      let screen = Self.screen(word, &grid)
      // The same letters in another spelling (NFC and NFD) may look the same, and no others.
      if let other = known[screen.cells], other != word {
        Issue.record("\(Array(word.unicodeScalars)) looks like \(Array(other.unicodeScalars))")
      }
      known[screen.cells] = word
      #expect(screen.width == word.displayWidth)
    }
    #expect(known.count > 2000)
  }

  /// Beside circles under what has no letter, and names of joiners that join nothing, the cells
  /// hold the text and nothing else.
  @Test(arguments: scripts) func noLetterIsLeftOut(script: Script) {
    var grid = Grid(size: Size(rows: 1, columns: 80))
    for word in Self.words(script) {
      let cells = Self.screen(word, &grid).cells
      let shown = cells.flatMap { cell in [cell.base] + cell.marks }
        .filter { $0 != 0x25CC && $0 != 0 }
      var rest = shown[...]
      for scalar in word.unicodeScalars {
        let name = Array((HiddenScalar.symbol(for: scalar) ?? "").unicodeScalars.map(\.value))
        if rest.first == scalar.value {
          rest.removeFirst()
        } else if !name.isEmpty, rest.starts(with: name) {
          rest.removeFirst(name.count)
        } else {
          Issue.record("\(Array(word.unicodeScalars)) is shown as \(shown)")
          break
        }
      }
      #expect(rest.isEmpty)
    }
  }

  /// What is known of a scalar beforehand is what the whole search finds.
  @Test func plainCharactersAreThoseThatTheWholeSearchFinds() {
    var known: [Unicode.Scalar] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = PlainScalar.kind(value)
      guard kind != .unknown else { continue }
      known.append(scalar)
      let alone = Glyph.of(Character(scalar)).parts
      let behind = Glyph.of(Character("a")).parts + [.init(base: value, width: 1)]
      let joined = "a" + String(Character(scalar))
      switch kind {
      case .letter(let width):
        #expect(alone.map(\.base) == [value] && alone[0].marks.isEmpty && alone[0].width == width)
        if joined.count != 2 { Issue.record("\(scalar) joins what stands before it") }
      case .sign:
        if joined.count != 1 { Issue.record("\(scalar) joins nothing") }
        let parts = Glyph.of(Character(joined)).parts
        #expect(parts.map(\.base) == behind.map(\.base) && parts.map(\.width) == [1, 1])
      case .mark, .joiner:
        let between = "क" + String(Character(scalar)) + "क"
        if between.count != (kind == .joiner ? 1 : 2) { Issue.record("\(scalar) is a joiner?") }
        if joined.count != 1 { Issue.record("\(scalar) joins nothing") }
        #expect(Glyph.of(Character(joined)).parts.map(\.marks) == [[value]])
      case .unknown: break
      }
    }
    #expect(known.count > 30_000)
    expectFound(known)
  }

  /// Words of what is known, and of some that is not, measured and drawn in both ways.
  private func expectFound(_ known: [Unicode.Scalar]) {
    var numbers = SeededGenerator(seed: 21)
    let tricky: [Unicode.Scalar] = [
      " ", "a", "中", "\u{94D}", "\u{200D}", "\u{1161}", "\u{11A8}", "👍", "🇩", "\u{FE0F}", "\u{301}",
      "\u{1B}", "\u{D4E}",
    ]
    let inScripts = known.filter { (0x300..<0xE50).contains($0.value) }
    var grid = Grid(size: Size(rows: 2, columns: 60))
    for turn in 0..<20_000 {
      var text = String.UnicodeScalarView()
      let block = inScripts[Int.random(in: 0..<inScripts.count - 100, using: &numbers)...].prefix(
        90)
      for _ in 0..<Int.random(in: 1...9, using: &numbers) {
        let choice = Int.random(in: 0..<10, using: &numbers)
        let pool = choice < 6 ? Array(block) : choice < 8 ? tricky : known
        if let scalar = pool.randomElement(using: &numbers) { text.append(scalar) }
      }
      let word = String(text)
      let width = word.reduce(0) { $0 + Glyph.of($1).width }
      let limit = turn % 3 == 0 ? Int.random(in: 1...10, using: &numbers) : .max
      var cells: [Cell] = []
      var isCut = false
      for part in word.flatMap({ Glyph.of($0).parts }) where !isCut {
        isCut = cells.count + part.width > limit
        guard !isCut else { break }
        cells.append(
          Cell(base: part.base, marks: part.marks, style: .plain, width: UInt8(part.width)))
        if part.width == 2 { cells.append(.rightHalf(.plain)) }
      }
      grid.clear()
      let used = grid.draw(word, row: 1, column: 3, width: limit)
      if word.displayWidth != width || used != cells.count
        || Array(grid.row(1)[(60 + 3)..<(60 + 3 + cells.count)]) != cells
      {
        Issue.record("\(Array(word.unicodeScalars)): \(used), \(word.displayWidth), \(width)")
        return
      }
    }
  }
}
