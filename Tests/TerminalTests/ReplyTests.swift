import Terminal
import Testing
import TextUI

/// Answers of the terminal to what somebody has asked it: none of their bytes is a key, however a slow
/// line tears them apart.
@Suite struct ReplyTests {
  /// Behind ESC.
  static let strings = [
    "]10;rgb:ffff/ffff/ffff\u{1B}\\", "]11;rgb:0000/0000/0000\u{7}", "]4;1;rgb:cd/00/00\u{1B}\\",
    "]52;c;SGVsbG8=\u{7}", "]lxterm: a title\u{1B}\\", "]Licon\u{1B}\\",
    "P>|XTerm(380)\u{1B}\\", "P1$r0m\u{1B}\\", "P0+r544e\u{1B}\\", "P1+r436F=323536\u{7}",
    "P!|7E565445\u{1B}\\", "P1;2|17/41\u{1B}\\", "P>|tmux 3.4 \u{13}\u{13}-\u{1B}\\",
  ]
  static let otherStrings = [
    "_Gi=31;OK\u{1B}\\", "_a note -\u{13}\u{7}", "^private q\u{1B}\\", "Xany string\u{1B}\\",
  ]
  static let sequences = [
    "[?1;2c", "[?62;1;6;22c", "[?64c", "[>41;380;0c", "[>0;276;0c", "[=1c", "[?2004;1$y",
    "[?1006;2$y", "[4;1$y", "[12;40R", "[1;5R", "[1;1R", "[24;80R", "[?12;40R", "[?1;2;3R", "[0n",
    "[?13n", "[?27u", "[?9u", "[?13u", "[?0u", "[8;24;80t", "[4;600;800t", "[3;10;20t",
    "[?6c", "[?997;1n", "[>1;10;0c", "[?1;0;256S", "[201~", "[48;24;80;600;800t",
  ]

  private static func bytes(_ reply: String) -> [UInt8] { Array("x\u{1B}\(reply)y".utf8) }
  private static let expected: [TerminalEvent] = [.key(.character("x")), .key(.character("y"))]

  /// As long as it can be, so that it is known that an answer goes on.
  private static func longestPause(at place: Int) -> Duration {
    switch place {
    case ...1: .seconds(60)  // before ESC
    case 2: .milliseconds(99)
    case 3: .milliseconds(990)
    default: .milliseconds(4990)
    }
  }

  @Test(arguments: strings + otherStrings + sequences)
  func inOnePiece(reply: String) {
    var typist = Typist()
    typist.send(Self.bytes(reply))
    typist.pause(.seconds(60))
    #expect(typist.events == Self.expected)
  }

  @Test(arguments: strings + otherStrings + sequences)
  func inTwoAndThree(reply: String) {
    let bytes = Self.bytes(reply)
    let end = bytes.count - 1
    for first in 1...end {
      for second in first...end {
        for share in [0, 1, 4] {
          var typist = Typist()
          let cuts = [first, second].map { place in
            // Two pauses in the same place are one.
            (place, Self.longestPause(at: place) * share / (first == second ? 8 : 4))
          }
          typist.send(bytes, cutAt: cuts)
          #expect(typist.events == Self.expected, "\(first) \(second) \(share)")
        }
      }
    }
  }

  @Test(arguments: strings + otherStrings + sequences)
  func byteByByte(reply: String) {
    let bytes = Self.bytes(reply)
    var typist = Typist()
    typist.send(bytes, cutAt: (1..<bytes.count).map { ($0, Self.longestPause(at: $0)) })
    #expect(typist.events == Self.expected)
  }

  /// The Esc was taken for the key, and the rest is no text all the same.
  @Test(arguments: strings + sequences)
  func aLateRest(reply: String) {
    for time in [120, 200, 290] {
      var typist = Typist()
      typist.send(Self.bytes(reply), cutAt: [(2, .milliseconds(time))])
      #expect(typist.events == [Self.expected[0], .key(.escape), Self.expected[1]], "\(time)")
    }
  }

  /// One that never ends does not keep the keyboard, and none of it is kept.
  @Test func withoutAnEnd() {
    for reply in ["]11;rgb:00", "P>|XT", "[?1;2", "_G"] {
      var typist = Typist()
      typist.send("\u{1B}" + reply)
      typist.pause(.seconds(6))
      typist.send("z")
      #expect(typist.events == [.key(.character("z"))], "\(reply)")
    }
  }

  /// Another key, torn from nothing, ends it.
  @Test func aKeyInside() {
    for reply in ["]11;rgb:00", "P>|XT", "[?1;2", "_G"] {
      var typist = Typist()
      typist.send("\u{1B}" + reply)
      typist.send("\u{1B}[Az")
      #expect(typist.events == [.key(.up), .key(.character("z"))], "\(reply)")
    }
  }

  @Test func aLongOne() {
    var typist = Typist()
    typist.send("\u{1B}]52;c;")
    for _ in 0..<200 { typist.send([UInt8](repeating: 0x41, count: 5000)) }
    typist.send("\u{7}z")
    typist.send("\u{1B}[")
    for _ in 0..<200 { typist.send([UInt8](repeating: 0x31, count: 500)) }
    typist.send("cz")
    #expect(typist.events == [.key(.character("z")), .key(.character("z"))])
  }

  /// What begins like an answer, and is typed.
  @Test(arguments: ["]", "P", "_", "^", "X", "[", "O"])
  func theKeysWithAlt(character: String) throws {
    let alt = TerminalEvent.key(.alt(try #require(character.first)))
    var typist = Typist()
    typist.send("\u{1B}" + character)
    typist.pause(.seconds(2))
    #expect(typist.events == [alt])
    typist.send("z")
    #expect(typist.events == [alt, .key(.character("z"))])
    if character == "]" || character == "P" {
      typist.send("\u{1B}\(character)z")
      #expect(typist.events.suffix(2) == [alt, .key(.character("z"))])
    }
  }
}
