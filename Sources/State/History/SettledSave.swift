import CalendarModel

/// What became of a save of which nobody saw the end, by a later look at the calendar.
package struct SettledSave: Sendable, Hashable {
  /// Whether the service holds all that was sent.
  package let isSaved: Bool
  /// Whether anything of it is there.
  package let isSeen: Bool
  /// Whether it may still arrive.
  let mayArrive: Bool
  /// What became of it, for its record.
  package let outcome: String
  /// The same for somebody who has the calendar open, in a sentence.
  package let sentence: String

  /// - Parameters:
  ///   - isNextStart: whether the program has ended since it was sent.
  ///   - isYoung: whether it was sent so lately that it may be on its way: what is not there yet is no
  ///     proof then.
  init(_ found: SaveOutcome, isNextStart: Bool, isYoung: Bool) {
    let seen = isNextStart ? "seen at the next start" : "seen later"
    let notSaved = isYoung ? Self.notSavedSoFar : "Not saved"
    let was = isYoung ? "it is not saved so far" : "it was not saved"
    let late = isYoung ? " What was sent could still arrive." : ""
    switch found {
    case .saved:
      (isSaved, isSeen, mayArrive) = (true, true, false)
      outcome = "Saved, \(seen)."
      sentence =
        isNextStart
        ? "\(Self.ended); it was saved: the service has all changes."
        : "Your last save has arrived after all: the service has all changes."
    case .partly:
      (isSaved, isSeen, mayArrive) = (false, true, false)
      outcome = "Saved in part, \(seen)."
      sentence =
        isNextStart
        ? "\(Self.ended); it was saved in part." : "Your last save has arrived in part after all."
    case .notSaved:
      (isSaved, isSeen, mayArrive) = (false, false, true)
      outcome = "\(notSaved), \(seen)."
      sentence = "\(Self.ended); \(was): nothing has changed at the service.\(late)"
    case .changedOtherwise:
      (isSaved, isSeen, mayArrive) = (false, false, true)
      outcome = "\(notSaved), but others changed it, \(seen)."
      sentence =
        "\(Self.ended); \(was), but the calendar has changed since it was sent.\(late)"
    }
  }

  private static let ended = "caledit ended before the answer to your last save"
  private static let notSavedSoFar = "Not saved so far"

  /// Whether a record says only what a look saw while the update may have been on its way, so that
  /// another look decides.
  static func isOpen(_ outcome: String) -> Bool {
    outcome.hasPrefix("\(notSavedSoFar),")
  }
}
