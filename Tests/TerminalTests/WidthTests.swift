import CTerminal
import TerminalTesting
import Testing

@testable import TextUI

/// How wide texts are: as the host's library says it, as a terminal shows it, and as curses writes
/// it.
@Suite struct WidthTests {
  /// `dialog`, `ls` and terminals ask wcwidth(3); of what it does not know, nothing can be said.
  @Test func everyWidthIsThatOfTheHost() {
    #expect(ct_takes_utf8() || true)  // sets the locale
    var compared = 0
    for value in UInt32(0xA0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), HiddenScalar.symbol(for: scalar) == nil,
        case let host = Int(ct_width(value)), host >= 0
      else { continue }
      compared += 1
      if CharacterWidth.of(scalar) != host {
        Issue.record(
          "U+\(String(value, radix: 16)) is \(host) wide, not \(CharacterWidth.of(scalar))")
      }
    }
    #expect(compared > 100_000)
  }

  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    let letters: String
    /// What joins a letter to the next one.
    let joiner: String
    let signs: String
    var testDescription: String { name }
  }

  /// Every pair of letters in a conjunct, and every letter with every sign.
  static let scripts = [
    Script(
      name: "Hindi", letters: "अकखगचजटतनपफबमयरलवशषसह", joiner: "\u{94D}", signs: "ािीुूृेैोौंःँ़"),
    Script(name: "Bengali", letters: "অকখগচজটতনপবমযরলশসহ", joiner: "\u{9CD}", signs: "ািীুূৃেৈোৌংঃঁ"),
    Script(name: "Tamil", letters: "அகஙசஞடணதநபமயரலவழளறன", joiner: "\u{BCD}", signs: "ாிீுூெேைொோௌ"),
    Script(name: "Thai", letters: "กขคงจชซญดตถทนบปผพฟมยรลวสหอ", joiner: "\u{E3A}", signs: "ะัาำิีึืุู็่้๊๋์"),
    Script(name: "Hebrew", letters: "אבגדהוזחטיכלמנסעפצקרשת", joiner: "", signs: "ְִֵֶַָֹֻּׁׂ"),
    Script(name: "Arabic", letters: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", joiner: "", signs: "ًٌٍَُِّْ"),
    Script(name: "Hangul", letters: "한글가나다", joiner: "", signs: ""),
    Script(
      name: "Latin", letters: "aeiouAEIOUyn", joiner: "",
      signs: "\u{300}\u{301}\u{302}\u{303}\u{308}\u{323}"),
  ]

  static func clusters(_ script: Script) -> [String] {
    let letters = script.letters.unicodeScalars
    let signs = script.signs.unicodeScalars
    return letters.flatMap { letter in
      signs.map { "\(letter)\($0)" }
        + letters.map { "\(letter)\(script.joiner)\($0)" + (signs.first.map { "\($0)" } ?? "") }
        + signs.map { "\(letter)\($0)\(signs.last.map { "\($0)" } ?? "")" }
    }
  }

  @Test(arguments: scripts) func everyClusterIsAsWideAsATerminalShowsIt(script: Script) {
    for cluster in Self.clusters(script) {
      let shown = widthInTerminal(cluster)
      if shown != cluster.displayWidth {
        Issue.record("\(Array(cluster.unicodeScalars)): \(shown), not \(cluster.displayWidth)")
      }
    }
  }

  /// Through curses and a pseudo-terminal: each letter and sign arrives, and the cursor stands
  /// behind them.
  @Test(arguments: [
    "हिन्दी क्षेत्र ज्ञान", "ภาษาไทย น้ำ ผู้", "தமிழ் கொடு", "বাংলা ক্ষমা", "שָׁלוֹם", "việt nam", "한국어",
    "e\u{301}\u{302}\u{303}\u{304}x",
  ])
  func everyLetterArrives(text: String) throws {
    let session = try startProbe(["--quiet"])
    session.type(text)
    try session.wait(for: "typed: " + text)
    let line = session.line(2)
    #expect(line.unicodeScalars.elementsEqual(("typed: " + text).unicodeScalars))
    #expect(session.cursor == (row: 2, column: 7 + text.displayWidth))
    try session.quit()
  }
}
