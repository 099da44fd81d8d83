import HostileText
import TestSupport
import Testing

@testable import TextUI

/// What stands for hidden characters, in every form that text leaves the program in.
@Suite struct SanitizerTests {
  /// Of every scalar there is, alone and behind a letter; of the planes that hold none, a few.
  @Test(arguments: 0...16) func noScalarIsHidden(plane: UInt32) {
    let step = [0, 1, 2, 14].contains(plane) ? 1 : 251
    for value in stride(from: plane << 16, to: (plane + 1) << 16, by: step) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var behind = "a"
      behind.unicodeScalars.append(scalar)
      for character in [Character(scalar)] + Array(behind) {
        let shown = Glyph.of(character).parts.flatMap { [$0.base] + $0.marks }
        let isHarmless = shown.allSatisfy {
          $0 < 0x7F || Unicode.Scalar($0).map(HarmlessText.isHarmless) == true
        }
        if !isHarmless || shown.contains(where: { (1..<0x20).contains($0) }) {
          Issue.record("U+\(String(value, radix: 16)) comes out as \(shown)")
          return
        }
      }
    }
  }

  @Test(arguments: HostileText.all) func everyForm(hostile: HostileText) {
    let text = "A\(hostile.text)B"
    #expect(text.sanitized.unicodeScalars.allSatisfy(HarmlessText.isHarmless))
    #expect(text.sanitizedASCII.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(text.sanitizedASCII.utf8.count == text.displayWidth)
    for text in [text.sanitizedText, text.sanitizedJSON] {
      for character in text where character != "\n" && character != "\r\n" && character != "\t" {
        let scalars = Array(character.unicodeScalars)
        #expect(HarmlessText.isHarmless(scalars[0]))
        #expect(
          scalars.allSatisfy { HarmlessText.isHarmless($0) || HiddenScalar.isSpelling($0) },
          "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("one\n\ttwo\r\nthree", "one\n\ttwo\r\nthree"), ("a\rb", "a␍b"), ("a\u{1B}[201~b", "a␛[201~b"),
    ("👨‍👩‍👧 ❤️ क्‍ष", "👨‍👩‍👧 ❤️ क्‍ष"), ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"),
    ("a\u{200D}\u{E0041}b", "a\u{200D}<E0041>b"), ("a\u{2028}b\u{85}c", "a<LS>b<85>c"),
    ("x\u{202E}y", "x<RLO>y"), ("\u{200D}x", "<ZWJ>x"),
  ])
  func textsKeepTheirLinesAndLetters(text: String, shown: String) {
    #expect(text.sanitizedText.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("one\ttwo\r\nthree\n", "one␉two␍␊three␊"), ("👨‍👩‍👧 🇩🇪 👍🏽", "👨‍👩‍👧 🇩🇪 👍🏽"),
    ("x\u{202E}y\u{1B}[1m", "x<RLO>y␛[1m"), ("plain", "plain"),
  ])
  func aLineKeepsItsLetters(text: String, shown: String) {
    #expect(text.sanitizedLine.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("{\"a\": \"x\u{202E}y\"}", #"{"a": "x\u202ey"}"#),
    ("\"\u{9B}2J\u{E0041}\"", #""\u009b2J\udb40\udc41""#), ("{\n\t1\n}", "{\n\t1\n}"),
  ])
  func jsonMeansTheSame(text: String, spelt: String) { #expect(text.sanitizedJSON == spelt) }

  /// What hides something does not hide what is visible beside it.
  @Test(arguments: [
    ("a\u{E0041}b", "a<E0041>b"), ("\u{600}1", "<600>1"), ("a\u{200D}\u{E0041}", "a<ZWJ><E0041>"),
    ("🏴\u{E0067}\u{E007F}", "🏴<E0067>"), ("\u{3164}", "<3164>"), ("a\u{34F}b", "a<34F>b"),
    ("\u{34F}", "<34F>"), ("a\u{FE0F}\u{301}", "a<VS16>◌\u{301}"),
  ])
  func theLetterBesideStays(text: String, shown: String) {
    #expect(text.sanitized == shown)
    #expect(text.displayWidth == shown.displayWidth)
  }

  /// A megabyte costs what is shown of it, in one word and in one character as well.
  @Test(arguments: ["x", "日", "\u{1B}", "e\u{301}", "a ", "\n"])
  func longTexts(piece: String) {
    func text(_ bytes: Int) -> String {
      String(repeating: piece, count: bytes / piece.utf8.count)
    }
    let growth = Effort.growth(from: 1 << 10, to: 1 << 20) { bytes in
      let text = text(bytes)
      return {
        _ = TextWrap.cut(text, width: 40)
        _ = TextWrap.lines(text, width: 40, limit: 3)
      }
    }
    #expect(growth < 10)
    let long = text(1 << 20)
    #expect(TextWrap.cut(long, width: 40).displayWidth <= 40)
    let lines = TextWrap.lines(long, width: 40, limit: 3)
    #expect(lines.count <= 3 && lines.allSatisfy { $0.displayWidth <= 40 })
  }

  @Test(arguments: HostileText.all, [4, 9, 20])
  func wrappedLinesAreAsNarrowAsTheyShouldBe(hostile: HostileText, width: Int) {
    let text = "A \(hostile.text) B\(hostile.text)\(hostile.text)"
    for line in TextWrap.lines(text, width: width) {
      #expect(line.displayWidth <= width || line.count == 1, "\(line.debugDescription)")
    }
    #expect(TextWrap.cut(text, width: width).displayWidth <= width)
  }
}
