extension CopyChoices {
  /// Chooses what a word names: a section by its title or key, or a field as search knows it.
  ///
  /// - Throws: a mistake that names the nearest right ones, where it names nothing that can be copied.
  package mutating func choose(named word: String) throws(CalendarChanges.Mistake) {
    let letters = FoldedText(word).letters
    if !letters.isEmpty,
      let section = Section.allCases.first(where: { section in
        [section.title, section.rawValue].contains { FoldedText($0).letters == letters }
      })
    {
      return choose(section)
    }
    let keys = Set(ChangeNames.places(word).map { $0.keys[0] })
    let chosen = CopyChoices(keys)
    guard keys.count == 1, let key = chosen.keys.first else {
      let names = Self.near(word)
      throw CalendarChanges.Mistake(
        "\(Wording.quoted(word)) is neither a section nor a field that can be copied."
          + (names.isEmpty ? "" : " Did you mean \(names.joined(separator: " or "))?"))
    }
    choose(key)
  }

  /// The sections and fields that a word comes nearest to, best first; a field that cannot be copied
  /// is none.
  private static func near(_ word: String) -> [String] {
    var words = Section.allCases.map { (word: $0.rawValue, names: [$0.rawValue, $0.title]) }
    for field in Section.allCases.flatMap({ fields(in: $0) }) {
      words.append((word: field.key, names: [field.key, field.label]))
    }
    var names = ChangeNames.nearest(word, words)
    for name in ChangeNames.near(word) where !CopyChoices([name]).keys.isEmpty {
      if !names.contains(name) { names.append(name) }
    }
    return Array(names.prefix(3))
  }
}
