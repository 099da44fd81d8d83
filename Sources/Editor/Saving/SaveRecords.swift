import CalendarWork

/// What is on record of saves, this one's included.
package struct SaveRecords: Sendable {
  /// What was saved from this machine a moment ago; what is loaded may be older.
  package var recent = RecentSaves()
  /// Why saves get no record in the history; nil where they get one, and where none is due.
  package var problem: FileFailure?
  /// The save of the history that was shown last.
  @Apart var shown: PastSave? = nil
}
