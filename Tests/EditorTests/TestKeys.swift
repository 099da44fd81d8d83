import TextUI

/// Reads keys as the manual writes them: "Tab Tab 4 5 Ctrl-S"; anything in quotes is typed.
func keys(_ script: String) -> [Key] {
  var keys: [Key] = []
  var rest = script[...]
  while let first = rest.first {
    if first == " " {
      rest.removeFirst()
    } else if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
      keys += rest[rest.index(after: rest.startIndex)..<end].map(Key.character)
      rest = rest[rest.index(after: end)...]
    } else {
      let word = rest.prefix { $0 != " " }
      rest = rest.dropFirst(word.count)
      keys.append(key(String(word)))
    }
  }
  return keys
}

private let named: [String: Key] = Dictionary(
  uniqueKeysWithValues: [
    Key.enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
    .home, .end, .pageUp, .pageDown, .space, Key(.up, .alt), Key(.down, .alt), Key(.left, .alt),
    Key(.right, .alt),
    Key(.pageUp, .control), Key(.pageDown, .control),
  ].map { ($0.description, $0) } + (1...12).map { ("F\($0)", Key.function($0)) })

private func key(_ word: String) -> Key {
  if let key = named[word] { return key }
  if word.hasPrefix("Ctrl-"), let letter = word.dropFirst(5).lowercased().first {
    return .control(letter)
  }
  if word.hasPrefix("Alt-"), let letter = word.dropFirst(4).lowercased().first {
    return .alt(letter)
  }
  precondition(word.count == 1, "no key is called \(word)")
  return .character(Character(word))
}
