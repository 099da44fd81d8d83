import Testing

@testable import TextUI

/// What characters become on the screen: the gate between text from outside and the terminal.
@Suite struct GlyphTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("中", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("ﷺ", 1),
    ("한", 2), ("\u{1100}\u{1161}", 2), ("א", 1), ("\u{301}", 1), ("‼️", 1),
    ("🇩🇪", 2), ("क्षि", 3), ("नी", 2), ("ก้", 1), ("น้ำ", 2), ("கொ", 2), ("ক্ষ", 2), ("한글", 4),
  ])
  func widths(character: String, width: Int) {
    #expect(character.displayWidth == width, "\(character)")
  }

  @Test(arguments: [
    ("a\u{1b}[31mb", "a␛[31mb"), ("\u{9b}2J", "<9B>2J"), ("x\u{202e}y", "x<RLO>y"),
    ("a\u{200b}b", "a<ZWSP>b"), ("\u{feff}", "<BOM>"), ("\r\n", "␍␊"), ("\t", "␉"), ("\u{7f}", "␡"),
    ("\u{e000}", "<E000>"), ("plain", "plain"), ("🇩🇪🇩🇰", "DEDK"), ("1️⃣❤️👍🏽", "1\u{20E3}❤👍"),
    ("a\u{200D}b", "a<ZWJ>b"), ("क्\u{200D}ष", "क्\u{200D}ष"), ("葛\u{E0100}", "葛\u{E0100}"),
    ("क\u{200D}\u{200D}", "क\u{200D}<ZWJ>"), ("a\u{1F3FD}", "a\u{1F3FD}"),
    ("Žluťoučký kůň", "Žluťoučký kůň"),
  ])
  func symbolsStandForWhatIsNotShown(text: String, shown: String) {
    #expect(text.sanitized == shown)
    #expect(text.displayWidth == shown.displayWidth)
  }

  @Test func everyWidthIsThatOfTheCellsDrawn() {
    for text in ["plain", "日本語", "e\u{301}\u{302}\u{303}x", "👨‍👩‍👧 family", "a\u{1b}b", "\u{301}"] {
      expectMeasured(text)
    }
    // Whatever stands beside it: what joins, what goes before, what is a character with the next.
    let scalars: [Unicode.Scalar] = [
      "a", "1", "©", "\r", "\n", "\u{1b}", "\u{9b}", "\u{ad}", "é", "\u{301}", "\u{600}", "中",
      "\u{1100}", "\u{1161}", "🇩", "👍", "\u{1F3FD}", "\u{200D}", "\u{FE0F}", "\u{202E}", "\u{E000}",
    ]
    for first in scalars {
      for second in scalars {
        for third in scalars {
          expectMeasured(String(String.UnicodeScalarView([first, second, third])))
        }
      }
    }
  }

  private func expectMeasured(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var grid = Grid(size: Size(rows: 1, columns: 40))
    let used = grid.draw(text, row: 0, column: 0)
    #expect(used == text.displayWidth, "\(text.debugDescription)", sourceLocation: sourceLocation)
    #expect(text.reduce(0) { $0 + Glyph.of($1).width } == used, sourceLocation: sourceLocation)
  }
}
