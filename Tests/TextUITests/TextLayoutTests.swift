import TestSupport
import Testing

@testable import TextUI

/// Breaking text into lines.
@Suite struct TextLayoutTests {
  @Test func wordsAreKeptWhole() {
    #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.lines("", width: 7) == [""])
    #expect(TextWrap.lines("a\nb", width: 7) == ["a", "b"])
    #expect(TextWrap.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(TextWrap.lines("中中中", width: 5) == ["中中", "中"])
    #expect(TextWrap.lines("x", width: 0) == [])
  }

  @Test func aLimitIsMarked() {
    let lines = TextWrap.lines("one two three four", width: 5, limit: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { $0.displayWidth <= 5 })
  }

  @Test(arguments: ["abc", "a bb ccc dddd eeeee", "日本語 のテキスト", "e\u{301}e\u{301} x", "   "])
  func noLineIsTooWide(text: String) {
    for width in 2...12 {
      for line in TextWrap.lines(text, width: width) { #expect(line.displayWidth <= width) }
      #expect(TextWrap.cut(text, width: width).displayWidth <= width)
    }
  }

  /// Every word once, none beyond the margin, and each line behind its blanks.
  @Test(arguments: 0..<8) func hangingLines(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let words = ["a", "the", "hours.", "governs", "Europe/Berlin,", "日本語", "Sofía", "e\u{301}"]
    for _ in 0..<60 {
      let indent = Int.random(in: 0...6, using: &numbers)
      let hanging = Int.random(in: 0...6, using: &numbers)
      let width = Int.random(in: 21...60, using: &numbers)
      let some = (0..<Int.random(in: 1...30, using: &numbers)).compactMap { _ in
        words.randomElement(using: &numbers)
      }
      let blanks = String(repeating: " ", count: indent)
      let lines = TextWrap.hanging(
        blanks + some.joined(separator: " "), width: width, by: hanging)
      #expect(lines.flatMap { $0.split(separator: " ") }.map(String.init) == some)
      for (number, line) in lines.enumerated() {
        #expect(line.displayWidth <= width)
        #expect(line.prefix { $0 == " " }.count == (number == 0 ? indent : hanging))
      }
    }
  }

  @Test func hangingWithoutRoom() {
    #expect(TextWrap.hanging("", width: 8, by: 2) == [""])
    #expect(TextWrap.hanging("   ", width: 8, by: 2) == ["   "])
    #expect(TextWrap.hanging("      one two", width: 4, by: 6).joined().contains("o"))
  }

  @Test func anAreaMovesByLines() {
    var buffer = TextBuffer("first\nsecond line\n\nlast", isMultiline: true)
    buffer.place(at: 3)
    #expect(TextArea(buffer, width: 40).cursor(movedBy: 1) == 9)
    buffer.place(at: 17)
    #expect(TextArea(buffer, width: 40).cursor(movedBy: 1) == 18)
    buffer.place(at: 18)
    #expect(TextArea(buffer, width: 40).cursor(movedBy: 1) == 19)
    #expect(TextArea(buffer, width: 40).cursor(movedBy: -9) == 0)
    buffer.place(at: 23)
    #expect(TextArea(buffer, width: 40).cursor(movedBy: 9) == 23)
  }

  /// Up and down stay in the column that is seen, whatever the characters are as wide as.
  @Test(arguments: [
    ("abcdef\n日本語", 4, 9), ("日本語\nabcdef", 2, 8), ("ab\tcd\nabcdef", 3, 9),
    ("e\u{301}e\u{301}x\nabc", 2, 6), ("日本\n", 2, 3),
  ])
  func anAreaMovesByWhatIsSeen(text: String, from: Int, to: Int) {
    var buffer = TextBuffer(text, isMultiline: true)
    buffer.place(at: text.place(of: from))
    #expect(TextArea(buffer, width: 40).cursor(movedBy: 1) == text.place(of: to))
  }

  /// Every cell of an area leads to the character that is drawn in it.
  @Test(arguments: ["first line\nsecond", "日本語 の\n\tx", "a\n\nb", ""])
  func anAreaKnowsItsCells(text: String) {
    let buffer = TextBuffer(text, isMultiline: true)
    let rect = Rect(row: 2, column: 3, rows: 6, columns: 12)
    for index in (0...text.count).map(text.place) {
      var placed = buffer
      placed.place(at: index)
      let area = TextArea(placed, width: 12)
      var grid = Grid(size: Size(rows: 10, columns: 20))
      area.draw(in: &grid, rect: rect, top: 0)
      #expect(grid.cursor.flatMap { area.place(at: $0, in: rect, top: 0) } == index)
    }
    let area = TextArea(buffer, width: 12)
    #expect(area.place(at: Position(row: 1, column: 5), in: rect, top: 0) == nil)
    #expect(
      area.place(at: Position(row: 7, column: 14), in: rect, top: 0) == text.utf8.count)
  }

  @Test func anAreaHoldsEveryCharacterOnce() {
    for text in ["", "\n", "a\n", "one two three four five", "日本語日本語日本語", "\n\n\n"] {
      for width in 3...9 {
        let area = TextArea(TextBuffer(text, isMultiline: true), width: width)
        let lines = (0..<area.lineCount).map(area.line)
        #expect(lines.first?.lowerBound == 0)
        #expect(lines.last?.upperBound == text.utf8.count)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      }
    }
  }

  /// Lines that are followed through edits are those of the text when it is broken anew.
  @Test(arguments: 3...12) func editsBreakOnlyWhatTheyChange(width: Int) {
    var numbers = SeededGenerator(seed: UInt64(width))
    var buffer = TextBuffer("", isMultiline: true)
    buffer.wrap(to: width)
    for turn in 0..<1500 {
      buffer.place(at: Int.random(in: 0...buffer.text.utf8.count, using: &numbers))
      let keys = [Key.backspace, .delete, .control("w"), .control("k"), .alt("d")]
      if Int.random(in: 0..<3, using: &numbers) > 0 {
        let count = turn % 50 == 0 ? 40 : 1
        let pieces = (0..<count).map { _ in TextPieces.all.randomElement(using: &numbers) ?? "" }
        buffer.insert(pieces.joined())
      } else {
        _ = buffer.handle(keys.randomElement(using: &numbers) ?? .delete)
      }
      let fresh = WrappedLines(buffer.text, width: width)
      if buffer.lines?.starts != fresh.starts {
        Issue.record("\(buffer.text.debugDescription) at \(buffer.cursor)")
        return
      }
    }
  }

  @Test func scrollingMovesAsLittleAsNeeded() {
    #expect(Scrolling.top(0, showing: 4, height: 5, count: 10) == 0)
    #expect(Scrolling.top(0, showing: 5, height: 5, count: 10) == 1)
    #expect(Scrolling.top(4, showing: 2, height: 5, count: 10) == 2)
    #expect(Scrolling.top(9, showing: 9, height: 5, count: 10) == 5)
    #expect(Scrolling.top(3, showing: 0, height: 0, count: 10) == 0)
  }
}
