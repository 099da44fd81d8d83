import TextUI

/// What commands are called where they are typed as words.
extension Action {
  /// The words of its id: "next problem".
  var spokenName: String { id.rawValue.wordsOfName }
}

extension KeyBinding {
  /// What the key bar calls it: "leave out".
  var spokenName: String { short.lowercased() }
}

extension AnyKeyTable.Entry {
  /// What the key bar calls it: "leave out".
  var spokenName: String { short.lowercased() }
}

extension String {
  /// As a word to be typed.
  var inQuotes: String { "\"\(self)\"" }

  /// The words of a name such as `nextProblem`, in small letters.
  ///
  /// Capitals that stand together are one word: `viewJSON` is "view json".
  var wordsOfName: String {
    var words = ""
    var previous: Character?
    for character in self {
      if character.isUppercase, previous?.isUppercase == false { words += " " }
      words += character.lowercased()
      previous = character
    }
    return words
  }

  /// What is compared when something is called by its name: small letters and digits, one blank
  /// between words.
  var spokenForm: String {
    lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  /// Without blanks around it.
  var trimmedBlanks: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
