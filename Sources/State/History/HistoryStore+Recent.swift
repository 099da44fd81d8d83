import CalendarAPI
import CalendarModel
import CalendarWork

extension HistoryStore {
  /// The saves of a calendar that were seen to arrive a moment ago, the newest first.
  ///
  /// A save whose end nobody saw says nothing of what the service has to show.
  /// - Parameter ofOthersOnly: leaves those of this program out.
  package func recent(
    _ base: BaseURL, calendarID: String, ofOthersOnly: Bool = false, at now: DraftTime = .now
  ) -> [RecentSaves.Save] {
    FolderListing.names(in: path(base, calendarID)).compactMap { RecordName($0) }
      .filter { name in
        abs(now.seconds - name.begun.seconds) < RecentSaves.longest
          && !(ofOthersOnly && name.isOfThisProgram)
      }
      .sorted(by: <)
      .compactMap { name in
        guard let record = try? read(name.text, base, calendarID: calendarID),
          let after = record.after
        else { return nil }
        return RecentSaves.Save(
          before: record.before, sent: record.sent, after: after, at: record.header.begun.seconds,
          without: Set(record.header.withheld))
      }
  }
}
