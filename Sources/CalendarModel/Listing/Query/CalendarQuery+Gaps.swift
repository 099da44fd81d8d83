import JSON

/// What a query leaves open, so that it finds more calendars than somebody means: it may come of a
/// variable that is not set.
///
/// In a list that is no mistake, as more may be typed; a command that changes what is found refuses it.
extension CalendarQuery {
  /// What is missing, in sentences; empty where every part says something.
  package var gaps: [String] {
    guard text.count <= QuerySplitter.longest else {
      return ["It is longer than \(QuerySplitter.longest) characters."]
    }
    let blank = "A text in it is empty, and every calendar has that."
    let hanging = QuerySplitter(text).hanging.map {
      "Nothing stands before or behind \(Wording.quoted($0))."
    }
    let isBlank = (node?.leaves ?? []).contains(where: \.isBlank)
    return hanging + parts.compactMap(\.gap) + (isBlank ? [blank] : [])
  }
}

extension CalendarQuery.Part {
  /// Words that say something only with what follows.
  private static let beginnings: Set<FoldedText> = Set(
    ["not", "no", "without", "has", "have", "with", "is", "are"].map { FoldedText($0) })

  /// What is missing; nil where it is a condition, or words to look for.
  fileprivate var gap: String? {
    // What is in quotes is meant as it stands.
    guard kind != .condition, ClauseReader.unquoted(text) == nil else { return nil }
    let words = FoldedText(text).words
    if words.allSatisfy(Self.beginnings.contains) {
      return "Nothing stands behind \(Wording.quoted(text, length: 30))."
    }
    return words.allSatisfy(\.letters.isEmpty)
      ? "\(Wording.quoted(text, length: 30)) is neither a condition nor a word." : nil
  }
}

extension QueryCondition {
  /// Whether it looks for a text without a letter or a sign, which stands in every name.
  fileprivate var isBlank: Bool {
    switch self {
    case .words(let words, _): words.allSatisfy { $0.words.isEmpty }
    case .field(_, .contains(let text), _): text.words.isEmpty
    default: false
    }
  }
}
