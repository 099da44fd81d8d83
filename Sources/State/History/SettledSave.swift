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

  /// - Parameter isNextStart: whether the program has ended since it was sent.
  init(_ found: SaveOutcome, isNextStart: Bool) {
    let seen = isNextStart ? "seen at the next start" : "seen later"
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
      outcome = "Not saved, \(seen)."
      sentence = "\(Self.ended); it was not saved: nothing has changed at the service."
    case .changedOtherwise:
      (isSaved, isSeen, mayArrive) = (false, false, true)
      outcome = "Not saved, but others changed it, \(seen)."
      sentence =
        "\(Self.ended); it was not saved, but the calendar has changed since it was sent."
    }
  }

  private static let ended = "caledit ended before the answer to your last save"
}
