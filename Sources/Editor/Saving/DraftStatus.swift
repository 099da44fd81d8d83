import CalendarWork

/// What becomes of the draft of the calendar.
package struct DraftStatus: Sendable {
  /// Whether a draft was found and it is not decided yet what becomes of it.
  package internal(set) var isUndecided = false
  /// Whether changes are kept in a draft while they are not saved.
  package var isKept = false
  /// Why the draft cannot be written.
  package internal(set) var problem: FileFailure?
}
