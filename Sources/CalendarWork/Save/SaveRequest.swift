import JSON

/// Something that a save wants done; the answer goes back to the job.
package enum SaveRequest: Sendable, Hashable {
  /// Load the calendar, or read its file, to see whether somebody else changed it.
  case check
  /// Send this update.
  case put(JSONValue)
  /// Write this calendar to its file.
  case write(JSONValue)
  /// Load the calendar, to see what the service made of the update.
  case look
  /// List the schedules for the calendar, to see whether those that governed are still there.
  case schedules
  /// Let this many seconds pass, counted from now, as the service asked.
  case wait(seconds: Int)
  /// Let this many seconds pass before another look: what was read is older than what was saved.
  case pause(seconds: Int)
}
