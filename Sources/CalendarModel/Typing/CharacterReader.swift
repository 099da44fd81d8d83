/// A typed text and the place up to which it has been read.
struct CharacterReader {
  let characters: [Character]
  /// How many characters have been read.
  var index = 0

  init(_ text: some Sequence<Character>) { characters = Array(text) }

  var isAtEnd: Bool { index >= characters.count }

  /// The character that comes next, or one further on; nil behind the end.
  func peek(_ ahead: Int = 0) -> Character? {
    characters.indices.contains(index + ahead) ? characters[index + ahead] : nil
  }

  /// Whether a digit comes next, or further on.
  func isDigit(_ ahead: Int = 0) -> Bool { peek(ahead).map(Self.isDigit) ?? false }

  /// The text from a place up to the next character.
  func text(from start: Int) -> String { text(start..<index) }

  func text(_ place: Range<Int>) -> String { String(characters[place]) }

  // MARK: Reading

  mutating func skip(while isSkipped: (Character) -> Bool) {
    while let character = peek(), isSkipped(character) { index += 1 }
  }

  mutating func skipBlanks() { skip(while: \.isWhitespace) }

  /// Reads one character if it is the one that is asked for.
  @discardableResult
  mutating func skip(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    index += 1
    return true
  }

  /// Reads the digits that come next, 0 to 9 only.
  mutating func digits() -> String {
    let start = index
    skip(while: Self.isDigit)
    return text(from: start)
  }

  /// Reads the letters that come next, and returns them in lower case.
  mutating func word(withDots: Bool = false) -> String {
    let start = index
    skip { $0.isLetter || withDots && $0 == "." }
    return text(from: start).lowercased()
  }

  /// Reads a word if it is one of those that are asked for.
  mutating func skip(words: Set<String>) -> Bool {
    let start = index
    if words.contains(word()) { return true }
    index = start
    return false
  }

  static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
