/// Finds what somebody meant who spelled a name wrong.
package enum NearestName {
  /// The name that is nearest to a word; nil where none is near.
  ///
  /// Capitals and what stands between the parts of a name (`-`, `_`, `.`, blanks) do not count.
  /// A third of the letters may differ, letters in the wrong order counted once.
  package static func of(_ word: String, in names: [String]) -> String? {
    let letters = letters(word)
    // Nobody means a name by a text of ten thousand characters.
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var nearest: (name: String, distance: Int)?
    for name in names {
      let other = Self.letters(name)
      let limit = max(1, min(letters.count, other.count) / 3)
      guard abs(letters.count - other.count) <= limit else { continue }
      let distance = distance(letters, other)
      if distance <= limit, distance < nearest?.distance ?? .max { nearest = (name, distance) }
    }
    return nearest?.name
  }

  /// The letters and digits of a name, in small letters.
  package static func folded(_ word: String) -> String {
    String(decoding: letters(word), as: UTF8.self)
  }

  private static func letters(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { !separators.contains($0) }
  }

  private static let separators = Array("-_. \t".utf8)

  /// How many letters have to be changed, added, taken away or exchanged with their neighbour.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var line = [row + 1]
      for column in other.indices {
        let isSame = one[row] == other[column]
        var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, last) = (last, line)
    }
    return last[other.count]
  }
}
