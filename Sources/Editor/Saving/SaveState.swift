import CalendarModel
import CalendarWork

/// Where saving stands: what is wanted, what is under way, and what the last save left.
struct SaveState: Sendable {
  /// A save that was asked for and waits for agreements.
  var intent: SaveIntent?
  /// The save that is under way.
  var job: SaveJob?
  /// The revision of the document when the save went on last; it is another one when somebody has
  /// edited since.
  var revision: Int?
  /// What the user decided about hours that a schedule governs.
  var hoursDecision: HoursDecision?
  /// Whether another calendar came the last time that this one was asked for; no save goes out then
  /// without a look.
  var seesOtherCalendar = false
  /// Whether the next save names the whole calendar, to put back what the last one lost.
  var sendsWholeOnce = false
  /// Whether the next save sends nested keys that no document lists, to put back what was lost.
  var sendsUndocumentedOnce = false
  /// What became of the last save, while anything can be done about it.
  var last: SaveReport?
  /// How long the last update took.
  var seconds = 0
  /// What became of a save that has arrived though nobody saw it, in a sentence.
  var settled: String?

  /// Whether nothing is under way and nothing wanted.
  var isAtRest: Bool { job == nil && intent == nil }
}
