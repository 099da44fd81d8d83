/// Pieces of texts that join each other in all the ways there are.
enum TextPieces {
  static let all = [
    "a", "b ", " ", "long", "one two", "\n", "\r\n", "\u{2028}", "\t", "é", "e\u{301}", "\u{301}",
    "中", "日本 ", "हि", "क्", "ष", "न्दी", "ก้", "ำ", "\u{200D}", "👍", "🏽", "🇩", "\u{1100}", "\u{1161}",
    "\u{FE0F}", "\u{202E}", "\u{1B}",
  ]
}

extension String {
  /// The bytes before a character, which is counted from 0.
  func place(of character: Int) -> Int { prefix(character).utf8.count }
}
