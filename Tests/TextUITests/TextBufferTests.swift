import TestSupport
import Testing

@testable import TextUI

/// Editing a text with the keys of readline.
@Suite struct TextBufferTests {
  private func edited(
    _ text: String, _ keys: Key..., isMultiline: Bool = false
  ) -> (text: String, cursor: Int) {
    var buffer = TextBuffer(text, isMultiline: isMultiline)
    for key in keys { _ = buffer.handle(key) }
    return (buffer.text, buffer.cursor)
  }

  @Test func movesAndDeletes() {
    #expect(edited("abc", .left, .backspace) == ("ac", 1))
    #expect(edited("abc", .home, .delete) == ("bc", 0))
    #expect(edited("abc", .control("a"), .control("e")) == ("abc", 3))
    #expect(edited("abc", .left, .left, .control("k")) == ("a", 1))
    #expect(edited("abc", .left, .control("u")) == ("c", 0))
    #expect(edited("abc", .left, .left, .left, .left, .backspace) == ("abc", 0))
    #expect(edited("abc", .right, .delete) == ("abc", 3))
  }

  @Test func wordsAreLettersAndDigits() {
    #expect(edited("one two-three", .control("w")) == ("one two-", 8))
    #expect(edited("one two-three", .alt("b"), .alt("b")) == ("one two-three", 4))
    #expect(edited("one two", .home, .alt("f")) == ("one two", 3))
    #expect(edited("one two", .home, .alt("d")) == (" two", 0))
    #expect(edited("{{contact.name}}", .control("w")) == ("{{contact.", 10))
  }

  @Test func aCombiningMarkJoinsTheCharacterBefore() {
    var buffer = TextBuffer("cafe")
    let outcome = buffer.handle(.character("\u{301}"))
    #expect(outcome == .edited)
    #expect(buffer.text == "cafe\u{301}" && buffer.text.count == 4 && buffer.cursor == 6)
    _ = buffer.handle(.backspace)
    #expect(buffer.text == "caf")
  }

  @Test func aSingleLineTakesNoBreaks() {
    var buffer = TextBuffer("a")
    buffer.insert("b\nc\r\nd\n\n")
    #expect(buffer.text == "ab c d")
    var lines = TextBuffer("a", isMultiline: true)
    lines.insert("b\nc")
    #expect(lines.text == "ab\nc")
  }

  @Test func lineKeysStayInTheirLine() {
    #expect(edited("one\ntwo", .control("u"), isMultiline: true) == ("one\n", 4))
    #expect(edited("one\ntwo", .home, .control("k"), isMultiline: true) == ("one\n", 4))
    #expect(edited("one\ntwo", .home, .left, .home, isMultiline: true).cursor == 0)
  }

  @Test func otherKeysAreLeftToOthers() {
    var buffer = TextBuffer("a")
    for key in [Key.enter, .tab, .up, .escape, .control("s"), .alt("n"), .function(1)] {
      let outcome = buffer.handle(key)
      #expect(outcome == .ignored, "\(key)")
    }
  }

  @Test(arguments: [0, 3, 17, 40, 99, 100])
  func theCursorIsAlwaysInSight(place: Int) {
    for text in [String(repeating: "abcdefghi ", count: 10), String(repeating: "中a", count: 50)] {
      var buffer = TextBuffer(text)
      buffer.place(at: text.place(of: place))
      var grid = Grid(size: Size(rows: 1, columns: 30))
      TextField.draw(buffer, in: &grid, row: 0, column: 5, width: 20)
      let cursor = grid.cursor
      #expect(cursor.map { (5..<25).contains($0.column) } == true)
      if place < text.count, let cursor {
        let shown = grid[0, cursor.column].base
        #expect(shown == Array(text)[place].unicodeScalars.first?.value)
      }
    }
  }

  /// Whatever is typed, the cursor stands between two characters, and keys undo each other.
  @Test(arguments: [false, true]) func theCursorStandsBetweenCharacters(isMultiline: Bool) {
    var numbers = SeededGenerator(seed: 8)
    var buffer = TextBuffer("", isMultiline: isMultiline)
    for _ in 0..<3000 {
      let before = buffer
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0..<6:
        let piece = TextPieces.all.randomElement(using: &numbers) ?? "a"
        buffer.insert(piece)
        #expect(buffer.text.utf8.count >= before.text.utf8.count || piece.contains("\n"))
      case 6: _ = buffer.handle(.backspace)
      case 7: _ = buffer.handle(.delete)
      case 8: buffer.place(at: Int.random(in: -2...buffer.text.utf8.count + 2, using: &numbers))
      default:
        let keys = [Key.left, .right, .home, .end, .alt("b"), .alt("f")]
        let key = keys.randomElement(using: &numbers) ?? .left
        _ = buffer.handle(key)
        #expect(buffer.text == before.text)
        if key == .left, before.cursor > 0 {
          var back = buffer
          _ = back.handle(.right)
          #expect(back == before)
        }
      }
      let cursor = buffer.text.utf8.index(buffer.text.startIndex, offsetBy: buffer.cursor)
      #expect(String.Index(cursor, within: buffer.text) != nil)
      if buffer.text.utf8.count > 300 { buffer = TextBuffer("", isMultiline: isMultiline) }
    }
  }

  /// Nothing that is drawn or done grows with the text: a long one costs what a short one does.
  @Test(arguments: ["a", "हि", "中"]) func longTextsCostWhatShortOnesDo(piece: String) {
    let growth = Effort.growth(from: 200, to: 50_000) { count in
      var buffer = TextBuffer(String(repeating: piece + " ", count: count), isMultiline: true)
      buffer.wrap(to: 60)
      var grid = Grid(size: Size(rows: 20, columns: 80))
      for _ in 0..<10 { _ = buffer.handle(.left) }
      return {
        _ = buffer.handle(.character("x"))
        TextField.draw(buffer, in: &grid, row: 0, column: 0, width: 60)
        let area = TextArea(buffer, width: 60)
        let top = max(0, area.lineCount - 5)
        area.draw(in: &grid, rect: Rect(row: 1, column: 0, rows: 10, columns: 60), top: top)
        buffer.place(at: area.cursor(movedBy: -1))
        buffer.place(at: TextArea(buffer, width: 60).cursor(movedBy: 1))
        _ = buffer.handle(.backspace)
      }
    }
    // A text of 200 kB may be moved in memory, and no more.
    #expect(growth < 10)
  }
}
