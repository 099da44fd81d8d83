import CalendarAPI

extension HistoryStore {
  /// The saves of all calendars, the newest first; those whose records cannot be read as well.
  ///
  /// It reads the first line of each.
  package func all() -> [HistoryEntry] {
    let path = "\(folder.path)/\(Self.name)"
    let entries = FolderListing.names(in: path).flatMap { calendar in
      FolderListing.names(in: "\(path)/\(calendar)").compactMap { RecordName($0) }.map { name in
        let file = "\(path)/\(calendar)/\(name.text)"
        let header = Result { () throws(UnusableRecord) in
          let header = try SaveHeader(line: Self.line(of: file))
          guard Self.folderName(header.base, header.calendarID) == calendar else {
            throw .otherCalendar("\(header.calendarID) at \(header.base)")
          }
          return header
        }
        return HistoryEntry(
          id: name.text, path: file, begun: (try? header.get())?.begun ?? name.begun,
          header: header,
          isUnderWay: DraftLock.isHeld(at: file + DraftStore.lockSuffix))
      }
    }
    return entries.sorted { $0.id > $1.id }
  }
}
