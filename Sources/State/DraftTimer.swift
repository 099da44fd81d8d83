/// Decides when the next draft is due, so that the last key is on disk within a second.
///
/// A draft shares its storage with the document, so the next edit has to copy the list that it
/// changes. That is too much for every key.
package struct DraftTimer: Sendable {
  /// From the first change that is not on disk to the draft.
  package static let delay = Duration.milliseconds(500)

  /// When to make a draft; nil when everything is written.
  package private(set) var deadline: ContinuousClock.Instant?

  package init() {}

  /// Notes that something changed.
  package mutating func noteChange(at now: ContinuousClock.Instant = .now) {
    if deadline == nil { deadline = now + Self.delay }
  }

  /// Returns whether a draft is due, and forgets it.
  package mutating func takeDue(at now: ContinuousClock.Instant = .now) -> Bool {
    guard let deadline, deadline <= now else { return false }
    self.deadline = nil
    return true
  }

  /// Forgets the change: the draft was written for another reason, or removed.
  package mutating func reset() { deadline = nil }
}
