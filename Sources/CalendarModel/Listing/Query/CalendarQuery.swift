import JSON

/// What somebody types to find calendars: words, and conditions in the words of the forms.
///
/// `studio, look busy on, slot duration > 30 min`; `type personal or event`; `not draft`;
/// `open on 24 dec`; `has errors`; `no members`; `notice < 1 day`; `location zoom`; `name "x y"`.
/// Commas separate parts that all have to hold; `or` binds closer than a comma, and `and` closer than
/// `or`. What stands in quotes is words. What is no condition, or none yet, is words too, so that
/// nothing that is typed is a mistake in between; only what is nearly a condition is one, where words
/// would mean every calendar. Scripts put words in quotes behind `not`, and where they begin like a
/// condition.
package struct CalendarQuery: Sendable {
  /// One clause, and what is made of it.
  package struct Part: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case condition, words
      /// Words that may become a condition; what could follow.
      case unfinished(String)
      /// Words that look like a condition which cannot be read; what is wrong, in a sentence.
      case unreadable(String)
    }

    /// As it was typed.
    package let text: String
    /// Where it stands, in characters.
    package let place: Range<Int>
    package let kind: Kind
    /// What it asks, in words.
    package let reading: String
  }

  /// As it was typed.
  package let text: String
  /// The clauses in the order in which they stand.
  package private(set) var parts: [Part] = []
  /// What has to hold; nil where nothing is typed.
  let node: QueryNode?
  /// The words that are no part of a condition, for the order of what is found.
  private let typed: FoldedText
  private let letters: [UInt8]

  /// Reads what is typed.
  ///
  /// - Parameters:
  ///   - today: a date without a year is the next such day from it on.
  ///   - isFuzzy: whether words also find names that have their letters in the same order, close
  ///     together; scripts want it false.
  package init(_ text: String, today: CalendarDate, isFuzzy: Bool = true) {
    self.text = text
    let reader = ClauseReader(today: today, isFuzzy: isFuzzy)
    var words: [String] = []
    var parts: [Part] = []
    var former: Former?
    var all: [QueryNode] = []
    for alternatives in QuerySplitter(text).parts {
      var any: [QueryNode] = []
      for (number, clauses) in alternatives.enumerated() {
        var both: [QueryNode] = []
        for (place, clause) in clauses.enumerated() {
          var reading = reader.read(clause.text)
          if let former, !reading.isNode,
            let node = reader.read(clause.text, like: former, isOr: number > 0 && place == 0)
          {
            reading = .node(node)
          }
          if case .unfinished(let hint) = reading,
            let doubt = reader.doubt(ofUnfinished: clause.text, hint: hint)
          {
            reading = .mistake(doubt)
          }
          let node: QueryNode
          let kind: Part.Kind
          switch reading {
          case .node(let read):
            (node, kind) = (read, .condition)
            former = Former(clause.text, read) ?? former
          case .words: (node, kind) = (reader.words(clause.text), .words)
          case .unfinished(let hint): (node, kind) = (reader.words(clause.text), .unfinished(hint))
          case .mistake(let message):
            (node, kind) = (reader.words(clause.text), .unreadable(message))
          }
          if kind != .condition { words.append(clause.text) }
          both.append(node)
          parts.append(
            Part(
              text: clause.text, place: clause.place,
              kind: kind, reading: QueryWording.words(node)))
        }
        any.append(.joined(both, QueryNode.all))
      }
      all.append(.joined(any, QueryNode.any))
    }
    self.parts = parts
    node = all.isEmpty ? nil : .joined(all, QueryNode.all)
    typed = FoldedText(words.joined(separator: " ").filter { !QuerySplitter.quotes.contains($0) })
    letters = typed.words.flatMap(\.bytes)
  }

  /// Whether nothing is asked, so that every calendar fits.
  package var isEmpty: Bool { node == nil }

  /// What looks like a condition and cannot be read, in sentences; scripts refuse it.
  package var mistakes: [String] {
    parts.compactMap { if case .unreadable(let message) = $0.kind { message } else { nil } }
  }

  /// What is understood so far, in words: "slot duration is more than 30 minutes and not draft";
  /// empty where nothing is typed.
  package var reading: String {
    guard let node else { return "" }
    let hints = parts.compactMap { part -> String? in
      guard case .unfinished(let hint) = part.kind else { return nil }
      return "\(Wording.quoted(part.text, length: 30)) needs more: \(hint)"
    }
    return ([QueryWording.words(node)] + hints).joined(separator: "; ")
  }

  // MARK: Asking

  /// Whether a calendar is what is looked for.
  package func truth(of calendar: ListedCalendar, _ context: QueryContext) -> Truth {
    node?.truth(of: calendar, context) ?? .yes
  }

  /// What is asked and the entry of a calendar does not say, in words: "team members".
  func leftOut(by calendar: ListedCalendar, _ context: QueryContext) -> [String] {
    (node?.leaves ?? []).filter { $0.truth(of: calendar, context) == .unknown }
      .compactMap(QueryWording.subject)
  }

  /// Whether the answer for a calendar goes by the calendar's own hours, because nobody knows whether
  /// a schedule governs them.
  package func goesByOwnHours(_ calendar: ListedCalendar, _ context: QueryContext) -> Bool {
    node?.isAboutHours == true && context.isGoverned(calendar) == .unknown
  }

  /// How well a calendar fits the words; less is better.
  package func rank(of calendar: ListedCalendar) -> Int {
    typed.isEmpty ? 0 : calendar.searchKey.rank(typed, letters: letters)
  }
}

extension ClauseReading {
  fileprivate var isNode: Bool { if case .node = self { true } else { false } }
}

/// A condition that a later clause may go on with: `type personal or event`.
struct Former {
  /// Nil for a condition about open days.
  let named: ClauseReader.Named?
  /// Whether it asks for open or closed days; nil for a field.
  let isOpen: Bool?

  init?(_ text: String, _ node: QueryNode) {
    switch node {
    case .leaf(.open): (named, isOpen) = (nil, true)
    case .not(.leaf(.open)): (named, isOpen) = (nil, false)
    default:
      guard let named = ClauseReader.named(text), !named.value.isEmpty else { return nil }
      (self.named, isOpen) = (named, nil)
    }
  }
}

extension ClauseReader {
  /// Reads a clause as another value of the condition before it.
  ///
  /// - Parameter isOr: whether it stands behind `or`; only days may go on behind `and` and commas.
  func read(_ text: String, like former: Former, isOr: Bool) -> QueryNode? {
    if let isOpen = former.isOpen {
      if case .node(let node)? = days(text, isOpen: isOpen, isSaid: false) { return node }
      return nil
    }
    guard isOr, let named = former.named else { return nil }
    let again = Named(
      subject: named.subject, spelling: named.spelling, operation: named.operation, value: text)
    // A sign of its own belongs to it: `duration < 30 or > 60`.
    var reader = CharacterReader(text)
    if let operation = QueryOperator(&reader) {
      let value = reader.text(reader.index..<reader.characters.count).trimmed
      let own = Named(
        subject: named.subject, spelling: named.spelling, operation: operation, value: value)
      if !value.isEmpty, case .node(let node) = self.value(of: own, in: text) { return node }
    }
    if case .node(let node) = value(of: again, in: text) { return node }
    return nil
  }
}
