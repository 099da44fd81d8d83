/// When the next draft is due, so that the last key is on disk within a second.
///
/// A draft shares the calendar with the document, whose next edit then copies the list that it
/// changes: that is why one is made only so often, and not with every key.
package struct DraftTimer: Sendable {
  /// From the first change that is not on disk to the draft.
  package static let delay = Duration.milliseconds(500)

  /// When to make a draft; nil, and no reason to wake up, when all is written.
  package private(set) var deadline: ContinuousClock.Instant?

  package init() {}

  /// Notes that something changed.
  package mutating func noteChange(at now: ContinuousClock.Instant = .now) {
    if deadline == nil { deadline = now + Self.delay }
  }

  /// Answers whether a draft is due, and from then on that none is.
  package mutating func takeDue(at now: ContinuousClock.Instant = .now) -> Bool {
    guard let deadline, deadline <= now else { return false }
    self.deadline = nil
    return true
  }

  /// Forgets what was noted: the draft was written for another reason, or removed.
  package mutating func reset() { deadline = nil }
}
