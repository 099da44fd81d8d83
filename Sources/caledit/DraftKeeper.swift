import CalendarAPI
import CalendarModel
import Editor
import State
import Terminal

/// Keeps the draft of one calendar on disk while it is edited.
///
/// While another caledit edits the same calendar, the second one keeps no draft. It takes over when
/// the first one ends.
struct DraftKeeper {
  private let store: DraftStore
  private let source: DraftSource
  private let secret: @Sendable () -> Token?
  private let report: @Sendable (FileFailure?) -> Void
  /// The lock and the writer; nil while another caledit has the lock.
  private var own: (lock: DraftLock, writer: DraftWriter)?
  private var timer = DraftTimer()
  private var seenRevision: DraftRevision?
  private var hasDraft = false
  /// Whether a newer caledit has left a draft, so that this session writes none.
  private var isBarred = false
  /// When a failed write is repeated.
  private var nextTry: ContinuousClock.Instant?
  private static let pause = Duration.seconds(3)
  /// Whether drafts are written.
  var isWriting: Bool { own != nil }
  /// What the user has to know about drafts at the start; nil for nothing.
  private(set) var notice: String?

  /// - Parameters:
  ///   - secret: what no draft may hold; called on any thread.
  ///   - report: gets the reason when the draft cannot be written, and nil when it can again.
  init(
    source: DraftSource, in folder: StateFolder, without secret: @escaping @Sendable () -> Token?,
    report: @escaping @Sendable (FileFailure?) -> Void
  ) throws(FileError) {
    self.source = source
    self.secret = secret
    self.report = report
    store = try DraftStore(in: folder, program: Caledit.version)
    do throws(DraftLock.Refusal) {
      begin(try store.lock(source))
    } catch {
      notice = "\(error.message) This one keeps no draft."
      report(FileFailure(error))
    }
  }

  private mutating func begin(_ lock: DraftLock) {
    let report = report
    own = (
      lock,
      DraftWriter(store: store, lock: lock, without: secret) { report($0.map { FileFailure($0) }) }
    )
  }

  /// The draft that an earlier session has left.
  enum Finding {
    case nothing
    case draft(DocumentDraft, age: String)
    /// It cannot be used. It is renamed, or where that fails left in its place.
    case unusable(why: String, path: String)
    /// A newer caledit has left it; it stays, and this session writes none.
    case newer(why: String, path: String)
  }

  /// Looks for a draft, once the calendar is there.
  mutating func find() -> Finding {
    guard let lock = own?.lock else { return .nothing }
    switch store.find(source) {
    case .nothing: return .nothing
    case .draft(let stored):
      hasDraft = true
      return .draft(stored.draft, age: stored.header.written.age(at: .now))
    case .unusable(let problem, let path) where problem.isOfNewerVersion:
      close()
      isBarred = true
      report(FileFailure(path: path, reason: DraftStore.newerDraft))
      return .newer(why: problem.message, path: path)
    case .unusable(let problem, let path):
      return .unusable(
        why: problem.message, path: (try? store.setAside(under: lock)) ?? path)
    }
  }

  // MARK: While it is edited

  /// When the next draft is due; nil when everything is written.
  var deadline: ContinuousClock.Instant? {
    Deadline.earlier(timer.deadline, nextTry)
  }

  /// Notes the state after every turn of the main loop.
  mutating func note(_ calendar: CalendarEditor) {
    guard calendar.draftRevision != seenRevision else { return }
    seenRevision = calendar.draftRevision
    if !calendar.draftStatus.isUndecided { timer.noteChange() }
  }

  /// Writes the draft if it is due.
  mutating func writeIfDue(_ calendar: CalendarEditor) {
    if timer.takeDue() { hand(over: calendar) }
    guard let moment = nextTry, moment <= .now else { return }
    nextTry = Repetition.next(after: moment, every: Self.pause)
    if let writer = own?.writer { writer.tryAgain() } else { hand(over: calendar) }
  }

  /// Notes whether writing fails.
  ///
  /// As long as it does, it is repeated every few seconds.
  mutating func note(isFailing: Bool) {
    if isWriting { nextTry = isFailing ? .now + Self.pause : nil }
  }

  /// Writes the draft now and waits until it is on disk: before a save, before another program gets
  /// the terminal, and at the end.
  ///
  /// - Returns: whether nothing is left that should be on disk.
  @discardableResult
  mutating func flush(_ calendar: CalendarEditor) -> Bool {
    // An edit may have come in one piece with the key that leads here.
    note(calendar)
    if timer.deadline != nil { hand(over: calendar) }
    timer.reset()
    guard let own else { return calendar.draft == nil }
    return own.writer.flush() == nil
  }

  /// Brings the draft to its last state when the program ends: written with the cursor where it is,
  /// or removed.
  ///
  /// - Parameter keepsDraft: whether the next start offers the work.
  /// - Returns: whether nothing is left that should be on disk.
  @discardableResult
  mutating func end(_ calendar: CalendarEditor, keepsDraft: Bool) -> Bool {
    if keepsDraft {
      if hasDraft { timer.noteChange() }
      return flush(calendar)
    }
    // The edits that came with the keys of the quit are given up as well.
    seenRevision = calendar.draftRevision
    discard()
    return own?.writer.flush() == nil
  }

  /// Ends the writing for good and gives the lock back, so that no file of it is left.
  mutating func close() {
    guard let own else { return }
    own.writer.close()
    own.lock.release()
    self.own = nil
  }

  private mutating func hand(over calendar: CalendarEditor) {
    guard !calendar.draftStatus.isUndecided, !isBarred else { return }
    if let draft = calendar.draft {
      if own == nil { takeOver() }
      guard let writer = own?.writer else { return }
      hasDraft = true
      writer.save(draft)
    } else {
      if own == nil { nextTry = nil }
      if hasDraft { discard() }
    }
  }

  /// Takes the lock when the other caledit has ended, unless that has left a draft of its own.
  private mutating func takeOver() {
    guard let lock = try? store.lock(source) else {
      nextTry = .now + Self.pause
      return
    }
    guard case .nothing = store.find(source) else {
      nextTry = nil
      report(FileFailure(path: "", reason: "there is another draft"))
      return
    }
    begin(lock)
    nextTry = nil
    report(nil)
  }

  /// Removes the draft, because the user has saved the work or given it up.
  mutating func discard() {
    timer.reset()
    guard hasDraft else { return }
    hasDraft = false
    own?.writer.remove()
  }

  // MARK: A text in another program

  /// Notes the file of a text that is open in an external editor; nil when the editor has ended.
  func noteEditing(_ file: String?) {
    if let lock = own?.lock { try? store.noteEditing(file, under: lock) }
  }

  /// The file of a text that was open in an external editor when an earlier session ended.
  func takeLeftEditing() -> String? { own.flatMap { store.takeLeftEditing(under: $0.lock) } }
}

extension FileFailure {
  init(_ error: FileError) { self.init(path: error.path, reason: error.reason) }

  fileprivate init(_ refusal: DraftLock.Refusal) {
    switch refusal {
    case .held: self.init(path: "", reason: "another caledit edits it")
    case .failed(let error): self.init(error)
    }
  }
}
