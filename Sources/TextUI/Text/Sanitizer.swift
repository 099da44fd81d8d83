/// Text from outside for everything that is no ``Grid``: standard output and error, the clipboard,
/// the log.
///
/// What is hidden is decided by ``HiddenScalar``, as it is for the screen; only what stands for it
/// differs.
extension String {
  /// One line, as ``Grid`` shows it: line breaks and tabs are symbols too.
  package var sanitized: String {
    if isPlain { return self }
    var out = String.UnicodeScalarView()
    for character in self {
      for part in Glyph.of(character).parts {
        for value in [part.base] + part.marks {
          if let scalar = Unicode.Scalar(value) { out.append(scalar) }
        }
      }
    }
    return String(out)
  }

  /// One line, as a ``Grid`` of ASCII shows it.
  ///
  /// For whoever does not read UTF-8: a byte of a symbol may be a control character there.
  package var sanitizedASCII: String {
    if isPlain { return self }
    var out = String.UnicodeScalarView()
    for character in self {
      for part in Glyph.of(character).parts {
        let scalar = Unicode.Scalar(AsciiFallback.of(part.base)) ?? "?"
        for _ in 0..<part.width { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// A text of any number of lines: line breaks and tabs stay, and every character that is shown
  /// stays whole, with all its marks, joiners and selectors.
  package var sanitizedText: String {
    replacingHidden { HiddenScalar.symbol(for: $0) ?? "" }
  }

  /// One line of such a text: line breaks and tabs are symbols.
  package var sanitizedLine: String {
    if isPlain { return self }
    return sanitizedText.reduce(into: "") { line, character in
      // A mark may stand on a tab.
      let isBreak = character.unicodeScalars.contains { ["\n", "\r", "\t"].contains($0) }
      line += isBreak ? String(character).sanitized : String(character)
    }
  }

  /// JSON with what is hidden in its texts spelt as JSON can spell it (`\u202e`), so that it still
  /// means the same.
  package var sanitizedJSON: String {
    replacingHidden { scalar in
      scalar.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private func replacingHidden(_ stand: (Unicode.Scalar) -> String) -> String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) { return self }
    var out = String.UnicodeScalarView()
    for character in self {
      if character == "\n" || character == "\r\n" || character == "\t" {
        out.append(contentsOf: character.unicodeScalars)
        continue
      }
      var isShown = false
      for scalar in character.unicodeScalars {
        let isHidden = HiddenScalar.symbol(for: scalar) != nil
        if isHidden, !(isShown && HiddenScalar.isSpelling(scalar)) {
          out.append(contentsOf: stand(scalar).unicodeScalars)
        } else {
          out.append(scalar)
        }
        isShown = isShown || !isHidden
      }
    }
    return String(out)
  }
}
