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
      let names = Self.near(letters)
      throw CalendarChanges.Mistake(
        "\(Wording.quoted(word)) is neither a section nor a field that can be copied."
          + (names.isEmpty ? "" : " Did you mean \(names.joined(separator: " or "))?"))
    }
    choose(key)
  }

  private static func near(_ letters: FoldedText) -> [String] {
    let names =
      Section.allCases.map(\.rawValue) + Section.allCases.flatMap { fields(in: $0).map(\.key) }
    let limit = max(2, letters.bytes.count / 3)
    return names.enumerated().compactMap { place, name in
      letters.distance(to: FoldedText(name).letters, limit: limit).map { ($0, place, name) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(2).map(\.2)
  }
}
