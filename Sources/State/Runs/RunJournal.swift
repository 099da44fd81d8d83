import CalendarAPI
import CalendarModel
import CalendarWork
import Glibc
import JSON
import Synchronization

/// What one run does, on disk while it does it, so that another one can go on where it ended.
///
/// The first line says what is to be done; each planned calendar has a line, and each event has one
/// behind them. Whoever has the journal is the only one who works on the run. Tokens never get here.
package final class RunJournal: Sendable {
  package let id: String
  package let header: RunHeader
  private let path: String
  private let lock: DraftLock
  private let tokens: Mutex<[Token]>

  private struct State {
    var scan: RunScan
    var size: Int
  }

  private let file: Int32
  private let state: Mutex<State>

  /// Begins behind the header, or goes on behind what is there.
  init(
    _ id: String, _ header: RunHeader, at path: String, file: Int32, lock: DraftLock,
    scan: RunScan, without tokens: [Token]
  ) {
    (self.id, self.header, self.path, self.file, self.lock) = (id, header, path, file, lock)
    self.tokens = Mutex(tokens)
    state = Mutex(State(scan: scan, size: scan.soundLength))
  }

  deinit { close(file) }

  /// Lets others work on the run; nothing can be written any more.
  package func release() { lock.release() }

  /// How many calendars are planned.
  package var count: Int { state.withLock { $0.scan.calendars.count } }

  /// Adds a token that must not get into the journal, as one that was renewed.
  package func keepOut(_ token: Token) {
    tokens.withLock { if !$0.contains(token) { $0.append(token) } }
  }

  // MARK: Writing

  /// Adds the plan of the next calendar; ``sync()`` makes sure that all of them are on disk.
  ///
  /// - Returns: its number, by which events name it.
  @discardableResult
  package func add(_ plan: PlannedCalendar) throws(FileError) -> Int {
    let index = count
    try write(RunLine.planned(index, plan))
    return index
  }

  /// Makes sure that everything is on disk.
  package func sync() throws(FileError) {
    guard fsync(file) == 0 else { throw FileError(path) }
  }

  /// Notes that an update is about to be sent, and makes sure that this is on disk.
  package func sending(
    _ update: SentUpdate, of index: Int, at time: DraftTime = .now
  ) throws(FileError) {
    try write(RunLine.sending(index, update, at: time))
    try sync()
  }

  /// Notes what became of a calendar.
  package func ended(
    _ outcome: BatchOutcome, of index: Int, at time: DraftTime = .now
  ) throws(FileError) {
    try write(RunLine.outcome(index, outcome, at: time))
  }

  private func write(_ line: JSONValue) throws(FileError) {
    try lock.checkIsHeld()
    let clean = tokens.withLock { $0.reduce(line) { $1.without(in: $0).value } }
    let text = clean.printed() + "\n"
    try state.withLock { state throws(FileError) in
      guard FileBytes.writeAll(text, to: file) else {
        let error = FileError(path)
        // A torn line would swallow the next one.
        ftruncate(file, off_t(state.size))
        throw error
      }
      let length = text.utf8.count
      state.scan.add(
        Array(text.utf8.prefix(RunLine.headLength)), length: length - 1, offset: state.size)
      state.size += length
    }
  }

  // MARK: Reading

  /// A calendar that has not ended for good.
  package struct Left: Sendable, Hashable {
    package let index: Int
    /// When an update was sent last of which a look has to tell what became of it; nil where none
    /// was.
    package let sentAt: DraftTime?
  }

  /// The calendars that have not ended for good, in the order of the plan.
  package func left() -> [Left] {
    state.withLock { state in
      state.scan.calendars.enumerated().compactMap { index, calendar in
        calendar.isDone ? nil : Left(index: index, sentAt: calendar.sent?.at)
      }
    }
  }

  /// The calendars whose last outcome is one of these, in the order of the plan.
  package func ended(as codes: Set<BatchOutcome.Code>) -> [Int] {
    state.withLock { state in
      state.scan.calendars.indices.filter { index in
        state.scan.calendars[index].code.map(codes.contains) ?? false
      }
    }
  }

  /// The numbers of the lines that cannot be used, the first ones; counted from 1.
  package var brokenLines: [Int] { state.withLock { $0.scan.broken } }

  /// Reads the plan of a calendar.
  package func planned(at index: Int) throws(UnusableRun) -> PlannedCalendar {
    let place = try calendar(index).plan
    let line = try read(place)
    guard let plan = line[key: "plan"].flatMap({ PlannedCalendar($0) }) else {
      throw .line(place.number)
    }
    return plan
  }

  /// Reads the update of a calendar that was sent last; nil where none was.
  package func sent(of index: Int) throws(UnusableRun) -> SentUpdate? {
    guard let place = try calendar(index).sent?.place else { return nil }
    guard let update = try read(place)[key: "update"].flatMap({ SentUpdate($0) }) else {
      throw .line(place.number)
    }
    return update
  }

  /// When the update of a calendar was sent last; nil where none was.
  package func sentAt(of index: Int) throws(UnusableRun) -> DraftTime? {
    try calendar(index).sent?.at
  }

  /// Reads what became of a calendar last; nil where it has not ended.
  package func outcome(of index: Int) throws(UnusableRun) -> BatchOutcome? {
    guard let place = try calendar(index).outcome else { return nil }
    guard let outcome = try read(place)[key: "result"].flatMap({ BatchOutcome($0) }) else {
      throw .line(place.number)
    }
    return outcome
  }

  private func calendar(_ index: Int) throws(UnusableRun) -> RunScan.Calendar {
    let calendar = state.withLock { state in
      state.scan.calendars.indices.contains(index) ? state.scan.calendars[index] : nil
    }
    guard let calendar else { throw .line(index + 2) }
    return calendar
  }

  private func read(_ place: RunScan.Place) throws(UnusableRun) -> JSONValue {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.part(place.length, from: file, at: place.offset)
    } catch .system(let code) {
      throw .file(FileError(path, code: code))
    } catch {
      throw .line(place.number)
    }
    guard let value = try? JSONDocument(parsing: bytes).value else { throw .line(place.number) }
    return value
  }
}
