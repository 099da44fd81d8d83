import CalendarModel
import JSON

/// What became of one calendar of a run.
package struct BatchOutcome: Sendable, Hashable {
  /// What it comes to.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The service holds everything as it was planned, and lost nothing.
    case saved
    /// It was saved, but something is held otherwise, or was lost.
    case savedOtherwise
    /// Everything was as planned before, so that nothing was sent.
    case unchanged
    /// The service or the rules refuse it; nothing is changed.
    case refused
    /// Others changed the same since the plan; nothing is changed.
    case conflict
    /// It could not be sent, or the service did not carry it out.
    case failed
    /// It was sent, and what became of it could not be seen.
    case unknown
    /// The run ended before its turn.
    case notDone
  }

  /// The reason in one word, for programs; the text never changes.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case saved
    /// An earlier run had sent it, and it arrived.
    case found = "saved-found"
    case savedOtherwise = "saved-otherwise"
    case unchanged
    /// The service refused the values.
    case refused
    /// They break a rule.
    case rules
    /// A schedule governs the hours, and nothing else was to be changed.
    case governed
    /// An update cannot take a value away.
    case cannotUnset = "cannot-unset"
    /// An earlier update of the sub-account lost what it did not name.
    case losesUnnamed = "loses-unnamed"
    /// The calendar has not got what a change names.
    case mistake
    case readOnly = "read-only"
    case conflict
    case failed
    case notFound = "not-found"
    case otherCalendar = "other-calendar"
    case otherAccount = "other-account"
    case notReached = "not-reached"
    case token
    case rateLimited = "rate-limited"
    /// No request is left for today.
    case usedUp = "used-up"
    /// The answer to the update was lost, and nothing of it is there.
    case notSaved = "not-saved"
    case unknown
    case notDone = "not-done"

    package var kind: Kind {
      switch self {
      case .saved, .found: .saved
      case .savedOtherwise: .savedOtherwise
      case .unchanged: .unchanged
      case .refused, .rules, .governed, .cannotUnset, .losesUnnamed, .mistake, .readOnly: .refused
      case .conflict: .conflict
      case .failed, .notFound, .otherCalendar, .otherAccount, .notReached, .token, .rateLimited,
        .usedUp, .notSaved:
        .failed
      case .unknown: .unknown
      case .notDone: .notDone
      }
    }
  }

  /// Why the other calendars of the same account are not begun.
  package enum Halt: String, Sendable, Hashable, CaseIterable {
    case token
    /// No request is left for today.
    case usedUp
    /// An update lost values that it did not name.
    case losesUnnamed
    /// An update lost properties that no document lists, which no update can name.
    case losesUndocumented
    /// No connection can be made.
    case notReached
  }

  package let code: Code
  /// What happened, in a sentence.
  package let title: String
  /// What else there is to know, in sentences, the most important ones first.
  package let details: [String]
  /// What was wanted and left out of the update, in sentences: hours that a schedule governs.
  package let leftOut: [String]
  package let halt: Halt?

  package init(
    _ code: Code, _ title: String, details: [String] = [], leftOut: [String] = [],
    halt: Halt? = nil
  ) {
    (self.code, self.title, self.details) = (code, title, details)
    (self.leftOut, self.halt) = (leftOut, halt)
  }

  package var kind: Kind { code.kind }

  /// The outcome with one more sentence among its details.
  package func adding(_ detail: String) -> BatchOutcome {
    BatchOutcome(code, title, details: details + [detail], leftOut: leftOut, halt: halt)
  }

  /// Whether the calendar is as it was wanted.
  package var isAsWanted: Bool { (kind == .saved || kind == .unchanged) && leftOut.isEmpty }

  /// Whether the run has done with it, so that one that goes on with the run leaves it alone.
  package var isFinal: Bool {
    switch kind {
    case .saved, .savedOtherwise, .unchanged, .refused, .conflict: true
    case .failed, .unknown, .notDone: false
    }
  }

  /// The outcome of a calendar whose turn did not come.
  ///
  /// - Parameters:
  ///   - why: in a sentence.
  ///   - halt: what holds the rest of its account up, where that is why.
  package static func notDone(_ why: String, halt: Halt? = nil) -> BatchOutcome {
    BatchOutcome(.notDone, "Not done.", details: [why], halt: halt)
  }

  // MARK: Coding

  private enum Key: String, NamedKey { case outcome, code, title, details, leftOut, halt }

  /// `outcome` is the ``kind``, for readers; what is read back is the `code`.
  package var json: JSONValue {
    var members: [JSONObject.Member] = [
      .init(key: Key.outcome.rawValue, value: .text(kind.rawValue)),
      .init(key: Key.code.rawValue, value: .text(code.rawValue)),
      .init(key: Key.title.rawValue, value: .text(title)),
      .init(key: Key.details.rawValue, value: .array(details.map(JSONValue.text))),
    ]
    if !leftOut.isEmpty {
      members.append(
        .init(key: Key.leftOut.rawValue, value: .array(leftOut.map(JSONValue.text))))
    }
    if let halt { members.append(.init(key: Key.halt.rawValue, value: .text(halt.rawValue))) }
    return .object(JSONObject(members))
  }

  /// Reads an outcome; nil for one without a code that this program knows.
  package init?(_ json: JSONValue) {
    guard let code = json[member: Key.code]?.text.flatMap(Code.init(rawValue:)) else { return nil }
    func texts(_ key: Key) -> [String] { json[member: key]?.array?.compactMap(\.text) ?? [] }
    self.init(
      code, json[member: Key.title]?.text ?? "", details: texts(.details),
      leftOut: texts(.leftOut),
      halt: json[member: Key.halt]?.text.flatMap(Halt.init(rawValue:)))
  }
}
