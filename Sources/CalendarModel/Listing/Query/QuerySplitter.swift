/// Cuts a typed query into its clauses.
///
/// Commas separate parts that all have to hold; within a part `or` separates alternatives, and `and`
/// binds closer than `or`: `draft, type event or type personal and recurring`. What stands in quotes
/// is not cut.
struct QuerySplitter {
  /// A clause with its place in the text.
  struct Clause: Sendable, Hashable {
    var text: String
    /// In characters, without the blanks around it.
    var place: Range<Int>
  }

  /// Part by part, alternative by alternative, clause by clause; none is empty.
  private(set) var parts: [[[Clause]]] = []
  /// The words and signs between clauses that lack the clause before or behind them, as they were
  /// typed.
  private(set) var hanging: [String] = []

  private var reader: CharacterReader
  private var start = 0
  private var alternatives: [[Clause]] = []
  private var clauses: [Clause] = []
  /// The last word or sign between clauses; nil at the beginning.
  private var joint: String?
  /// Whether no clause stands behind it yet.
  private var lacksClause = true

  /// How much of a text is read; nobody types more.
  static let longest = 2000

  init(_ text: String) {
    reader = CharacterReader(text.prefix(Self.longest))
    while let next = reader.peek() {
      if Self.quotes.contains(next) {
        skipQuoted()
      } else if next == "," && !isInNumber && !isBeforeYear || next == ";" {
        endPart()
        note(joint: String(next))
        reader.index += 1
        start = reader.index
      } else if isWordStart {
        readWord()
      } else {
        reader.index += 1
      }
    }
    endPart()
    if lacksClause, let joint { hanging.append(joint) }
  }

  /// Takes note of what stands between clauses, behind the end of the one before it.
  private mutating func note(joint: String) {
    if lacksClause { hanging.append(joint) }
    (self.joint, lacksClause) = (joint, true)
  }

  static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  private mutating func skipQuoted() {
    reader.index += 1
    reader.skip { !Self.quotes.contains($0) }
    reader.index += 1
  }

  private var isWordStart: Bool {
    guard let next = reader.peek() else { return false }
    let isSign = next == "&" || next == "|"
    guard next.isLetter || isSign else { return false }
    guard let before = reader.peek(-1) else { return true }
    return before.isWhitespace || Self.quotes.contains(before)
  }

  private mutating func readWord() {
    let wordStart = reader.index
    reader.skip { !$0.isWhitespace && !",;".contains($0) && !Self.quotes.contains($0) }
    let word = reader.text(from: wordStart)
    switch word.lowercased() {
    case "or", "|", "||":
      endClause(at: wordStart)
      endAlternative()
    case "and", "&", "&&":
      if isBetween(upTo: wordStart) { return }
      endClause(at: wordStart)
    default: return
    }
    note(joint: word)
    start = reader.index
  }

  /// Whether the `and` of `between 10 and 20` stands here.
  private func isBetween(upTo end: Int) -> Bool {
    let words = FoldedText(reader.text(start..<end)).words.map(\.text)
    guard let place = words.lastIndex(of: "between") else { return false }
    return !words[place...].contains("and") && place < words.count - 1
  }

  /// The comma of `1,5`.
  private var isInNumber: Bool { reader.isDigit(-1) && reader.isDigit(1) }

  /// The comma of `Dec 24, 2026`.
  private var isBeforeYear: Bool {
    var ahead = reader
    ahead.index += 1
    ahead.skipBlanks()
    let year = ahead.digits()
    guard year.count == 4, ahead.peek().map({ !$0.isLetter && $0 != "-" }) ?? true else {
      return false
    }
    let words = FoldedText(reader.text(start..<reader.index)).words.suffix(2).map(\.text)
    guard words.count == 2 else { return false }
    return DateWords.month(words[0].filter(\.isLetter)) != nil
      && words[1].prefix(2).contains(where: \.isNumber)
  }

  // MARK: Ends

  private mutating func endClause(at end: Int) {
    var place = start..<min(end, reader.characters.count)
    while let first = place.first, reader.characters[first].isWhitespace {
      place = first + 1..<place.upperBound
    }
    while let last = place.last, reader.characters[last].isWhitespace {
      place = place.lowerBound..<last
    }
    guard !place.isEmpty else { return }
    clauses.append(Clause(text: reader.text(place), place: place))
    lacksClause = false
  }

  private mutating func endAlternative() {
    if !clauses.isEmpty { alternatives.append(clauses) }
    clauses = []
  }

  private mutating func endPart() {
    endClause(at: reader.index)
    endAlternative()
    if !alternatives.isEmpty { parts.append(alternatives) }
    alternatives = []
  }
}
