import Testing
import TextUI

/// Keys as people write them.
@Suite struct KeyNameTests {
  /// Every key reads as it is written on screen, whatever the capitals.
  @Test func asItIsWritten() {
    let codes: [Key.Code] =
      [
        .enter, .tab, .backspace, .delete, .insert, .escape, .up, .down, .left, .right, .home, .end,
        .pageUp, .pageDown, .character(" "),
      ] + (1...12).map(Key.Code.function)
    for code in codes {
      for modifiers: Key.Modifiers in [[], .control, .alt, .shift, [.control, .shift]] {
        let key = Key(code, modifiers)
        let name = key.description
        #expect(Key(named: name) == key, "\(name)")
        #expect(Key(named: name.lowercased()) == key && Key(named: name.uppercased()) == key)
      }
    }
    for character in "abcdefghjklnopqrstuvwxyz" {
      #expect(Key(named: Key.control(character).description) == .control(character))
      #expect(Key(named: Key.alt(character).description) == .alt(character))
      #expect(Key(named: String(character)) == .character(character))
    }
    for character in "+-/?[]<>,.;" {
      #expect(Key(named: Key.alt(character).description) == .alt(character))
      #expect(Key(named: String(character)) == .character(character))
    }
  }

  @Test(arguments: [
    ("ctrl-s", Key.control("s")), ("C-s", .control("s")), ("M-x", .alt("x")),
    ("control-S", .control("s")),
    ("esc", .escape), ("pageup", .pageUp), ("return", .enter), ("G", .character("G")),
    ("alt--", .alt("-")), ("-", .character("-")), ("é", .character("é")),
  ])
  func otherWays(name: String, key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: [
    "", "ctrl-", "ctrl-ctrl-s", "ctrl", "f0", "f13", "f1x", "hello", "ctrl-i", "Ctrl-M", "ctrl-[",
    "ctrl-1", "shift-a", "alt-é", "\n", "a b", "ctrl-\u{1}",
    String(repeating: "ctrl-", count: 2000),
    String(repeating: "a", count: 10_000),
  ])
  func none(name: String) {
    #expect(Key(named: name) == nil)
  }
}
