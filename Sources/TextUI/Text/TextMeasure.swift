/// Walks over the characters of a text and counts the cells that they take.
///
/// Characters that are plain are not searched for their ends; see ``PlainCharacter``.
struct TextMeasure {
  /// What a walk may end before.
  struct Stops: OptionSet {
    let rawValue: UInt8
    static let blanks = Stops(rawValue: 1)
    static let lineBreaks = Stops(rawValue: 2)

    func contains(_ character: Character) -> Bool {
      contains(.blanks) && character == " " || contains(.lineBreaks) && character.isNewline
    }
  }

  /// The text as far as it has not been walked over.
  private(set) var rest: Substring
  /// The cells of what has been walked over.
  private(set) var width = 0

  init(_ text: Substring) { rest = text }

  /// Where the walk has come to.
  var index: String.Index { rest.startIndex }

  /// Walks on while there is room for another character.
  ///
  /// - Parameters:
  ///   - limit: how many cells may be taken in all.
  ///   - stops: what the walk ends before, though there is room for it.
  /// - Returns: whether it ended before a character for which there is no room.
  @discardableResult
  mutating func walk(upTo limit: Int, before stops: Stops = []) -> Bool {
    let blank: UInt32 = stops.contains(.blanks) ? 0x20 : 0
    while true {
      var isOver = false
      let from = width
      let plain = rest.utf8.withContiguousStorageIfAvailable { bytes in
        var (at, used) = (0, from)
        while at < bytes.count, let character = PlainCharacter(in: bytes, at: at),
          character.letter != blank || character.hasMarks
        {
          if used + character.width > limit {
            isOver = true
            break
          }
          used += character.width
          at = character.end
        }
        return (bytes: at, width: used)
      }
      if let plain {
        width = plain.width
        drop(to: rest.utf8.index(rest.startIndex, offsetBy: plain.bytes))
      }
      if isOver { return true }
      guard let first = rest.first, !stops.contains(first) else { return false }
      let more = first.displayWidth
      if width + more > limit { return true }
      width += more
      drop(to: rest.index(after: rest.startIndex))
    }
  }

  /// Walks over one character, whatever it takes.
  mutating func step() {
    guard let first = rest.first else { return }
    width += first.displayWidth
    drop(to: rest.index(after: rest.startIndex))
  }

  /// An open range would be cut off by code for any collection, several times as slow.
  private mutating func drop(to index: String.Index) { rest = rest[index..<rest.endIndex] }
}

extension Substring {
  /// How many cells this text takes on the screen.
  package var displayWidth: Int { displayWidth(upTo: .max) }

  /// How many cells this text takes on the screen, or more than a limit: what is counted is the
  /// limit, not the text.
  package func displayWidth(upTo limit: Int) -> Int {
    var measure = TextMeasure(self)
    return measure.walk(upTo: limit) ? limit + 1 : measure.width
  }
}

extension String {
  /// How many cells this text takes on the screen.
  package var displayWidth: Int { Substring(self).displayWidth }

  /// How many cells this text takes on the screen, or more than a limit.
  package func displayWidth(upTo limit: Int) -> Int { Substring(self).displayWidth(upTo: limit) }

  /// Whether every byte is a character and a cell of its own, shown as it is.
  var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
