import CalendarModel
import Drafts
import Editor

/// Keeps the draft of one calendar on disk while it is edited.
struct DraftKeeper {
  private let store: DraftStore
  private let source: DraftSource
  private let lock: DraftLock?
  private let writer: DraftWriter?
  private var timer = DraftTimer()
  private var seenRevision: DraftRevision?
  private var hasDraft = false
  /// When what could not be written is tried again.
  private var nextTry: ContinuousClock.Instant?
  private static let pause = Duration.seconds(3)
  /// Whether drafts are written; not by the second editor of a calendar.
  var isWriting: Bool { writer != nil }
  /// What a person is to be told about drafts at the start; nil for nothing.
  let notice: String?

  /// - Parameter report: told when the draft cannot be written, and with nil when it can again.
  init(
    source: DraftSource, in folder: StateFolder,
    report: @escaping @Sendable (String?) -> Void
  ) throws(FileError) {
    self.source = source
    store = try DraftStore(in: folder, program: Caledit.version)
    do throws(DraftLock.Refusal) {
      let lock = try store.lock(source)
      self.lock = lock
      writer = DraftWriter(store: store, lock: lock) { error in report(error?.message) }
      notice = nil
    } catch {
      lock = nil
      writer = nil
      notice = "\(error.message) This one keeps no draft."
    }
  }

  /// What an earlier session has left.
  enum Finding {
    case nothing
    case draft(DocumentDraft, age: String)
    /// It cannot be used, and is kept aside; in words.
    case setAside(String)
  }

  /// Looks for a draft, once the calendar is there.
  mutating func find() -> Finding {
    guard let lock else { return .nothing }
    switch store.find(source) {
    case .nothing: return .nothing
    case .draft(let stored):
      hasDraft = true
      return .draft(stored.draft, age: stored.header.written.age(at: .now))
    case .unusable(let problem, let path):
      do {
        let kept = try store.setAside(under: lock)
        return .setAside("A draft cannot be used (\(problem.message)); it is kept as \(kept).")
      } catch {
        return .setAside("A draft cannot be used (\(problem.message)): \(path).")
      }
    }
  }

  // MARK: While it is edited

  /// When the next draft is due; nil, and no reason to wake up, when all is written.
  var deadline: ContinuousClock.Instant? { [timer.deadline, nextTry].compactMap { $0 }.min() }

  /// Notes the state after every turn of the main loop.
  mutating func note(_ model: Model) {
    guard writer != nil, model.draftRevision != seenRevision else { return }
    seenRevision = model.draftRevision
    if !model.isDraftUndecided { timer.noteChange() }
  }

  /// Writes the draft if it is due.
  mutating func writeIfDue(_ model: Model) {
    if timer.takeDue() { hand(over: model) }
    guard let moment = nextTry, moment <= .now else { return }
    nextTry = moment + Self.pause
    writer?.tryAgain()
  }

  /// Notes whether writing fails: as long as it does, it is tried every now and then.
  mutating func note(isFailing: Bool) { nextTry = isFailing ? .now + Self.pause : nil }

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
    return writer?.flush() == nil
  }

  /// Writes the draft a last time, with the cursor where it is.
  ///
  /// - Returns: whether nothing is left that should be on disk.
  @discardableResult
  mutating func end(_ model: Model) -> Bool {
    if hasDraft { timer.noteChange() }
    return flush(model)
  }

  private mutating func hand(over model: Model) {
    guard !model.isDraftUndecided else { return }
    if let draft = model.draft {
      hasDraft = true
      writer?.save(draft)
    } else if hasDraft {
      discard()
    }
  }

  /// Removes the draft: the work is saved, or given up.
  mutating func discard() {
    timer.reset()
    guard hasDraft else { return }
    hasDraft = false
    writer?.remove()
  }
}
