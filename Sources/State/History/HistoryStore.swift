import CalendarAPI
import CalendarModel
import CalendarWork
import Glibc
import JSON

/// The records of all saves, in the folder `history` of the state folder: a folder for each
/// calendar, and a file for each save.
///
/// A record is on disk before the save is sent, and is completed behind it. Programs that save at
/// the same time write files of their own. The token never gets here: a text that holds it has a
/// placeholder in its place.
package struct HistoryStore: Sendable {
  let folder: StateFolder
  private let program: String

  /// - Parameter program: the version of the program, for the headers.
  package init(in folder: StateFolder, program: String) {
    self.folder = folder
    self.program = program
  }

  static let name = "history"
  /// As many saves of a calendar are kept however old they are.
  static let fewest = 100
  /// A save is kept for so many seconds however many there are: a year, a leap day included.
  static let shortest = 366 * 86_400
  /// What crashes have left is removed when the save began so many seconds ago.
  private static let leftoverAge = 3600
  /// So many seconds after it was sent, an update can still arrive.
  private static let longestWay = 86_400
  private static let limit = 160 << 20
  private static let headerLimit = 1 << 20

  func path(_ base: BaseURL, _ id: String) -> String {
    "\(folder.path)/\(Self.name)/\(Self.folderName(base, id))"
  }

  static func folderName(_ base: BaseURL, _ id: String) -> String {
    String(DraftSource.service(base, calendarID: id).fileName.dropLast(".json".count))
  }

  // MARK: Writing

  /// Makes sure that records can be written, as far as that is seen without writing one.
  package func checkCanWrite() throws(FileError) {
    let path = "\(folder.path)/\(Self.name)"
    let place = FileIdentity(at: path) == nil ? folder.path : path
    guard access(place, W_OK | X_OK) == 0 else { throw FileError(place) }
  }

  /// Writes the record of a save that is about to be sent, and makes sure that it is on disk.
  ///
  /// It removes the records that are older than is promised.
  /// - Parameter token: what must not get into the record.
  package func begin(
    _ start: SaveStart, without token: Token?, at time: DraftTime = .now
  ) throws(FileError) -> OpenRecord {
    _ = try StateFolder(making: folder.path).folder(Self.name)
    let own = try folder.folder("\(Self.name)/\(Self.folderName(start.base, start.calendarID))")
    let (before, sent) = (start.before.without(token), start.sent.without(token))
    var header = SaveHeader(
      base: start.base, calendarID: start.calendarID,
      calendarName: before.value[key: "name"]?.text,
      location: before.value[key: "locationId"]?.text,
      who: token?.without(in: start.who) ?? start.who, begun: time, program: program)
    let names = start.names.mapValues { token?.without(in: $0) ?? $0 }
    header.withheld = before.keys.union(sent.keys).sorted()
    header.note(
      changes: ReviewLine.sentences(
        from: before.value,
        to: ReviewLine.calendar(before.value, updatedBy: sent.value), names: names))
    let name = RecordName(at: time)
    let path = "\(own)/\(name.text)"
    // A record without a lock is as good; only the list cannot tell that it is under way.
    let lock = try? DraftLock(.file(path: path), at: path + DraftStore.lockSuffix)
    let record = SaveRecord(header: header, before: before.value, sent: sent.value)
    try AtomicFile.write(record.text, to: path, mode: 0o600)
    prune(own, at: time)
    return OpenRecord(id: name.text, path: path, record: record, names: names, lock: lock)
  }

  /// Adds to a record what became of the save, and makes sure that it is on disk.
  ///
  /// - Parameters:
  ///   - after: the calendar as it was seen; nil when nobody saw it.
  ///   - outcome: in words, the most important ones first.
  ///   - notes: what else there is to know, in sentences.
  ///   - mayArrive: whether a later look can show that it was carried out after all.
  package func complete(
    _ open: OpenRecord, after: JSONValue?, outcome: String, notes: [String] = [],
    mayArrive: Bool = false, without token: Token?
  ) throws(FileError) {
    defer { open.release() }
    var header = open.record.header
    header.note(outcome: token?.without(in: outcome) ?? outcome)
    header.note(notes: notes.map { token?.without(in: $0) ?? $0 })
    header.mayArrive = mayArrive
    try write(open.record, header, after: after, open.names, to: open.path, without: token)
  }

  /// Writes a record again with what is known by now.
  private func write(
    _ record: SaveRecord, _ header: SaveHeader, after: JSONValue?, _ names: [String: String],
    to path: String, without token: Token?
  ) throws(FileError) {
    var header = header
    let after = after?.without(token)
    // It may be another token than the one that the save began with.
    let (before, sent) = (record.before.without(token), record.sent.without(token))
    header.withheld = Set(header.withheld).union(before.keys).union(sent.keys).sorted()
    if let after {
      header.withheld = Set(header.withheld).union(after.keys).sorted()
      header.note(
        changes: ReviewLine.sentences(from: before.value, to: after.value, names: names))
    }
    let record = SaveRecord(
      header: header, before: before.value, sent: sent.value, after: after?.value)
    try AtomicFile.write(record.text, to: path, mode: 0o600)
  }

  // MARK: Seen later

  /// Completes the record of the last save of a calendar, of which it was not seen what became of
  /// it, with what the service holds now.
  ///
  /// Where nothing of it is there, and it was sent less than ``CalendarRun/longestWay`` ago, the next
  /// look decides.
  /// Only the last save can be told by a look: what an earlier one sent may be there because of a
  /// later one.
  /// - Parameters:
  ///   - calendar: as it was loaded just now.
  ///   - names: what the ids of users stand for.
  /// - Returns: what became of the save; nil where nothing is open, and where nothing new was seen.
  package func settle(
    seeing calendar: JSONValue, _ base: BaseURL, calendarID: String, names: [String: String] = [:],
    isNextStart: Bool, without token: Token?, at now: DraftTime = .now
  ) throws(FileError) -> SettledSave? {
    let folder = path(base, calendarID)
    guard let name = FolderListing.names(in: folder).compactMap({ RecordName($0) }).max(),
      !DraftLock.isHeld(at: "\(folder)/\(name.text)\(DraftStore.lockSuffix)"),
      let header = try? Self.checked(
        SaveHeader(line: Self.line(of: "\(folder)/\(name.text)")), base, calendarID),
      header.outcome == nil || header.mayArrive,
      let record = try? read(name.text, base, calendarID: calendarID)
    else { return nil }
    // An update that is on its way for a day will not arrive.
    let age = now.seconds - header.begun.seconds
    if header.outcome != nil, age > Self.longestWay { return nil }
    let isYoung = (0..<CalendarRun.longestWay).contains(age)
    let found = SettledSave(
      SaveOutcome(
        before: record.before, sent: record.sent, after: calendar.without(token).value,
        names: names), isNextStart: isNextStart, isYoung: isYoung)
    // It was said already that nothing of it was seen.
    if let known = header.outcome, !found.isSeen, isYoung || !SettledSave.isOpen(known) {
      return nil
    }
    var completed = header
    completed.note(outcome: found.outcome)
    completed.mayArrive = found.mayArrive
    try write(
      record, completed, after: calendar, names, to: "\(folder)/\(name.text)", without: token)
    return found
  }

  /// Removes what is older than is promised, and what crashes have left of such records.
  private func prune(_ path: String, at now: DraftTime) {
    let files = FolderListing.names(in: path)
    let names = files.compactMap { RecordName($0) }.sorted(by: >)
    let old = names.dropFirst(Self.fewest).filter {
      $0.begun.seconds < now.seconds - Self.shortest
    }
    for name in old { unlink("\(path)/\(name.text)") }
    if let last = old.last { AtomicFile.syncFolder(of: "\(path)/\(last.text)") }
    let kept = Set(names.map(\.text)).subtracting(old.map(\.text))
    for file in files {
      // What belongs to a save that has just begun is its own, lock or not: between the lock and the
      // record, and while somebody looks whether the lock is held, there is a moment without it.
      guard let record = Self.record(ofLeftover: file),
        let begun = RecordName(record)?.begun, begun.seconds < now.seconds - Self.leftoverAge
      else { continue }
      let lock = "\(path)/\(record)\(DraftStore.lockSuffix)"
      // A temporary file or a lock of a program that has ended; one that lives holds the lock.
      if file.hasSuffix(DraftStore.lockSuffix)
        ? !kept.contains(record) : !DraftLock.isHeld(at: lock)
      {
        unlink("\(path)/\(file)")
      }
    }
  }

  /// The record that a lock or a temporary file belongs to.
  private static func record(ofLeftover file: String) -> String? {
    let name = String(file.prefix(RecordName.length))
    return RecordName(name) == nil || name == file ? nil : name
  }

  // MARK: Reading

  /// The saves of a calendar, the newest first; those whose records cannot be read as well.
  ///
  /// It reads the first line of each.
  package func list(_ base: BaseURL, calendarID: String) -> [HistoryEntry] {
    let path = path(base, calendarID)
    return FolderListing.names(in: path).compactMap { RecordName($0) }.sorted(by: >).map { name in
      let file = "\(path)/\(name.text)"
      let header = Result { () throws(UnusableRecord) in
        try Self.checked(
          SaveHeader(line: Self.line(of: file)), base, calendarID)
      }
      return HistoryEntry(
        id: name.text, path: file, begun: (try? header.get())?.begun ?? name.begun, header: header,
        isUnderWay: DraftLock.isHeld(at: file + DraftStore.lockSuffix))
    }
  }

  /// Reads a record whole.
  package func read(
    _ id: String, _ base: BaseURL, calendarID: String
  ) throws(UnusableRecord) -> SaveRecord {
    guard RecordName(id) != nil, !id.contains("/") else { throw .noRecord }
    let bytes: [UInt8]
    do {
      bytes = try DraftFile.read("\(path(base, calendarID))/\(id)", limit: Self.limit)
    } catch {
      throw .file(error)
    }
    let record = try SaveRecord(bytes)
    _ = try Self.checked(record.header, base, calendarID)
    return record
  }

  static func line(of file: String) throws(UnusableRecord) -> [UInt8] {
    do {
      return try DraftFile.firstLine(of: file, limit: headerLimit)
    } catch {
      throw .file(error)
    }
  }

  private static func checked(
    _ header: SaveHeader, _ base: BaseURL, _ id: String
  ) throws(UnusableRecord) -> SaveHeader {
    guard header.base == base, header.calendarID == id else {
      throw .otherCalendar("\(header.calendarID) at \(header.base)")
    }
    return header
  }
}

extension JSONValue {
  /// The value without the token, and the top-level keys of which a part is left out.
  fileprivate func without(_ token: Token?) -> (value: JSONValue, keys: Set<String>) {
    guard let token else { return (self, []) }
    let (value, places) = token.without(in: self)
    let all = places.contains { $0.isRoot } ? object?.keys ?? [] : []
    // A key can hold it as well as a text.
    return (value, Set((places.compactMap(\.topKey) + all).map(token.without(in:))))
  }
}
