import CalendarModel
import CalendarWork

/// Where saving stands: what is wanted, what is under way, and what the last save left.
struct SaveState: Sendable {
  /// A save that was asked for and waits for an agreement, which a dialog asks for; what is left of
  /// one whose dialog was left means nothing.
  var intent: SaveIntent?
  /// The save that is under way.
  var job: SaveJob?
  /// The revision of the document when the save went on last; it is another one when somebody has
  /// edited since.
  var revision: Int?
  /// What the user decided about hours that a schedule governs.
  var hoursDecision: HoursDecision?
  /// Whether the user has agreed to leave out of the save what cannot be read.
  var leavesUnreadableOut = false
  /// Whether another calendar came the last time that this one was asked for; no save goes out then
  /// without a look.
  var seesOtherCalendar = false
  /// Whether the next save names the whole calendar, to put back what the last one lost.
  var sendsWholeOnce = false
  /// Whether the next save sends nested keys that no document lists, to put back what was lost.
  var sendsUndocumentedOnce = false
  /// Whether the service refused nested keys that no document lists since it last took some.
  var refusesUndocumented = false
  /// What was taken over by a save that goes out once more by itself, for its report; in sentences.
  var takenOver: [String] = []
  /// What became of the last save, while anything can be done about it.
  var last: SaveReport?
  /// That the save under way gets no record, in a sentence for its report.
  var unrecorded: String?
  /// How long the last update took.
  var seconds = 0
  /// What became of a save that has arrived though nobody saw it, in a sentence.
  var settled: String?

  /// Whether nothing is under way.
  var isAtRest: Bool { job == nil }
}
