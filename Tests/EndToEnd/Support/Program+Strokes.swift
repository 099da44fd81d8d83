import TerminalTesting

extension Program {
  /// Presses keys as the manual writes them, `Down Enter Ctrl-U "45"`, and counts them.
  ///
  /// What is quoted is typed, a key a character.
  func strokes(_ script: String) throws -> Int {
    var count = 0
    var rest = script[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
        let text = rest[rest.index(after: rest.startIndex)..<end]
        session.type(String(text))
        count += text.count
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count)
        try press(String(word))
        count += 1
      }
      // What is pressed is taken in before the next key, as when a person looks at the screen.
      try session.wait("keys read", seconds: Self.patience) { !session.hasUnreadInput }
      session.settle(milliseconds: 15)
    }
    return count
  }

  /// Presses Esc alone: what comes at once behind it would be a key with Alt.
  func escape(times: Int = 1) {
    for _ in 0..<times {
      session.press(.escape)
      session.settle(milliseconds: 70)
    }
  }

  private struct UnknownKey: Error { let name: String }

  private func press(_ word: String) throws {
    let named: [String: TerminalSession.Key] = [
      "Enter": .enter, "Tab": .tab, "Esc": .escape, "Up": .up, "Down": .down, "Left": .left,
      "Right": .right, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
    ]
    if let key = named[word] {
      session.press(key)
    } else if word.hasPrefix("Ctrl-"), let letter = word.dropFirst(5).lowercased().first {
      session.control(letter)
    } else if word.hasPrefix("Alt-"), let letter = word.dropFirst(4).lowercased().first {
      session.alt(letter)
    } else if word == "Space" {
      session.type(" ")
    } else {
      throw UnknownKey(name: word)
    }
  }
}
