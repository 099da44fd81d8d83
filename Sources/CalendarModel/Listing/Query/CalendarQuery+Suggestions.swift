import JSON

/// What a query can go on with.
package struct QuerySuggestion: Sendable, Hashable {
  /// What is put in.
  package let text: String
  /// What it takes the place of, in characters of the query.
  package let place: Range<Int>
  /// What it means, in a few words; empty where the text says it.
  package let detail: String
}

/// The names of an account that conditions can hold.
package struct QueryVocabulary: Sendable, Hashable {
  package let groups: [String]
  package let members: [String]

  package init(groups: [String] = [], members: [String] = []) {
    (self.groups, self.members) = (groups, members)
  }

  /// The groups and members of some calendars, by name.
  package init(_ calendars: [ListedCalendar]) {
    groups = Set(calendars.compactMap(\.groupName)).sorted()
    members = Set(calendars.flatMap(\.memberNames)).sorted()
  }
}

extension CalendarQuery {
  /// What the clause at the cursor can go on with: names of fields, and the values of one.
  ///
  /// - Parameters:
  ///   - cursor: in characters; what stands behind it in the clause is replaced as well.
  ///   - vocabulary: the groups and members that can be named.
  package static func suggestions(
    for text: String, at cursor: Int, _ vocabulary: QueryVocabulary = QueryVocabulary(),
    limit: Int = 8
  ) -> [QuerySuggestion] {
    let characters = Array(text.prefix(QuerySplitter.longest))
    let cursor = min(max(0, cursor), characters.count)
    let clauses = QuerySplitter(text).parts.joined().joined()
    // The blank behind a word belongs to its clause.
    let clause = clauses.last { $0.place.lowerBound <= cursor }
    let start = clause.map { clause in
      characters[min(clause.place.upperBound, cursor)..<cursor].allSatisfy(\.isWhitespace)
        ? clause.place.lowerBound : cursor
    }
    let from = start ?? cursor
    let typed = String(characters[from..<cursor])
    var found: [QuerySuggestion] = []
    if let named = ClauseReader.named(typed), endsName(typed, named) {
      let blanks = typed.count - typed.trimmedEnd.count
      let valueStart = named.value.isEmpty ? cursor : cursor - named.value.count - blanks
      found = values(named, vocabulary).filter { fits($0, named.value) }.map {
        QuerySuggestion(text: $0, place: max(from, valueStart)..<cursor, detail: "")
      }
    }
    if let days = openDays(typed) {
      found += days.values.map {
        QuerySuggestion(text: $0, place: cursor - days.typed.count..<cursor, detail: "")
      }
    }
    found += names(typed).map {
      QuerySuggestion(text: $0.text, place: from..<cursor, detail: $0.detail)
    }
    var seen: Set<String> = []
    return Array(
      found.filter { $0.text != typed && seen.insert("\($0.place) \($0.text)").inserted }
        .prefix(limit))
  }

  /// Whether a name is typed to its end, so that a value follows.
  private static func endsName(_ typed: String, _ named: ClauseReader.Named) -> Bool {
    named.operation != nil || !named.value.isEmpty || typed.last?.isWhitespace == true
  }

  private static func fits(_ value: String, _ typed: String) -> Bool {
    let typed = FoldedText(typed)
    return typed.isEmpty
      || FoldedText(value).hasPrefix(typed)
      || FoldedText(value).words.contains { $0.hasPrefix(typed) }
  }

  private static func values(
    _ named: ClauseReader.Named, _ vocabulary: QueryVocabulary
  ) -> [String] {
    switch named.subject {
    case .lookBusy: return ["on", "off", "> 20%"]
    case .problems: return []
    case .fields(let places):
      var values: [String] = []
      for place in places { values += self.values(of: place, vocabulary) }
      return values
    }
  }

  private static func values(of place: FieldPlace, _ vocabulary: QueryVocabulary) -> [String] {
    switch place.field.type {
    case .toggle: ["on", "off"]
    case .choice(let choices): choices.map { $0.label.lowercased() } + ["unset"]
    case .text(.id(.groups)): vocabulary.groups.map(quoted) + ["unset"]
    case .text(.id(.users)): vocabulary.members.map(quoted)
    case .choices: Choices.days.map { $0.label.lowercased() }
    case .text(.date): ["today", "tomorrow"]
    case .text, .longText, .object, .list: ["set", "unset"]
    case .number: []
    }
  }

  /// In quotes where a comma or a word would cut it.
  private static func quoted(_ name: String) -> String {
    let isSafe = QuerySplitter(name).parts == [[[.init(text: name, place: 0..<name.count)]]]
    return isSafe || name.contains(where: QuerySplitter.quotes.contains) ? name : "\"\(name)\""
  }

  private static func openDays(_ typed: String) -> (values: [String], typed: String)? {
    var reader = CharacterReader(typed)
    guard reader.skip(phrase: ["open"]) || reader.skip(phrase: ["closed"]),
      reader.peek()?.isWhitespace == true
    else { return nil }
    let isSaid = reader.skip(phrase: ["on"])
    reader.skipBlanks()
    let rest = reader.text(reader.index..<reader.characters.count)
    let days =
      ["today", "tomorrow"] + Choices.weekdays.map { $0.lowercased() }
      + ["weekends", "24 dec"]
    let found = days.filter { fits($0, rest) }
    return (isSaid || !rest.isEmpty ? found : ["on "] + found, rest)
  }

  /// The names of fields, and the words that stand alone, that begin like what was typed.
  private static func names(_ typed: String) -> [(text: String, detail: String)] {
    let letters = FoldedText(typed).letters
    guard !letters.isEmpty else { return [] }
    let alone: [(String, String)] = [
      ("open on ", "by hours, on a day"), ("closed on ", "by hours, on a day"),
      ("draft", "not active"), ("active", "can be booked"), ("has errors", "by the rules"),
      ("has warnings", "by the rules"), ("no members", "nobody in the team"),
      ("governed", "a schedule governs its hours"),
    ]
    let words = alone.filter { FoldedText($0.0).letters.hasPrefix(letters) }
    let fields = QueryNames.all.filter { name in
      name.letters.hasPrefix(letters)
        || FoldedText(name.text).words.dropFirst().contains { $0.letters.hasPrefix(letters) }
    }
    // What begins like this comes before what only has a word that does.
    let starting = fields.filter { $0.letters.hasPrefix(letters) }
    var subjects: Set<QuerySubject> = []
    let named = (starting + fields).filter { subjects.insert($0.subject).inserted }.map { name in
      (text: name.text + " ", detail: detail(of: name.subject))
    }
    return words.map { (text: $0.0, detail: $0.1) } + named
  }

  private static func detail(of subject: QuerySubject) -> String {
    switch subject {
    case .lookBusy: "on, off, or a percentage"
    case .problems: "how many"
    case .fields(let places): ClauseReader.hint(places)
    }
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[..<startIndex] }
    return self[...last]
  }
}
