import Terminal
import Testing
import TextUI

/// Which keys no hand has typed.
@Suite struct BurstGuardTests {
  /// What the keys of reads become, `gap` apart.
  private func marked(
    _ reads: [String], apart gap: Duration = .zero, characterTime: Duration? = nil
  ) -> [[TerminalEvent]] {
    var guardian = BurstGuard(characterTime: characterTime)
    var moment = ContinuousClock.now
    return reads.map { read in
      var decoder = KeyDecoder()
      var events: [TerminalEvent] = []
      decoder.decode(Array(read.utf8), into: &events)
      guardian.mark(&events, at: moment)
      moment += gap
      return events
    }
  }

  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    decoder.decode(Array(text.utf8), into: &events)
    return events.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  /// Whoever types leaves time between two keys, and a script that answers the screen leaves little.
  @Test func aKeyAtATime() {
    let reads = ["a", "\u{13}", "-", "\u{1B}[A", "b", "c", "d", "\u{13}", "\u{11}", "\r"]
    #expect(marked(reads) == reads.map { keys($0).map { .key($0) } })
  }

  /// What a slow line or a busy machine hands over at once of what was typed and repeated.
  @Test(arguments: [
    String(repeating: "\u{1B}[A", count: 40), "\u{13}\u{13}", "\u{15}45\u{13}\u{13}",
    "\u{15}45\u{11}q", "\u{6}slotDuration\r\u{11}", "A long name\r\u{13}", "ab\u{18}",
  ])
  func typedAhead(text: String) {
    #expect(marked([text]) == [keys(text).map { .key($0) }])
  }

  /// Wherever a command stands in a text, before, in the middle or behind it.
  @Test func aText() {
    for command in ["\u{13}", "\u{11}", "\u{18}", "\r", "\u{1B}[3~", "\u{3}", "\u{13}\u{13}"] {
      for place in 0...5 {
        var text = Array("hello").map(String.init)
        text.insert(command, at: place)
        #expect(marked([text.joined()]) == [keys(text.joined()).map { .fastKey($0) }])
      }
    }
    for text in [
      "-----", "hello\r\u{13}\u{13}", "hello\u{13}\r\u{11}", "hello\rhello\r\u{13}",
      "\u{13}\u{13}hello\r\u{13}", "- one\r- two",
    ] {
      #expect(marked([text]) == [keys(text).map { .fastKey($0) }], "\(keys(text))")
    }
  }

  /// Each character is read alone where the line is that slow.
  @Test func aSlowLine() {
    let reads = "hello\u{13}\u{13}".map(String.init)
    let events = marked(
      reads, apart: .microseconds(1042), characterTime: .microseconds(1041)
    ).flatMap { $0 }
    #expect(
      events
        == keys("hel").map { .key($0) } + keys("lo\u{13}\u{13}").map { .fastKey($0) })
    // A hand on the same line.
    let typed = marked(reads, apart: .milliseconds(20), characterTime: .microseconds(1041))
    #expect(typed == reads.map { keys($0).map { .key($0) } })
  }

  @Test func severalLines() {
    let text = "Bring a towel.\nAnd your shoes,\tplease."
    #expect(marked([text]) == [[.paste(text)]])
    #expect(marked([text.replacing("\n", with: "\r")]) == [[.paste(text)]])
    let long = "A line that is long and accepted by Enter\r"
    #expect(
      marked([long])[0].last == .fastKey(.enter), "a line is keys, and so is its Enter")
    #expect(marked(["9-12\r10-12\r"])[0].count == 11, "short lines may have been typed meanwhile")
    #expect(marked([text + "\u{13}"])[0].last == .fastKey(.control("s")))
  }

  /// Nothing is added or lost, and the order stays.
  @Test func allKeysStay() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "é", "\r", "\u{13}", "\u{1B}[A", "-", "\t", "\u{1B}[200~p\u{1B}[201~"]
    for _ in 0..<2000 {
      let reads = (0..<3).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
      }
      let after = marked(reads).map { events in
        events.map { event in
          if case .fastKey(let key) = event { TerminalEvent.key(key) } else { event }
        }
      }
      let before = reads.map { read in
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        decoder.decode(Array(read.utf8), into: &events)
        return events
      }
      #expect(after == before, "\(reads)")
    }
  }
}
