import Terminal
import Testing
import TextUI

/// Decodes pieces of input as they would be read, and then waits for ever.
private func decode(_ pieces: [UInt8]..., sequences: KeySequences = KeySequences())
  -> [TerminalEvent]
{
  var decoder = KeyDecoder(sequences: sequences)
  var events: [TerminalEvent] = []
  for piece in pieces { decoder.decode(piece, into: &events) }
  while decoder.patience != nil { decoder.giveUpWaiting(into: &events) }
  return events
}

private func keys(_ text: String) -> [Key] {
  decode(Array(text.utf8)).compactMap { if case .key(let key) = $0 { key } else { nil } }
}

@Suite struct KeyDecoderTests {
  @Test(arguments: [
    ("a", Key.character("a")), (" ", .space), ("é", .character("é")), ("中", .character("中")),
    ("😀", .character("😀")), ("\u{301}", .character("\u{301}")),
    ("\u{0}", .control(" ")), ("\u{1}", .control("a")), ("\u{3}", .control("c")),
    ("\u{11}", .control("q")), ("\u{13}", .control("s")), ("\u{1A}", .control("z")),
    ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{1B}", .escape), ("\u{1B}b", .alt("b")), ("\u{1B}B", .alt("B")), ("\u{1B}é", .alt("é")),
    ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
    ("\u{1B}\u{13}", Key(.character("s"), [.control, .alt])),
    ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
  ])
  func charactersAndControls(input: String, key: Key) { #expect(keys(input) == [key]) }

  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[B", .down), ("[C", .right), ("OD", .left), ("[H", .home),
    ("OF", .end), ("[1~", .home), ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[2~", .insert),
    ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
    ("OP", .function(1)), ("OS", .function(4)), ("[11~", .function(1)), ("[[A", .function(1)),
    ("[[E", .function(5)), ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
    ("[23~", .function(11)), ("[24~", .function(12)), ("[25~", .function(13)), ("OM", .enter),
    ("Oq", .character("1")), ("Ok", .character("+")),
    // xterm's modifiers
    ("[1;5C", Key(.right, .control)), ("[1;2A", Key(.up, .shift)), ("[1;3D", Key(.left, .alt)),
    ("[1;6H", Key(.home, [.control, .shift])), ("[3;5~", Key(.delete, .control)),
    ("[5;7~", Key(.pageUp, [.control, .alt])), ("[1;2P", Key(.function(1), .shift)),
    ("[15;5~", Key(.function(5), .control)), ("[1;9B", Key(.down, .alt)),
    ("O5C", Key(.right, .control)),
    // rxvt's
    ("[a", Key(.up, .shift)), ("Oc", Key(.right, .control)), ("[3^", Key(.delete, .control)),
    ("[7$", Key(.home, .shift)), ("[6@", Key(.pageDown, [.control, .shift])),
    // spelt out
    ("[27;5;115~", .control("s")), ("[115;5u", .control("s")), ("[13;5u", Key(.enter, .control)),
    ("[27u", .escape), ("[97;3u", .alt("a")), ("[9;2u", .backTab),
  ])
  func sequences(input: String, key: Key) {
    #expect(keys("\u{1B}" + input) == [key])
    // In one piece with what follows, and torn at every place.
    #expect(keys("\u{1B}" + input + "x") == [key, .character("x")])
    let bytes = Array("\u{1B}\(input)x".utf8)
    for cut in 1..<bytes.count {
      #expect(
        decode(Array(bytes[..<cut]), Array(bytes[cut...])) == [.key(key), .key(.character("x"))])
    }
  }

  @Test func altBeforeASequence() {
    #expect(keys("\u{1B}\u{1B}[A") == [Key(.up, .alt)])
    #expect(keys("\u{1B}\u{1B}OB") == [Key(.down, .alt)])
  }

  @Test func escapeTwice() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}\u{1B}") == [.escape, .escape, .escape])
    #expect(keys("\u{1B}\u{1B}x") == [.escape, .alt("x")])
    #expect(keys("\u{1B}\u{1B}[") == [.escape, .alt("[")])
  }

  /// Nothing of an unknown sequence may be typed into a field.
  @Test(arguments: ["[99~", "[?2004;1$y", "[I", "[O", "[1;2;3;4q", "[<0;1;1m", "[38;5;1m", "OE"])
  func unknownSequencesAreLeftOut(input: String) {
    #expect(keys("\u{1B}\(input)x") == [.character("x")])
  }

  @Test func tornSequence() {
    #expect(keys("\u{1B}[1;") == [])
    #expect(keys("\u{1B}[1;\u{13}") == [.control("s")])
    #expect(keys("\u{1B}[\u{1B}[A") == [.up])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 500) + "x").count < 500)
  }

  @Test func terminfoWins() {
    var own = KeySequences()
    own.add(Array("\u{1B}[M".utf8), .function(1))
    own.add(Array("\u{1B}A".utf8), .up)
    own.add([0x08], .left)
    #expect(decode(Array("\u{1B}[M".utf8), sequences: own) == [.key(.function(1))])
    #expect(decode(Array("\u{1B}A".utf8), sequences: own) == [.key(.up)])
    #expect(decode([0x08], sequences: own) == [.key(.backspace)])
  }

  @Test func splitUTF8() {
    #expect(decode([0xC3], [0xA9]) == [.key(.character("é"))])
    #expect(decode([0xF0], [0x9F, 0x98], [0x80]) == [.key(.character("😀"))])
    #expect(decode([0x61, 0xE4], [0xB8, 0xAD, 0x62]).count == 3)
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0xC3], 1), ([0xC3, 0x41], 2), ([0xE4, 0xB8, 0x41], 2), ([0xC0, 0x80], 2),
      ([0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1), ([0xE0, 0x80, 0x80], 1),
    ] as [([UInt8], Int)])
  func invalidUTF8(bytes: [UInt8], count: Int) {
    let events = decode(bytes)
    #expect(events.count == count)
    #expect(events.first == .key(.character("\u{FFFD}")))
  }

  @Test func c1ControlsAreNoKeys() { #expect(keys("\u{9B}A") == [.character("A")]) }

  @Test func mouse() {
    let at = Position(row: 4, column: 9)
    #expect(
      decode(Array("\u{1B}[<0;10;5M".utf8)) == [.mouse(MouseEvent(kind: .press, position: at))])
    #expect(
      decode(Array("\u{1B}[<64;10;5M".utf8)) == [.mouse(MouseEvent(kind: .wheelUp, position: at))])
    #expect(
      decode(Array("\u{1B}[<69;10;5M".utf8)) == [
        .mouse(MouseEvent(kind: .wheelDown, position: at))
      ])
    #expect(
      decode([0x1B, 0x5B, 0x4D], [32, 42, 37, 0x61])
        == [.mouse(MouseEvent(kind: .press, position: at)), .key(.character("a"))])
    #expect(decode(Array("\u{1B}[<0;10;5m".utf8)) == [])
  }

  @Test func patience() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(40))
    var events: [TerminalEvent] = []
    #expect(decoder.patience == nil)
    decoder.decode([0x1B], into: &events)
    // As the beginning of a letter with Alt, and then of a sequence.
    #expect(decoder.patience == .milliseconds(25))
    decoder.giveUpWaiting(into: &events)
    #expect(decoder.patience == .milliseconds(15))
    decoder.decode([0x5B], into: &events)
    #expect(decoder.patience == .seconds(1))
    decoder.decode([0x41], into: &events)
    #expect(decoder.patience == nil)
    #expect(events == [.key(.up)])
  }

  /// Whatever comes, all of it is taken, and the same at every place where it may be torn.
  @Test func randomInput() {
    var random = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = [
      0x1B, 0x1B, 0x5B, 0x4F, 0x41, 0x31, 0x32, 0x30, 0x7E, 0x3B, 0x4D, 0x3C, 0x24, 0x0D, 0x61,
      0xC3, 0xA9, 0xE4, 0xFF, 0x00,
    ]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      var whole = KeyDecoder()
      var torn = KeyDecoder()
      var expected: [TerminalEvent] = []
      var events: [TerminalEvent] = []
      whole.decode(bytes, into: &expected)
      for byte in bytes { torn.decode([byte], into: &events) }
      #expect(events == expected, "\(bytes)")
      for _ in 0..<100 where whole.patience != nil { whole.giveUpWaiting(into: &expected) }
      #expect(whole.patience == nil, "\(bytes)")
    }
  }
}

@Suite struct PasteDecodingTests {
  private func paste(_ text: String) -> [UInt8] {
    Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
  }

  @Test func wholeAndLineBreaks() {
    #expect(decode(paste("a\r\nb\rc\nd")) == [.paste("a\nb\nc\nd")])
    #expect(decode(paste("")) == [.paste("")])
    #expect(decode([0x78] + paste("é中") + [0x79]).count == 3)
  }

  @Test func keysInsideStayText() {
    #expect(decode(paste("a\u{1B}[A\u{1B}[20\u{13}\tb")) == [.paste("a\u{1B}[A\u{1B}[20\u{13}\tb")])
  }

  @Test func tornEverywhere() {
    let bytes = paste("é\r\n\u{1B}[201x") + [0x7A]
    let expected: [TerminalEvent] = [.paste("é\n\u{1B}[201x"), .key(.character("z"))]
    for first in 1..<bytes.count {
      for second in first..<bytes.count {
        let pieces = [
          Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
        ]
        #expect(decode(pieces[0], pieces[1], pieces[2]) == expected)
      }
    }
  }

  @Test func withoutEnd() {
    // It goes on as long as it takes, also with what looks like its end.
    #expect(decode(Array("\u{1B}[200~abc\u{1B}[2".utf8)) == [])
    #expect(decode(Array("\u{1B}[200~abc\u{1B}".utf8)) == [.paste("abc")])
  }

  @Test func invalidBytes() {
    #expect(
      decode(Array("\u{1B}[200~a".utf8) + [0xFF] + Array("b\u{1B}[201~".utf8))
        == [.paste("a\u{FFFD}b")])
  }

  @Test func limit() throws {
    let events = decode(paste(String(repeating: "x", count: 1 << 21)))
    guard case .paste(let text)? = events.first else { throw Missing() }
    #expect(text.utf8.count == 1 << 20)
    #expect(events.dropFirst() == [.pasteCut(kept: 1 << 20, lost: 1 << 20)])
  }

  private struct Missing: Error {}

  /// Where the cursor is, cut anywhere: it is no key.
  @Test(arguments: [("2;2", 2, 2), ("24;80", 24, 80), ("999;1", 999, 1)])
  func anAnswerIsNoKey(numbers: String, row: Int, column: Int) {
    let bytes = Array("\u{1B}[\(numbers)Rx".utf8)
    for cut in 0..<bytes.count {
      var decoder = KeyDecoder()
      var events: [TerminalEvent] = []
      decoder.decode(bytes[..<cut], into: &events)
      decoder.decode(bytes[cut...], into: &events)
      #expect(events == [.key(.character("x"))])
      #expect(decoder.takeReplies() == [.cursorPosition(row: row, column: column)])
      #expect(decoder.takeReplies() == [])
    }
  }

  /// In the first row it would be F3, so nobody asks there.
  @Test(arguments: ["1;2R", "R", "2R", "2;R", ";2R", "2;2;2R", "2;123456R", "0;2R"])
  func onlyWholeAnswersCount(sequence: String) {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    decoder.decode(Array("\u{1B}[\(sequence)".utf8), into: &events)
    #expect(decoder.takeReplies() == [])
  }
}
