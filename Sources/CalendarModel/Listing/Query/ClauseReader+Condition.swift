import JSON

/// Reads a field, what it is compared by, and a value.
extension ClauseReader {
  /// A name that stands at the beginning of a clause.
  struct Named {
    let subject: QuerySubject
    /// As it was typed.
    let spelling: String
    var operation: QueryOperator?
    /// What stands behind the name and the operator, without blanks around it.
    let value: String

    /// Whether nothing but a field is called like this: several words, or a key of the API page.
    var isTelling: Bool {
      spelling.contains(where: \.isWhitespace)
        || spelling.dropFirst().contains { $0.isUppercase || $0 == "." }
    }
  }

  /// The longest name at the beginning of a clause.
  static func named(_ text: String) -> Named? {
    let characters = Array(text)
    var best: Named?
    var reader = CharacterReader(characters)
    for _ in 0..<QueryNames.longest {
      reader.skipBlanks()
      let start = reader.index
      reader.skip { !$0.isWhitespace && !QueryOperator.characters.contains($0) }
      guard reader.index > start else { break }
      let spelling = reader.text(0..<reader.index)
      var behind = reader
      let operation = QueryOperator(&behind)
      let letters = FoldedText(spelling).letters
      let isSure = operation.map { $0.relation != .contains } ?? false
      if !letters.isEmpty, let subject = QueryNames.subject(letters, isSure: isSure) {
        best = Named(
          subject: subject, spelling: spelling, operation: operation,
          value: behind.text(behind.index..<characters.count).trimmed)
      }
    }
    return best
  }

  /// `slot duration > 30 min`, `look busy on`, `member Jonas`.
  func condition(_ text: String) -> ClauseReading {
    guard let named = Self.named(text) else { return unnamed(text) }
    return value(of: named, in: text)
  }

  /// What stands before a sign that only conditions have, and is no field.
  private func unnamed(_ text: String) -> ClauseReading {
    guard let place = text.firstIndex(where: QueryOperator.telling.contains) else { return .words }
    let name = String(text[..<place]).trimmed
    let value = text[place...].drop { QueryOperator.characters.contains($0) }
    guard !name.isEmpty, !String(value).trimmed.isEmpty else { return .words }
    let near = QueryNames.nearest(to: name)
    return .mistake(
      "There is no field \(Wording.quoted(name, length: 30))"
        + (near.isEmpty ? "." : "; the nearest: \(near.joined(separator: ", ")).")
    )
  }

  /// Reads the value for a subject; an empty one where the name alone says enough.
  ///
  /// - Parameter text: the whole clause, which may be the name of a calendar as well.
  func value(of named: Named, in text: String) -> ClauseReading {
    let relation = named.operation?.relation ?? .contains
    let isNegated = named.operation?.isNegated ?? false
    func node(_ node: QueryNode) -> ClauseReading { .node(isNegated ? .not(node) : node) }
    guard !named.value.isEmpty else { return withoutValue(named) }
    let quoted = Self.unquoted(named.value)
    let value = quoted ?? named.value
    switch named.subject {
    case .problems(let kind):
      if let count = QueryValues(today: today).number(value, relation) {
        return node(.leaf(.problems(kind, count)))
      }
      return refused("Write a number, as in \(kind.rawValue) > 2.", named)
    case .lookBusy: return lookBusy(value, relation, named).map(node) ?? refusedLookBusy(named)
    case .fields(let places):
      if quoted == nil, let near = misspeltChoice(value, of: places) {
        return .mistake(unreadable(named) + " Did you mean \(near)? " + Self.quotesForTexts)
      }
      var nodes: [QueryNode] = []
      var mistake: String?
      var isUnfinished = false
      for place in places {
        switch QueryValues(today: today).read(value, of: place, relation, isQuoted: quoted != nil) {
        case .test(let test):
          // "group therapy" may be what a calendar is called.
          let isLoose = named.operation == nil && quoted == nil && test.isOfText
          nodes.append(
            .leaf(.field([place], test, phrase: isLoose ? FoldedText(text.trimmed) : nil)))
        case .unfinished: isUnfinished = true
        case .mistake(let message): mistake = mistake ?? message
        }
      }
      if !nodes.isEmpty { return node(.joined(Self.grouped(nodes), QueryNode.any)) }
      if isUnfinished { return .unfinished(Self.hint(places)) }
      return refused(mistake ?? "", named)
    }
  }

  /// One condition for the places that are asked the same.
  private static func grouped(_ nodes: [QueryNode]) -> [QueryNode] {
    var grouped: [QueryNode] = []
    for node in nodes {
      if case .leaf(.field(let places, let test, let phrase)) = node,
        case .leaf(.field(let more, test, phrase))? = grouped.last
      {
        grouped[grouped.count - 1] = .leaf(.field(more + places, test, phrase: phrase))
      } else {
        grouped.append(node)
      }
    }
    return grouped
  }

  private func withoutValue(_ named: Named) -> ClauseReading {
    switch named.subject {
    case .lookBusy where named.operation == nil: return .node(.leaf(.lookBusy(isOn: true)))
    case .fields(let places) where named.operation == nil && places.count == 1:
      if case .toggle = places[0].field.type, places[0].keys.count == 1 {
        return .node(.leaf(.field(places, .isOn(true), phrase: nil)))
      }
      return .unfinished(Self.hint(places))
    case .fields(let places): return .unfinished(Self.hint(places))
    case .lookBusy: return .unfinished("on, off, or a percentage")
    case .problems: return .unfinished("how many")
    }
  }

  /// What is wrong with a value; without a sign it is no condition but words to a person, unless
  /// nothing else is called like this, or the value is nearly one.
  private func refused(_ message: String, _ named: Named) -> ClauseReading {
    if case .fields(let places) = named.subject, let near = nearChoice(to: named.value, of: places)
    {
      return .mistake("\(unreadable(named)) Did you mean \(near)?")
    }
    let isCertain = named.operation != nil || named.isTelling
    guard isCertain || !isFuzzy else { return .words }
    return .mistake(
      "\(unreadable(named)) \(message)" + (isCertain ? "" : " " + Self.quotesForWords))
  }

  private func unreadable(_ named: Named) -> String {
    "\(Wording.quoted(named.value, length: 30)) cannot be read for \(named.spelling)."
  }

  // MARK: Look busy

  private func lookBusy(_ value: String, _ relation: Relation, _ named: Named) -> QueryNode? {
    let letters = FoldedText(value).letters.text
    if relation == .equal || relation == .contains {
      if QueryValues.onWords.dropLast().contains(letters) { return .leaf(.lookBusy(isOn: true)) }
      if QueryValues.offWords.dropLast().contains(letters) { return .leaf(.lookBusy(isOn: false)) }
      let isSet = QueryValues.setWords.contains(letters)
      if isSet || QueryValues.unsetWords.contains(letters),
        let place = FieldPlace.at(CalendarKey.lookBusyConfig.rawValue)
      {
        return .leaf(.field([place], .isSet(isSet), phrase: nil))
      }
    }
    return QueryValues(today: today).number(value, relation).map { .leaf(.hidden($0)) }
  }

  private func refusedLookBusy(_ named: Named) -> ClauseReading {
    let letters = FoldedText(named.value).letters
    let words = (QueryValues.onWords + QueryValues.offWords).map { FoldedText($0) }
    if !letters.isEmpty, words.contains(where: { $0.hasPrefix(letters) }) {
      return .unfinished("on, off, or a percentage")
    }
    return refused("Write on, off, or a percentage as in > 20%.", named)
  }

  // MARK: Hints

  /// What can be written as the value of a field, as the end of a sentence.
  static func hint(_ places: [FieldPlace]) -> String {
    guard let place = places.first else { return "a value" }
    if let quantity = place.quantity {
      return "a number and a unit: \(TimeUnit.listed(quantity.units))"
    }
    switch place.field.type {
    case .toggle: return "on or off"
    case .number: return "a number"
    case .choice(let choices): return choices.map(\.label).joined(separator: ", ")
    case .choices: return "days, as in mon-fri"
    case .text(.date): return "a date, as in 24 dec"
    case .list: return "a text, or how many"
    case .text, .longText, .object: return "a text"
    }
  }
}

extension ValueTest {
  /// Whether any text can be its value.
  fileprivate var isOfText: Bool {
    switch self {
    case .contains, .equals: true
    default: false
    }
  }
}
