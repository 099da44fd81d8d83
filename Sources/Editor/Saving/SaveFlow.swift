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
  /// Whether what was sent may be carried out after a look; nobody knows when Esc has ended it.
  var mayArriveLate: Bool { lost?.mayArriveLate ?? true }
}
