import CalendarAPI
import CalendarModel
import JSON

/// A save on its way: look for changes of others, send, and know what became of it.
struct SaveFlow: Sendable {
  /// What waits for an answer of the user, or for time, before it goes on.
  enum Step: Sendable, Hashable { case check, put, confirm }

  /// What the service held before the save, as far as it is known.
  var before: JSONValue
  /// The update body that was sent last.
  var sent: JSONValue = [:]
  /// What is to be told when it is done: changes of others that were taken over.
  var report: [String] = []
  /// Why the answer to what was sent is not known.
  var lost: ServiceError?
  /// What goes on when the token was read again, or the time is up.
  var next = Step.check
  /// How often the service asked to wait; after a few times it is left to the user.
  var waits = 0

  /// How often a save waits by itself.
  static let mostWaits = 3
}
