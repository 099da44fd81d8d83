import CalendarModel

/// What a run has seen of how one sub-account takes updates: whether it keeps what they do not name.
///
/// An account that replaces whole calendars would lose properties of each calendar that is sent to it.
/// So one calendar goes alone until a save was seen that lost nothing, and none is sent behind one that
/// lost something, be it in this run or before it.
package struct UpdateTrial: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// No save was seen; the next calendar goes alone.
    case unseen
    /// A save lost nothing, or every update names the whole calendar.
    case keeps
    /// A save lost what it did not name, in this run or before it; nothing else is sent.
    case loses
  }

  package private(set) var state: State

  /// - Parameter account: what its updates name, and what is known of those before.
  package init(_ account: BatchAccount) {
    state =
      switch (account.scope, account.unnamed) {
      case (.whole, _): .keeps
      case (.changed, .lost): .loses
      case (.changed, .unknown), (.changed, .risked): .unseen
      }
  }

  /// Takes note of what became of a calendar, in this run or an earlier part of it.
  ///
  /// What an earlier part had sent and is found there tells nothing: nobody saw what stood there
  /// before.
  package mutating func note(_ outcome: BatchOutcome, scope: UpdateScope) {
    if scope == .whole { return }
    if outcome.halt == .losesUnnamed || outcome.halt == .losesUndocumented {
      state = .loses
    } else if outcome.code == .saved, state == .unseen {
      state = .keeps
    }
  }
}
