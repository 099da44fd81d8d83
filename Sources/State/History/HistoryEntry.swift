/// A save in the list of saves.
package struct HistoryEntry: Sendable {
  /// What the record is read by.
  package let id: String
  /// The file of the record.
  package let path: String
  /// When the save began; by the name of the file where its header cannot be read.
  package let begun: DraftTime
  /// What the record says about itself, or why it cannot be read.
  package let header: Result<SaveHeader, UnusableRecord>
  /// Whether a program is sending it now.
  package let isUnderWay: Bool

  /// What became of the save, in words; nil for a record that cannot be read.
  package var outcome: String? {
    guard case .success(let header) = header else { return nil }
    return header.outcome ?? (isUnderWay ? Self.underWay : Self.unknown)
  }

  static let underWay = "under way"
  package static let unknown = "unknown: caledit ended before the answer"
}
