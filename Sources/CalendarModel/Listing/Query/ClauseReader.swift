import JSON

/// What one clause of a query means.
enum ClauseReading {
  case node(QueryNode)
  /// It may become a condition; until then it is words. What could follow, as the end of a sentence.
  case unfinished(String)
  /// It looks like a condition that cannot be read; it is words. What is wrong, in a sentence.
  case mistake(String)
  case words
}

/// Reads a clause: words, or a condition in the words of the forms.
struct ClauseReader {
  let today: CalendarDate
  /// Whether words are found by scattered letters too.
  let isFuzzy: Bool
  /// How often `not` and the like may stand in front.
  private static let depth = 4

  init(today: CalendarDate, isFuzzy: Bool) { (self.today, self.isFuzzy) = (today, isFuzzy) }

  /// Words that stand for a condition when they are the whole clause.
  private static let alone: [(words: String, node: QueryNode)] = {
    let recurring = FieldPlace.at(CalendarKey.enableRecurring.rawValue).map { [$0] } ?? []
    return [
      ("active published enabled live", .leaf(.state(isActive: true))),
      (
        "draft drafts inactive unpublished notpublished disabled", .leaf(.state(isActive: false))
      ),
      ("recurring repeating", .leaf(.field(recurring, .isOn(true), phrase: nil))),
      ("governed byschedule byschedules hasschedule hasschedules hasaschedule", .leaf(.governed)),
    ]
  }()

  static let states: [FoldedText: QueryNode] = Dictionary(
    uniqueKeysWithValues: alone.flatMap { words, node in
      FoldedText(words).words.map { ($0, node) }
    })

  /// A word that stands for a condition on its own: `draft`.
  static func state(_ text: String) -> QueryNode? {
    // "-draft" is something else.
    text.first?.isLetter == true ? states[FoldedText(text).letters] : nil
  }

  func read(_ text: String) -> ClauseReading { read(text, depth: Self.depth) }

  private func read(_ text: String, depth: Int) -> ClauseReading {
    let text = text.trimmed
    if Self.unquoted(text) != nil { return .words }
    if let node = Self.state(text) { return .node(node) }
    let reading = prefixed(text, depth: depth) ?? verb(text) ?? condition(text)
    if case .node = reading { return reading }
    if let node = withState(text, depth: depth) { return .node(node) }
    if case .words = reading, let mistake = doubt(ofDays: text) { return .mistake(mistake) }
    return reading
  }

  /// The words of a clause that is no condition; a quoted text is one word.
  func words(_ text: String) -> QueryNode {
    if let quoted = Self.unquoted(text) {
      return .leaf(.words([FoldedText(quoted)], letters: []))
    }
    let words = FoldedText(text.filter { !QuerySplitter.quotes.contains($0) }).words
    return .leaf(.words(words, letters: isFuzzy ? words.flatMap(\.bytes) : []))
  }

  /// What stands in quotes, where that is all; the last quote may be missing yet.
  static func unquoted(_ text: String) -> String? {
    guard let first = text.first, QuerySplitter.quotes.contains(first) else { return nil }
    let inner = text.dropFirst()
    guard let end = inner.firstIndex(where: QuerySplitter.quotes.contains) else {
      return String(inner)
    }
    return inner.index(after: end) == inner.endIndex ? String(inner[..<end]) : nil
  }

  // MARK: In front

  /// `not …`, `-…`, `has …`, `no …`, `is …`; nil where none of them stands in front.
  private func prefixed(_ text: String, depth: Int) -> ClauseReading? {
    var reader = CharacterReader(text)
    func rest() -> String { reader.text(reader.index..<reader.characters.count).trimmed }
    if let sign = reader.peek(), "-!".contains(sign), let next = reader.peek(1),
      next.isLetter || QuerySplitter.quotes.contains(next)
    {
      reader.index += 1
      return negated(rest(), depth: depth)
    }
    if reader.skip(phrase: ["not"]) { return negated(rest(), depth: depth) }
    if reader.skip(phrase: ["no"]) || reader.skip(phrase: ["without"]) {
      if let node = having(rest()) { return .node(.not(node)) }
      if case .node(let node) = condition(rest()) { return .node(.not(node)) }
      return nil
    }
    if reader.skip(phrase: ["has"]) || reader.skip(phrase: ["have"])
      || reader.skip(phrase: ["with"])
    {
      if reader.skip(phrase: ["no"]), let node = having(rest()) { return .node(.not(node)) }
      if let node = having(rest()) { return .node(node) }
      if case .node(let node) = condition(rest()) { return .node(node) }
      return nil
    }
    if reader.skip(phrase: ["is"]) || reader.skip(phrase: ["are"]), depth > 0,
      case .node(let node) = read(rest(), depth: depth - 1)
    {
      return .node(node)
    }
    return nil
  }

  private func negated(_ text: String, depth: Int) -> ClauseReading {
    guard depth > 0, !text.isEmpty else { return .unfinished("what is not to hold") }
    switch read(text, depth: depth - 1) {
    case .node(let node): return .node(.not(node))
    case .words:
      // A condition that is spelled wrong would be true of nearly every calendar.
      if let mistake = doubt(ofNegated: text) { return .mistake(mistake) }
      return .node(.not(words(text)))
    case let other: return other
    }
  }

  /// `has notes`: something is set, on, or there at all; nil for what is no field.
  private func having(_ text: String) -> QueryNode? {
    if let state = Self.state(text) { return state }
    switch QueryNames.subject(FoldedText(text).letters, isSure: false) {
    case .lookBusy?: return .leaf(.lookBusy(isOn: true))
    case .problems(let kind)?: return .leaf(.problems(kind, .more(0)))
    case .fields(let places)?:
      let nodes = places.map { place -> QueryNode in
        let isToggle = if case .toggle = place.field.type { true } else { false }
        return .leaf(.field([place], isToggle ? .isOn(true) : .isSet(true), phrase: nil))
      }
      return .joined(nodes, QueryNode.any)
    case nil: return nil
    }
  }

  /// A state in front of a condition or behind it: `draft, open on 24 dec` without the comma.
  private func withState(_ text: String, depth: Int) -> QueryNode? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard depth > 0, words.count > 1 else { return nil }
    for (word, rest) in [(words[0], words.dropFirst()), (words[words.count - 1], words.dropLast())]
    {
      guard let state = Self.state(word) else { continue }
      let others = rest.joined(separator: " ")
      if let other = Self.state(others) { return .all([state, other]) }
      if case .node(let node) = verb(others) ?? condition(others) { return .all([state, node]) }
    }
    return nil
  }

  // MARK: Open and closed

  static let verbs: [(word: String, isOpen: Bool)] = [
    ("open", true), ("opens", true), ("books", true), ("bookable", true), ("available", true),
    ("closed", false), ("closes", false), ("shut", false), ("unavailable", false),
  ]

  /// `open on 24 dec`, `closed mon`; nil where no such word stands in front, or what follows is
  /// nothing that days could be.
  func verb(_ text: String) -> ClauseReading? {
    var reader = CharacterReader(text)
    guard let verb = Self.verbs.first(where: { reader.skip(phrase: [$0.word]) }) else { return nil }
    let isSaid = reader.skip(phrase: ["on"]) || reader.skip(phrase: ["in"])
    let rest = reader.text(reader.index..<reader.characters.count).trimmed
    if rest.isEmpty { return .unfinished("on which day, as in 24 dec, 2026-12-24 or monday") }
    return days(rest, isOpen: verb.isOpen, isSaid: isSaid)
  }

  /// - Parameter isSaid: whether `on` stands before them, so that they can be nothing but days.
  func days(_ text: String, isOpen: Bool, isSaid: Bool) -> ClauseReading? {
    func node(_ days: OpenDays) -> ClauseReading {
      .node(isOpen ? .leaf(.open(days)) : .not(.leaf(.open(days))))
    }
    if let weekdays = QueryValues.weekdays(text) { return node(.weekdays(weekdays)) }
    do throws(HoursError) {
      return node(.dates(try QueryValues.dates(text, today: today)))
    } catch {
      if QueryValues.couldBecomeDay(text, error) {
        return .unfinished("on which day, as in 24 dec")
      }
      let isNumeric = text.first.map(CharacterReader.isDigit) ?? false
      return isNumeric ? .mistake(error.message) : nil
    }
  }
}
