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
    #expect(buffer.text == "cafe\u{301}" && buffer.characters.count == 4 && buffer.cursor == 4)
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
      buffer.place(at: place)
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
}
