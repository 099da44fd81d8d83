import CalendarAPI
import CalendarModel
import CalendarWork
import Editor
import Glibc
import JSON
import State
import Synchronization

/// Keeps the records of the saves of one calendar.
///
/// A record begins before the save is sent and is completed behind it; a save that is sent once more,
/// after a refused token or a wait, stays one record.
final class HistoryKeeper: Sendable {
  private let store: HistoryStore
  private let base: BaseURL
  private let calendarID: String

  /// The save that is under way.
  private struct Open {
    let record: OpenRecord
    let save: SaveStart
    let token: Token?
  }

  private let open = Mutex<Open?>(nil)
  /// Whether this session has sent a save.
  private let hasSent = Mutex(false)

  init(_ base: BaseURL, calendarID: String, in folder: StateFolder) {
    store = HistoryStore(in: folder, program: Caledit.version)
    (self.base, self.calendarID) = (base, calendarID)
  }

  /// Why no record can be written; nil where nothing speaks against it.
  var problem: FileFailure? {
    do throws(FileError) {
      try store.checkCanWrite()
      return nil
    } catch {
      return FileFailure(error)
    }
  }

  // MARK: While a save is under way

  /// Writes the record of a save that is about to be sent, and waits until it is on disk.
  ///
  /// - Parameters:
  ///   - before: the calendar as it was loaded.
  ///   - names: what the ids of users stand for.
  ///   - token: what the record must not hold.
  /// - Returns: why it could not be written.
  func begin(
    before: JSONValue, sent: JSONValue, names: [String: String], without token: Token?
  ) -> FileFailure? {
    let start = SaveStart(
      base: base, calendarID: calendarID, who: System.loginName, before: before, sent: sent,
      names: names)
    return open.withLock { open in
      if let same = open, same.save.isSameSave(as: start) {
        open = Open(record: same.record, save: start, token: token)
        return nil
      }
      _ = complete(&open, after: nil, outcome: "unknown: another save followed")
      do throws(FileError) {
        open = Open(record: try store.begin(start, without: token), save: start, token: token)
        hasSent.withLock { $0 = true }
        return nil
      } catch {
        return FileFailure(error)
      }
    }
  }

  /// Adds to the record what became of the save.
  ///
  /// - Parameters:
  ///   - after: the calendar as it was seen; nil when nobody saw it.
  ///   - outcome: in words.
  ///   - notes: what else there is to know, in sentences.
  ///   - mayArrive: whether a later look can show that it was carried out after all.
  /// - Returns: why it could not be written.
  func complete(
    after: JSONValue?, outcome: String, notes: [String], mayArrive: Bool
  ) -> FileFailure? {
    open.withLock {
      complete(&$0, after: after, outcome: outcome, notes: notes, mayArrive: mayArrive)
    }
  }

  private func complete(
    _ open: inout Open?, after: JSONValue?, outcome: String, notes: [String] = [],
    mayArrive: Bool = false
  ) -> FileFailure? {
    guard let ended = open.take() else { return nil }
    do throws(FileError) {
      try store.complete(
        ended.record, after: after, outcome: outcome, notes: notes, mayArrive: mayArrive,
        without: ended.token)
      return nil
    } catch {
      return FileFailure(error)
    }
  }

  /// Completes the record of a save of which nobody saw the end, with the calendar that was loaded.
  ///
  /// - Returns: what became of it; nil where nothing is open, and where its own save will tell.
  func settle(
    seeing calendar: JSONValue, names: [String: String], without token: Token?
  ) -> SettledSave? {
    open.withLock { open in
      guard open == nil else { return nil }
      return try? store.settle(
        seeing: calendar, base, calendarID: calendarID, names: names,
        isNextStart: !hasSent.withLock { $0 }, without: token)
    }
  }

  /// Leaves a save that is under way as one whose outcome is unknown: the program ends.
  func close() { open.withLock { $0.take()?.record.release() } }

  /// What other programs of this user saved a moment ago.
  var recentOfOthers: [RecentSaves.Save] {
    store.recent(base, calendarID: calendarID, ofOthersOnly: true)
  }

  /// What was saved from this machine a moment ago.
  var recent: RecentSaves {
    RecentSaves(store.recent(base, calendarID: calendarID), at: System.seconds)
  }

  // MARK: For the list

  /// The saves on record, the newest first.
  ///
  /// - Parameter clock: for the times.
  func list(_ clock: CalendarClock) -> [PastSave] {
    store.list(base, calendarID: calendarID).map { entry in
      let when = clock.moment(at: entry.begun.seconds).description
      switch entry.header {
      case .failure(let problem):
        return PastSave(id: entry.id, when: when, problem: problem.message)
      case .success(let header):
        return PastSave(
          id: entry.id, when: when, who: header.who, outcome: entry.outcome ?? "",
          changes: header.changes, changeCount: header.changeCount)
      }
    }
  }

  /// The id of the save of an update that was sent at a time, as a journal has both; nil where none is
  /// on record.
  ///
  /// Its record begins right before. Of several that may be meant, as of one second, the one counts
  /// that has the same update.
  func id(of update: SentUpdate?, sentAt time: DraftTime) -> String? {
    let near = store.list(base, calendarID: calendarID).filter {
      (0...Self.mostBefore).contains(time.seconds - $0.begun.seconds)
    }
    let same = near.first { entry in
      let record = try? store.read(entry.id, base, calendarID: calendarID)
      return record.map { areEquivalent($0.sent, update?.body) } ?? false
    }
    return (same ?? near.first)?.id
  }

  /// So many seconds before it is sent, the record of a save begins at most.
  private static let mostBefore = 60

  func read(_ id: String) -> Result<PastSave.Contents, FileFailure> {
    do throws(UnusableRecord) {
      let record = try store.read(id, base, calendarID: calendarID)
      return .success(
        PastSave.Contents(
          before: record.before, sent: record.sent, after: record.after,
          withheld: record.header.withheld, notes: record.header.notes))
    } catch {
      return .failure(FileFailure(path: id, reason: error.message))
    }
  }
}
