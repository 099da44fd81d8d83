/// The words of a command as a shell would split them: blanks, quotes and backslashes.
///
/// Nothing is expanded: it is for values such as `code --wait` or `"/opt/my editor/ed" -n`, and
/// no shell runs them.
package enum ShellWords {
  /// Splits a command.
  ///
  /// - Returns: nil where a quote is not closed, or nothing stands behind the last backslash.
  package static func split(_ command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = command.makeIterator()
    while let character = characters.next() {
      switch (character, quote) {
      case (_, "'"):
        if character == "'" { quote = nil } else { word?.append(character) }
      case ("\"", "\""): quote = nil
      case ("\\", "\""):
        guard let next = characters.next() else { return nil }
        // Between double quotes a backslash means itself, but before what is special there.
        if !"\"\\$`".contains(next) { word?.append("\\") }
        word?.append(next)
      case (_, "\""): word?.append(character)
      case ("\\", _):
        guard let next = characters.next() else { return nil }
        word = (word ?? "") + String(next)
      case ("'", _), ("\"", _):
        quote = character
        word = word ?? ""
      default:
        guard character.isWhitespace else {
          word = (word ?? "") + String(character)
          continue
        }
        if let finished = word { words.append(finished) }
        word = nil
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    return words
  }
}
