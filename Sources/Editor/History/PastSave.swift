import JSON

/// A save of this calendar that is on record.
package struct PastSave: Sendable, Hashable {
  /// What its record is read by.
  package let id: String
  /// When it was sent, by the clock of the calendar: `2026-11-29 08:46`.
  package let when: String
  /// The login name of who sent it; empty where it is not known.
  package let who: String
  /// What became of it, in words.
  package let outcome: String
  /// The first sentences about what changed.
  package let changes: [String]
  /// How many there are.
  package let changeCount: Int
  /// Why its record cannot be read; nil where it can.
  package let problem: String?

  package init(
    id: String, when: String, who: String = "", outcome: String = "", changes: [String] = [],
    changeCount: Int = 0, problem: String? = nil
  ) {
    (self.id, self.when, self.who, self.outcome) = (id, when, who, outcome)
    (self.changes, self.changeCount, self.problem) = (changes, changeCount, problem)
    contents = nil
  }

  /// The calendars of the record; nil until it was read.
  var contents: Contents?

  /// The calendars of a record.
  package struct Contents: Sendable, Hashable {
    /// As it was loaded.
    package let before: JSONValue
    /// The update body.
    package let sent: JSONValue
    /// As it was seen after the save; nil when nobody saw it.
    package let after: JSONValue?
    /// The top-level keys of which the record leaves out a part, as it held the token.
    package let withheld: [String]
    /// What else there is to know, in sentences: what a schedule held that is gone.
    package let notes: [String]

    package init(
      before: JSONValue, sent: JSONValue, after: JSONValue?, withheld: [String] = [],
      notes: [String] = []
    ) {
      (self.before, self.sent, self.after, self.withheld) = (before, sent, after, withheld)
      self.notes = notes
    }
  }

  /// When, who and what became of it, in a line.
  var head: String { [when, who, outcome].filter { !$0.isEmpty }.joined(separator: "  ") }

  /// Both in a sentence.
  var sentence: String {
    String.spoken([[when, who].filter { !$0.isEmpty }.joined(separator: ", "), outcome, change])
  }

  /// What changed, in a line; or why the record cannot be read.
  var change: String {
    if let problem { return "The record cannot be read. \(problem)" }
    let more = changeCount - changes.prefix(2).count
    let shown = changes.prefix(2).joined(separator: "; ")
    if shown.isEmpty { return "Nothing changed." }
    return more > 0 ? "\(shown); and \(more) more" : shown
  }
}
