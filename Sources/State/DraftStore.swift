import CalendarAPI
import CalendarModel
import Glibc
import JSON

/// The drafts of all calendars, one file each, in the folder `drafts` of the state folder.
///
/// The token never gets here: a draft that holds it is not written. A file that cannot be read, or
/// holds another draft than its name says, is renamed; the store never overwrites or removes it. That
/// of a newer version of the program stays as it is.
package struct DraftStore: Sendable {
  package let path: String
  private let folder: StateFolder
  private let program: String

  /// - Parameter program: the version of the program, for the headers of the drafts.
  package init(in folder: StateFolder, program: String) throws(FileError) {
    path = try folder.folder("drafts")
    self.folder = folder
    self.program = program
  }

  func path(of source: DraftSource) -> String { path + "/" + source.fileName }

  /// Takes the right to write the draft of a calendar, and removes the temporary files of a crash.
  package func lock(_ source: DraftSource) throws(DraftLock.Refusal) -> DraftLock {
    let lock = try DraftLock(source, at: path(of: source) + Self.lockSuffix)
    for name in FolderListing.names(in: path)
    where AtomicFile.isTemporary(name, of: source.fileName) {
      unlink(path + "/" + name)
    }
    return lock
  }

  static let lockSuffix = ".lock"

  // MARK: One draft

  /// What the store holds for a calendar.
  package enum Finding: Sendable {
    case nothing
    case draft(StoredDraft)
    /// A file that is not a usable draft; who has the lock can rename it.
    case unusable(UnusableDraft, path: String)
  }

  /// Looks for the draft of a calendar.
  package func find(_ source: DraftSource) -> Finding {
    let path = path(of: source)
    do throws(UnusableDraft) {
      let (header, draft) = try StoredDraft.read(DraftFile.read(path))
      guard header.source == source else { throw .otherSource(header.source) }
      return .draft(StoredDraft(header: header, draft: try draft.get()))
    } catch {
      if case .file(let error) = error, error.code == ENOENT { return .nothing }
      return .unusable(error, path: path)
    }
  }

  /// Writes the draft of a calendar, and makes sure that it is on disk.
  ///
  /// Where the file is the one that this lock's owner wrote, what is new is added to it; else the
  /// whole draft takes its place. A file there that cannot be read is renamed first.
  /// - Parameter token: what must not get into the file.
  /// - Throws: where the draft holds the token, or a newer program wrote what is there; the file stays
  ///   as it is then.
  package func write(
    _ draft: DocumentDraft, under lock: DraftLock, without token: Token? = nil,
    at time: DraftTime = .now
  ) throws(FileError) {
    try lock.checkIsHeld()
    if try !add(draft, under: lock, without: token, at: time) {
      try writeWhole(draft, under: lock, without: token, at: time)
    }
  }

  private func writeWhole(
    _ draft: DocumentDraft, under lock: DraftLock, without token: Token?, at time: DraftTime
  ) throws(FileError) {
    let path = path(of: lock.source)
    if let token, let place = draft.place(of: token) {
      throw FileError(path, "\(place) the token")
    }
    try makeWay(lock)
    func made(of draft: DocumentDraft) -> (document: JSONValue, text: String) {
      let header = DraftHeader(draft, source: lock.source, written: time, program: program)
      let document = draft.json()
      return (document, StoredDraft(header: header, draft: draft).text(of: document))
    }
    var (document, text) = made(of: draft)
    let hasSteps = token.map { $0.without(in: text) == text } ?? true
    if let token, !hasSteps {
      // It was there once: the steps that lead over it are given up.
      (document, text) = made(of: draft.withoutSteps)
      guard token.without(in: text) == text else {
        throw FileError(path, "the calendar holds the token")
      }
    }
    do throws(FileError) {
      try AtomicFile.write(text, to: path, mode: 0o600)
    } catch  where error.code == ENOENT {
      // The folder was removed meanwhile.
      _ = try StateFolder(making: folder.path).folder("drafts")
      try AtomicFile.write(text, to: path, mode: 0o600)
    }
    let written = FileIdentity(at: path).map { file in
      WrittenDraft(
        file: file,
        journal: hasSteps ? DraftJournal(behind: text, of: draft, written: document) : nil)
    }
    lock.written.withLock { $0 = written }
  }

  /// Adds what is new to the file.
  ///
  /// - Returns: false where the whole draft has to be written.
  private func add(
    _ draft: DocumentDraft, under lock: DraftLock, without token: Token?, at time: DraftTime
  ) throws(FileError) -> Bool {
    guard let written = lock.written.withLock({ $0 }),
      let (line, journal) = written.journal?.adding(draft, at: time),
      token?.without(in: line) ?? line == line
    else { return false }
    do throws(GrowingFile.Failure) {
      let file = try GrowingFile.add(line, to: path(of: lock.source), knownAs: written.file)
      lock.written.withLock { $0 = WrittenDraft(file: file, journal: journal) }
      return true
    } catch {
      switch error {
      case .isAnother: return false
      case .failed(let error, let left):
        // What was torn is taken away again, so that the next try may add as well.
        lock.written.withLock { known in
          known = left.map { WrittenDraft(file: $0, journal: written.journal) }
        }
        throw error
      }
    }
  }

  /// Removes the draft of a calendar; a file that cannot be read is renamed instead.
  package func remove(under lock: DraftLock) throws(FileError) {
    try makeWay(lock)
    let path = path(of: lock.source)
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path) }
    lock.written.withLock { $0 = nil }
    AtomicFile.syncFolder(of: path)
  }

  /// Renames the file in the place of the draft, unless it is a draft that can be recovered.
  ///
  /// - Throws: for the draft of a newer program, which can recover it.
  private func makeWay(_ lock: DraftLock) throws(FileError) {
    try lock.checkIsHeld()
    let known = lock.written.withLock { $0?.file }
    if known != nil, known == FileIdentity(at: path(of: lock.source)) { return }
    guard case .unusable(let problem, let path) = find(lock.source) else { return }
    if problem.isOfNewerVersion { throw FileError(path, Self.newerDraft) }
    _ = try setAside(under: lock)
  }

  /// Renames the file in the place of the draft to `….unreadable-1`, or the next free number.
  ///
  /// - Returns: the new path.
  @discardableResult
  package func setAside(under lock: DraftLock) throws(FileError) -> String {
    let path = path(of: lock.source)
    for number in 1...9999 {
      let target = path + Self.asideMark + "\(number)"
      if FileIdentity(at: target) != nil { continue }
      guard rename(path, target) == 0 else { throw FileError(path) }
      AtomicFile.syncFolder(of: path)
      return target
    }
    throw FileError(path, "there are too many unreadable drafts beside it")
  }

  static let asideMark = ".unreadable-"
  /// Why a draft is not written in the place of one that a newer program has left.
  package static let newerDraft = "a newer caledit left a draft"

  // MARK: A text in another program

  private static let editingSuffix = ".editing"

  /// Notes the file of a text that is open in an external editor, which may outlive this program.
  ///
  /// - Parameter file: its path; nil when the editor has ended.
  package func noteEditing(_ file: String?, under lock: DraftLock) throws(FileError) {
    let path = path(of: lock.source) + Self.editingSuffix
    if let file {
      try AtomicFile.write(file, to: path, mode: 0o600)
    } else if unlink(path) != 0, errno != ENOENT {
      throw FileError(path)
    }
  }

  /// The file of a text that was open in an external editor when an earlier session ended, if it
  /// still exists.
  ///
  /// Only the first call returns it.
  package func takeLeftEditing(under lock: DraftLock) -> String? {
    let path = path(of: lock.source) + Self.editingSuffix
    guard let bytes = try? DraftFile.read(path, limit: 1 << 16) else { return nil }
    try? noteEditing(nil, under: lock)
    let file = String(decoding: bytes, as: UTF8.self)
    return AtomicFile.isThere(file) ? file : nil
  }

  // MARK: All drafts

  /// All drafts, the newest first, and the unreadable files that were renamed.
  package func list() -> [DraftEntry] {
    FolderListing.names(in: path)
      .filter { $0.hasSuffix(".json") || $0.contains(".json" + Self.asideMark) }
      .compactMap { DraftEntry(name: $0, in: path) }
      .sorted { ($1.time, $0.name) < ($0.time, $1.name) }
  }

  /// The ids of the calendars at an address of which a draft can be recovered.
  package func calendars(at base: BaseURL) -> Set<String> {
    Set(
      list().compactMap { entry in
        guard entry.problem == nil, !entry.isSetAside,
          case .service(base, let id)? = entry.header?.source
        else { return nil }
        return id
      })
  }

  /// Reads the draft of an entry.
  package static func read(_ entry: DraftEntry) throws(UnusableDraft) -> DocumentDraft {
    try StoredDraft.read(DraftFile.read(entry.path)).draft.get()
  }

  /// Deletes the file that the user chose, readable or not.
  ///
  /// - Throws: a refusal when it is being edited.
  package static func delete(_ entry: DraftEntry) throws(DraftLock.Refusal) {
    let lock = entry.folder + "/" + entry.draftName + lockSuffix
    // An unreadable file has no source, so the lock gets the path in its place.
    let held = try DraftLock(.file(path: entry.path), at: lock)
    defer { held.release() }
    guard unlink(entry.path) == 0 || errno == ENOENT else { throw .failed(FileError(entry.path)) }
    AtomicFile.syncFolder(of: entry.path)
  }
}
