import Terminal
import Testing
import TextUI

/// A bracketed paste is a text, however long it takes, and nothing of it is a key.
@Suite struct PausedPasteTests {
  static let texts = [
    "plain", "a\u{13}\u{13}-\u{11}q\r", "\u{1B}[A\u{1B}OB\u{1B}[20", "é中😀\u{1B}[201x",
    "\u{1B}]11;rgb\u{7}\u{1B}\u{1B}[", "\u{1B}[200~again", "",
  ]

  @Test(arguments: texts) func anyPause(text: String) {
    let bytes = Array("x\u{1B}[200~\(text)\u{1B}[201~y".utf8)
    let expected: [TerminalEvent] = [
      .key(.character("x")), .paste(text.replacing("\r", with: "\n")), .key(.character("y")),
    ]
    for first in 7..<bytes.count {
      for second in first..<bytes.count {
        for time in [Duration.zero, .milliseconds(490), .seconds(60)] {
          // Behind an Esc, a longer pause is one that was pressed.
          let cuts = [first, second].map { place in
            (
              place,
              bytes[place - 1] == 0x1B && first != second ? min(time, .milliseconds(490)) : time
            )
          }
          if first == second, bytes[first - 1] == 0x1B, time > .zero { continue }
          var typist = Typist()
          typist.send(bytes, cutAt: cuts)
          #expect(typist.events == expected, "\(first) \(second) \(time)")
        }
      }
    }
  }

  /// Esc ends it wherever it stands; all that had come is its text, and none of it a key.
  @Test(arguments: texts) func escapeEndsIt(text: String) {
    let characters = Array(text.utf8)
    for end in 0...characters.count
    where String(validating: characters[..<end], as: UTF8.self) != nil {
      var typist = Typist()
      typist.send(Array("\u{1B}[200~".utf8) + characters[..<end])
      if characters[..<end].last == 0x1B { continue }
      typist.pause(.seconds(60))
      #expect(typist.events == [])
      #expect(typist.pastedBytes == end)
      typist.send("\u{1B}")
      #expect(typist.events == [])
      typist.pause(.seconds(1))
      let kept = String(decoding: characters[..<end], as: UTF8.self)
      #expect(typist.events == [.paste(kept.replacing("\r", with: "\n"))])
      #expect(typist.pastedBytes == nil)
      typist.send("z")
      #expect(typist.events.last == .key(.character("z")))
    }
  }

  /// The end mark, torn behind its Esc for longer than that waits.
  @Test func theEndMarkTorn() {
    var typist = Typist()
    typist.send(Array("\u{1B}[200~text\u{1B}[201~z".utf8), cutAt: [(11, .milliseconds(600))])
    #expect(typist.events == [.paste("text"), .key(.character("z"))])
  }

  /// What is beyond the limit is counted, and a character is not cut in two.
  @Test func theLimit() {
    for (text, size) in [("é", 2), ("中", 3), ("😀", 4)] {
      var typist = Typist()
      let count = (1 << 20) / size + 7
      typist.send("\u{1B}[200~" + String(repeating: text, count: count))
      typist.send("\u{1B}[201~z")
      let kept = (1 << 20) / size
      let events: [TerminalEvent] = [
        .paste(String(repeating: text, count: kept)),
        .pasteCut(kept: kept * size, lost: (count - kept) * size), .key(.character("z")),
      ]
      #expect(typist.events == events, "\(text)")
    }
  }
}
