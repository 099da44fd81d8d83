import CalendarModel
import Editor
import State

/// Keeps the draft of one calendar on disk while it is edited.
///
/// The second editor of a calendar keeps none as long as the first is there; then it takes over.
struct DraftKeeper {
  private let store: DraftStore
  private let source: DraftSource
  private let report: @Sendable (FileFailure?) -> Void
  /// The right to write, and who writes; nil while another caledit has it.
  private var own: (lock: DraftLock, writer: DraftWriter)?
  private var timer = DraftTimer()
  private var seenRevision: DraftRevision?
  private var hasDraft = false
  /// When what could not be written is tried again.
  private var nextTry: ContinuousClock.Instant?
  private static let pause = Duration.seconds(3)
  /// Whether drafts are written.
  var isWriting: Bool { own != nil }
  /// What a person is to be told about drafts at the start; nil for nothing.
  private(set) var notice: String?

  /// - Parameter report: told when the draft cannot be written, and with nil when it can again.
  init(
    source: DraftSource, in folder: StateFolder,
    report: @escaping @Sendable (FileFailure?) -> Void
  ) throws(FileError) {
    self.source = source
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
    own = (lock, DraftWriter(store: store, lock: lock) { report($0.map { FileFailure($0) }) })
  }

  /// What an earlier session has left.
  enum Finding {
    case nothing
    case draft(DocumentDraft, age: String)
    /// It cannot be used, and is kept aside or where it was.
    case unusable(why: String, path: String)
  }

  /// Looks for a draft, once the calendar is there.
  mutating func find() -> Finding {
    guard let lock = own?.lock else { return .nothing }
    switch store.find(source) {
    case .nothing: return .nothing
    case .draft(let stored):
      hasDraft = true
      return .draft(stored.draft, age: stored.header.written.age(at: .now))
    case .unusable(let problem, let path):
      return .unusable(
        why: problem.message, path: (try? store.setAside(under: lock)) ?? path)
    }
  }

  // MARK: While it is edited

  /// When the next draft is due; nil, and no reason to wake up, when all is written.
  var deadline: ContinuousClock.Instant? { [timer.deadline, nextTry].compactMap { $0 }.min() }

  /// Notes the state after every turn of the main loop.
  mutating func note(_ model: Model) {
    guard model.draftRevision != seenRevision else { return }
    seenRevision = model.draftRevision
    if !model.isDraftUndecided { timer.noteChange() }
  }

  /// Writes the draft if it is due.
  mutating func writeIfDue(_ model: Model) {
    if timer.takeDue() { hand(over: model) }
    guard let moment = nextTry, moment <= .now else { return }
    nextTry = moment + Self.pause
    if let writer = own?.writer { writer.tryAgain() } else { hand(over: model) }
  }

  /// Notes whether writing fails: as long as it does, it is tried every now and then.
  mutating func note(isFailing: Bool) {
    if isWriting { nextTry = isFailing ? .now + Self.pause : nil }
  }

  /// Writes the draft now, and waits until it is on disk: before a save, before the terminal is given
  /// away, and at the end.
  ///
  /// - Returns: whether nothing is left that should be on disk.
  @discardableResult
  mutating func flush(_ model: Model) -> Bool {
    // What has just been done may have come with the key that leads here.
    note(model)
    if timer.deadline != nil { hand(over: model) }
    timer.reset()
    guard let own else { return model.draft == nil }
    return own.writer.flush() == nil
  }

  /// Brings the draft to its last state when the program ends: written with the cursor where it is,
  /// or removed.
  ///
  /// - Parameter keepsDraft: whether the next start offers the work.
  /// - Returns: whether nothing is left that should be on disk.
  @discardableResult
  mutating func end(_ model: Model, keepsDraft: Bool) -> Bool {
    if keepsDraft {
      if hasDraft { timer.noteChange() }
      return flush(model)
    }
    // The edits that came with the keys of the quit are given up as well.
    seenRevision = model.draftRevision
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

  private mutating func hand(over model: Model) {
    guard !model.isDraftUndecided else { return }
    if let draft = model.draft {
      if own == nil { takeOver() }
      guard let writer = own?.writer else { return }
      hasDraft = true
      writer.save(draft)
    } else {
      if own == nil { nextTry = nil }
      if hasDraft { discard() }
    }
  }

  /// Takes the right to write when the other editor has gone, unless it has left a draft itself.
  private mutating func takeOver() {
    guard let lock = try? store.lock(source) else {
      nextTry = .now + Self.pause
      return
    }
    guard case .nothing = store.find(source) else {
      nextTry = nil
      report(FileFailure(path: "", reason: "another caledit has left one"))
      return
    }
    begin(lock)
    nextTry = nil
    report(nil)
  }

  /// Removes the draft: the work is saved, or given up.
  mutating func discard() {
    timer.reset()
    guard hasDraft else { return }
    hasDraft = false
    own?.writer.remove()
  }

  // MARK: A text in another program

  /// Notes that a text is in an editor, in a file; nil when it has come back.
  func noteEditing(_ file: String?) {
    if let lock = own?.lock { try? store.noteEditing(file, under: lock) }
  }

  /// The file of a text that was in an editor when an earlier session ended.
  func takeLeftEditing() -> String? { own.flatMap { store.takeLeftEditing(under: $0.lock) } }
}

extension FileFailure {
  init(_ error: FileError) { self.init(path: error.path, reason: error.reason) }

  fileprivate init(_ refusal: DraftLock.Refusal) {
    switch refusal {
    case .held: self.init(path: "", reason: "another caledit has it")
    case .failed(let error): self.init(error)
    }
  }
}
