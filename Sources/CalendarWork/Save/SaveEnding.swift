import CalendarAPI
import CalendarModel
import JSON

/// How a save ended.
package enum SaveEnding: Sendable {
  /// There was nothing left to send once what others changed was taken over.
  case nothingLeft
  /// What the service holds now was seen.
  case seen(SaveReport, SaveAnswer)
  /// Nothing of the update is at the service; it can be sent again.
  case notSaved(SaveAnswer, body: UpdateBody)
  /// The service refused the update; it was not carried out.
  case refused(ServiceError, body: UpdateBody)
  /// The service refused nested keys that no document lists; it may take the update without them.
  case refusedUndocumented(ServiceError, body: UpdateBody)
  /// The file was written.
  case written
  /// The file could not be written, for a reason in words.
  case notWritten(String)
  /// It was cancelled before anything was sent.
  case cancelled
}

/// What the service answered to an update.
package struct SaveAnswer: Sendable, Hashable {
  /// The path that took it; nil where the answer was lost.
  package let route: Route?
  /// Why the answer was lost; nil where it came, and where the update was cancelled.
  package let lost: ServiceError?

  /// Whether the answer was lost.
  package var isLost: Bool { route == nil }
  /// Whether what was sent may still be carried out after a look that saw nothing of it: whatever came
  /// in the place of the answer, the service or what stands before it may still be at work.
  package var mayArriveLate: Bool { isLost }
}
