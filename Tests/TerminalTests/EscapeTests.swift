import Terminal
import Testing
import TextUI

/// What an Esc is that comes alone.
@Suite struct EscapeTests {
  private static let keys: [(String, Key)] = [
    ("[A", .up), ("OB", .down), ("[1;5C", Key(.right, .control)), ("[3~", .delete),
    ("OP", .function(1)),
    ("[Z", .backTab), ("OT", .function(5)), ("[8~", .end),
  ]

  /// While it waits, it is the beginning of the key, however the rest is torn.
  @Test func theRestComesInTime() {
    for (rest, key) in Self.keys {
      let bytes = Array("\u{1B}\(rest)".utf8)
      for time in [0, 10, 26, 40, 60, 99] {
        for second in 1...bytes.count - 1 {
          var typist = Typist()
          typist.send(bytes, cutAt: [(1, .milliseconds(time)), (second, .milliseconds(0))])
          typist.pause(.seconds(60))
          #expect(typist.events == [.key(key)], "\(rest) after \(time)")
        }
      }
    }
  }

  /// Esc was given; the rest is the key still, and never text.
  @Test func theRestComesLate() {
    for (rest, key) in Self.keys {
      for time in [101, 150, 299] {
        var typist = Typist()
        typist.send(Array("\u{1B}\(rest)".utf8), cutAt: [(1, .milliseconds(time))])
        typist.pause(.seconds(60))
        #expect(typist.events == [.key(.escape), .key(key)], "\(rest) after \(time)")
      }
    }
  }

  /// Somebody types Esc and then these characters.
  @Test func whatIsTypedBehind() {
    for text in ["[", "O", "x", "]", "P", "1"] {
      for time in [30, 99, 150, 299, 400] where time > 100 || !"[O]P".contains(text) {
        var typist = Typist()
        typist.send(Array("\u{1B}\(text)".utf8), cutAt: [(1, .milliseconds(time))])
        typist.pause(.seconds(60))
        typist.send("A")
        let typed = [text, "A"].flatMap { $0.map { TerminalEvent.key(.character($0)) } }
        #expect(typist.events == [.key(.escape)] + typed, "\(text) after \(time)")
      }
    }
    var typist = Typist()
    typist.send("\u{1B}")
    typist.pause(.milliseconds(400))
    typist.send("[A")
    #expect(
      typist.events == [.key(.escape), .key(.character("[")), .key(.character("A"))],
      "too late to be one key")
  }

  /// Quickly typed letters are no letters with Alt, unless the line needs a long delay.
  @Test func aLetterWithAlt() {
    for (delay, time, isAlt) in [
      (100, 20, true), (100, 30, false), (400, 90, true), (400, 110, false), (10, 9, true),
      (0, 0, false),
    ] {
      var typist = Typist(escapeDelay: .milliseconds(delay))
      typist.send(Array("\u{1B}x".utf8), cutAt: [(1, .milliseconds(time))])
      #expect(
        typist.events
          == (isAlt ? [.key(.alt("x"))] : [.key(.escape), .key(.character("x"))]),
        "\(delay) \(time)")
    }
  }

  @Test func theDelayIsTheUsers() {
    var typist = Typist(escapeDelay: .milliseconds(1000))
    typist.send(Array("\u{1B}[A".utf8), cutAt: [(1, .milliseconds(990))])
    #expect(typist.events == [.key(.up)])
    typist.send("\u{1B}")
    typist.pause(.milliseconds(999))
    #expect(typist.events == [.key(.up)])
    typist.pause(.milliseconds(1))
    // Time does not add up over two pauses here; the loop's does.
    typist.pause(.seconds(1))
    #expect(typist.events == [.key(.up), .key(.escape)])
  }

  /// Esc pressed several times, and then a key that begins with it: none of them is one with Alt.
  @Test func manyEscapes() {
    for count in 1...4 {
      for time in [0, 5, 15, 24, 30, 60, 99, 150] {
        for last in [26, 60, 75, 99, 150] {
          var typist = Typist()
          for number in 1...count {
            typist.send("\u{1B}")
            typist.pause(.milliseconds(number == count ? last : time))
          }
          typist.send("\u{1B}[15~x")
          typist.pause(.seconds(1))
          let escapes = Array(repeating: TerminalEvent.key(.escape), count: count)
          #expect(
            typist.events == escapes + [.key(.function(5)), .key(.character("x"))],
            "\(count), \(time) apart, \(last)")
        }
      }
    }
  }

  @Test func escapeAndAnotherKey() {
    var typist = Typist()
    typist.send(Array("\u{1B}\u{1B}[A".utf8), cutAt: [(1, .milliseconds(40))])
    #expect(typist.events == [.key(.escape), .key(.up)])
    typist.send("\u{1B}")
    typist.pause(.milliseconds(40))
    typist.send("\u{1B}")
    typist.pause(.seconds(1))
    #expect(typist.events.suffix(2) == [.key(.escape), .key(.escape)])
  }
}
