import JSON

/// Clauses that are nearly a condition.
///
/// Taken for words they would find nothing, and behind `not` every calendar.
extension ClauseReader {
  /// How words are told from conditions.
  static let quotesForWords = "Words to look for stand in quotes."
  /// The same for a value that may be a text as well.
  static let quotesForTexts = "A text that is meant stands in quotes."

  /// What is wrong with words behind `not`, in a sentence; nil for words that are meant as such.
  ///
  /// A script has to put words in quotes; for a person they are words unless a condition is near.
  /// What may become a condition when more is typed is none yet.
  func doubt(ofNegated text: String) -> String? {
    if Self.unquoted(text) != nil { return nil }
    let said = "\(Wording.quoted(text, length: 30)) is no condition"
    if let near = near(text) { return "\(said). Did you mean \(near)?" }
    return isFuzzy ? nil : "\(said). \(Self.quotesForWords)"
  }

  /// What is wrong with words that begin like open or closed days, as `open house` does, in a script.
  func doubt(ofDays text: String) -> String? {
    guard !isFuzzy else { return nil }
    var reader = CharacterReader(text)
    guard let verb = Self.verbs.first(where: { reader.skip(phrase: [$0.word]) }) else { return nil }
    let rest = reader.text(reader.index..<reader.characters.count).trimmed
    return "\(Wording.quoted(rest, length: 30)) cannot be read as days behind \(verb.word). "
      + Self.quotesForWords
  }

  /// What is wrong with a clause that is not typed to its end, in a script; nil where it may be the
  /// name of a calendar.
  func doubt(ofUnfinished text: String, hint: String) -> String? {
    guard !isFuzzy, text.contains(where: \.isWhitespace) else { return nil }
    if let named = Self.named(text), named.operation == nil, named.value.isEmpty { return nil }
    return "\(Wording.quoted(text, length: 30)) is not finished: it may go on with \(hint)."
  }

  // MARK: What is near

  /// The condition that a text comes near to, as it is typed; nil for none.
  private func near(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, words.count <= 40 else { return nil }
    if words.count == 1 { return Self.nearest(to: first, in: Self.aloneNames, isFuzzy) }
    let rest = words.dropFirst().joined(separator: " ")
    if let verb = Self.nearest(to: first, in: Self.verbs.map(\.word), isFuzzy),
      case .node? = self.verb("\(verb) \(rest)")
    {
      return "\(verb) \(rest)"
    }
    if let state = Self.nearest(to: text, in: Self.aloneNames, isFuzzy) { return state }
    // The longest name first: "slot duraton" is nearer to what is meant than "slot" is.
    for count in (1...min(QueryNames.longest, words.count - 1)).reversed() {
      let name = words[..<count].joined(separator: " ")
      let value = words[count...].joined(separator: " ")
      guard let near = Self.nearest(to: name, in: Self.fieldNames, isFuzzy) else { continue }
      if case .node? = readable("\(near) \(value)") { return "\(near) \(value)" }
    }
    return nil
  }

  /// A clause as a condition; nil where it is none.
  private func readable(_ text: String) -> ClauseReading? {
    if case .node(let node) = condition(text) { return .node(node) }
    return nil
  }

  /// Words that are a condition on their own, and the names of switches.
  private static let aloneNames: [String] =
    states.keys.map(\.text).sorted()
    + QueryNames.all.compactMap { name in
      guard case .fields(let places) = name.subject, places.count == 1, places[0].keys.count == 1,
        case .toggle = places[0].field.type
      else { return name.subject == .lookBusy ? name.text : nil }
      return name.text
    }

  private static let fieldNames = QueryNames.all.map(\.text)

  /// The value of a choice that a text is nearly the name of, where it is that of none; nil where
  /// something else can be meant.
  ///
  /// The places are of several kinds: a text, which takes everything, is not asked.
  func misspeltChoice(_ value: String, of places: [FieldPlace]) -> String? {
    let isOfChoice = places.contains { if case .choice = $0.field.type { true } else { false } }
    let isOfText = places.contains { if case .choice = $0.field.type { false } else { true } }
    guard isOfChoice, isOfText else { return nil }
    let letters = FoldedText(value).letters
    guard !letters.isEmpty, !Self.names(of: places).contains(where: { $0.hasPrefix(letters) })
    else {
      return nil
    }
    return nearChoice(to: value, of: places)
  }

  /// The label of the choice that a text is nearly the name of; nil for none.
  func nearChoice(to value: String, of places: [FieldPlace]) -> String? {
    let letters = FoldedText(value).letters
    for place in places {
      guard case .choice(let choices) = place.field.type else { continue }
      for choice in choices where QueryValues.names(of: choice).contains(where: letters.isSlip) {
        return choice.label
      }
    }
    return nil
  }

  private static func names(of places: [FieldPlace]) -> [FoldedText] {
    places.flatMap { place -> [FoldedText] in
      guard case .choice(let choices) = place.field.type else { return [] }
      return choices.flatMap(QueryValues.names)
    } + (QueryValues.setWords.sorted() + QueryValues.unsetWords.sorted()).map { FoldedText($0) }
  }

  /// The name that a text is a slip of; nil for none, and for a text that a person may be about to
  /// finish.
  private static func nearest(to text: String, in names: [String], _ isFuzzy: Bool) -> String? {
    let letters = FoldedText(text).letters
    var nearest: (name: String, distance: Int)?
    for name in names {
      let other = FoldedText(name).letters
      if isFuzzy, other.hasPrefix(letters) { return nil }
      guard letters.isSlip(of: other),
        let distance = letters.distance(to: other, limit: FoldedText.most(letters.bytes.count)),
        distance < nearest?.distance ?? .max
      else { continue }
      nearest = (name, distance)
    }
    return nearest?.name
  }
}

extension FoldedText {
  /// How many slips a word of some letters may have.
  fileprivate static func most(_ count: Int) -> Int { max(1, count / 4) }

  /// Whether it is another word with a slip or two; the first letter is typed right as a rule.
  fileprivate func isSlip(of other: FoldedText) -> Bool {
    guard (3...40).contains(bytes.count), bytes.first == other.bytes.first, self != other else {
      return false
    }
    return distance(to: other, limit: Self.most(bytes.count)) != nil
  }
}
