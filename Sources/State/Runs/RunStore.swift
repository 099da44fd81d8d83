import CalendarAPI
import CalendarWork
import Glibc
import JSON

/// The journals of all runs, in the folder `runs` of the state folder; one file each.
package struct RunStore: Sendable {
  private let folder: StateFolder

  package init(in folder: StateFolder) { self.folder = folder }

  private static let name = "runs"
  /// So many runs are kept.
  static let most = 50
  /// One that is not finished is kept for so many seconds, however many there are: 30 days.
  static let shortest = 30 * 86_400
  private static let headerLimit = 64 << 20

  private var path: String { "\(folder.path)/\(Self.name)" }

  // MARK: One run

  /// Begins the journal of a run, and removes old ones.
  ///
  /// - Parameter tokens: what must not get into it.
  package func begin(
    _ header: RunHeader, without tokens: [Token]
  ) throws(UnusableRun) -> RunJournal {
    do throws(FileError) {
      _ = try StateFolder(making: folder.path).folder(Self.name)
    } catch {
      throw .file(error)
    }
    let id = RecordName(at: header.begun).text
    let path = "\(path)/\(id)"
    let lock = try Self.lock(path)
    var header = header
    var json = header.json
    let clean = tokens.reduce(json) { $1.without(in: $0).value }
    if clean != json {
      header.isWithheld = true
      json = tokens.reduce(header.json) { $1.without(in: $0).value }
    }
    let file = Glibc.open(
      path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .file(FileError(path)) }
    let text = json.printed() + "\n"
    guard FileBytes.writeAll(text, to: file), fsync(file) == 0 else {
      let error = FileError(path)
      close(file)
      unlink(path)
      throw .file(error)
    }
    AtomicFile.syncFolder(of: path)
    var scan = RunScan()
    scan.add([], length: text.utf8.count - 1, offset: 0)
    prune(at: header.begun)
    return RunJournal(
      id, header, at: path, file: file, lock: lock, scan: scan, without: tokens)
  }

  /// Opens the journal of a run to go on with it.
  ///
  /// A line that a crash has torn is taken away.
  package func open(_ id: String, without tokens: [Token]) throws(UnusableRun) -> RunJournal {
    guard RecordName(id) != nil, !id.contains("/") else { throw .noRun }
    let path = "\(path)/\(id)"
    guard AtomicFile.isThere(path) else { throw .file(FileError(path, code: ENOENT)) }
    let lock = try Self.lock(path)
    do throws(UnusableRun) {
      let header = try Self.header(path)
      guard !header.isWithheld else {
        throw .work("It held a token, which is not kept.")
      }
      let file = Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else { throw .file(FileError(path)) }
      let scan = try Self.scan(file, path)
      guard ftruncate(file, off_t(scan.soundLength)) == 0 else {
        let error = FileError(path)
        close(file)
        throw .file(error)
      }
      return RunJournal(
        id, header, at: path, file: file, lock: lock, scan: scan, without: tokens)
    } catch {
      lock.release()
      throw error
    }
  }

  /// Removes the journal of a run that nobody works on.
  package func remove(_ id: String) throws(UnusableRun) {
    guard RecordName(id) != nil, !id.contains("/") else { throw .noRun }
    let path = "\(path)/\(id)"
    let lock = try Self.lock(path)
    defer { lock.release() }
    guard unlink(path) == 0 || errno == ENOENT else { throw .file(FileError(path)) }
    AtomicFile.syncFolder(of: path)
  }

  private static func lock(_ path: String) throws(UnusableRun) -> DraftLock {
    do throws(DraftLock.Refusal) {
      return try DraftLock(.file(path: path), at: path + DraftStore.lockSuffix)
    } catch {
      switch error {
      case .held(let process): throw .isUnderWay(process: process)
      case .failed(let error): throw .file(error)
      }
    }
  }

  private static func header(_ path: String) throws(UnusableRun) -> RunHeader {
    let line: [UInt8]
    do throws(FileError) {
      line = try DraftFile.firstLine(of: path, limit: headerLimit)
    } catch {
      throw .file(error)
    }
    return try RunHeader(line: line)
  }

  private static func scan(_ file: Int32, _ path: String) throws(UnusableRun) -> RunScan {
    do throws(FileBytes.ReadError) {
      return try RunScan(file)
    } catch {
      close(file)
      if case .system(let code) = error { throw .file(FileError(path, code: code)) }
      throw .noRun
    }
  }

  // MARK: All runs

  /// A run in the list of runs.
  package struct Entry: Sendable {
    /// What the journal is opened by.
    package let id: String
    /// By the name of the file where its header cannot be read.
    package let begun: DraftTime
    /// What it says about itself, or why it cannot be read.
    package let header: Result<RunHeader, UnusableRun>
    /// How many calendars are planned.
    package let count: Int
    /// How many of them have ended for good.
    package let done: Int
    /// How many ended last with each kind of outcome.
    package let counts: [BatchOutcome.Kind: Int]
    /// Whether a program works on it now.
    package let isUnderWay: Bool

    package var left: Int { count - done }
  }

  /// All runs, the newest first.
  package func list() -> [Entry] {
    names.map { name in
      let file = "\(path)/\(name.text)"
      let header = Result { () throws(UnusableRun) in try Self.header(file) }
      let scan = (try? header.get()).flatMap { _ in Self.scan(file) }
      return Entry(
        id: name.text, begun: (try? header.get())?.begun ?? name.begun, header: header,
        count: scan?.calendars.count ?? 0, done: scan?.done ?? 0,
        counts: scan?.counts ?? [:],
        isUnderWay: DraftLock.isHeld(at: file + DraftStore.lockSuffix))
    }
  }

  private var names: [RecordName] {
    FolderListing.names(in: path).compactMap { RecordName($0) }.sorted(by: >)
  }

  private static func scan(_ path: String) -> RunScan? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return try? RunScan(file)
  }

  /// Removes the runs that are older than is promised.
  private func prune(at now: DraftTime) {
    for name in names.dropFirst(Self.most) {
      let file = "\(path)/\(name.text)"
      if name.begun.seconds >= now.seconds - Self.shortest {
        guard let scan = Self.scan(file), scan.done == scan.calendars.count else { continue }
      }
      try? remove(name.text)
    }
  }
}
