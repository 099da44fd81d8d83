import CalendarAPI
import CalendarModel
import Glibc
import Synchronization

/// Writes drafts on a thread of its own, so that a slow disk never stops the typing.
///
/// At most one write is under way. When it ends, the writer writes the newest draft and skips those
/// in between. A draft that could not be written stays the newest until another one is saved.
package final class DraftWriter: Sendable {
  private let core: Core

  /// - Parameters:
  ///   - secret: what no draft may hold when it is written; called on any thread.
  ///   - report: gets the error when writing begins to fail or fails for another reason, and nil when
  ///     it works again. It is called on any thread and must not call the writer.
  package convenience init(
    store: DraftStore, lock: DraftLock, without secret: @escaping @Sendable () -> Token? = { nil },
    report: @escaping @Sendable (FileError?) -> Void
  ) {
    self.init(
      perform: { task throws(FileError) in
        switch task {
        case .write(let draft): try store.write(draft, under: lock, without: secret())
        case .remove: try store.remove(under: lock)
        }
      }, report: report)
  }

  init(
    perform: @escaping @Sendable (Task) throws(FileError) -> Void,
    report: @escaping @Sendable (FileError?) -> Void
  ) {
    core = Core(perform: perform, report: report)
  }

  deinit { core.end()?.detach() }

  /// What the writer does to the file.
  enum Task: Sendable {
    case write(DocumentDraft)
    case remove
  }

  /// Writes a draft soon; returns at once.
  package func save(_ draft: DocumentDraft) { core.add(.write(draft)) }

  /// Removes the draft soon; returns at once.
  package func remove() { core.add(.remove) }

  /// Repeats soon what failed, if anything did; returns at once.
  package func tryAgain() { core.wake() }

  /// Waits until the newest draft is on disk, or removed.
  ///
  /// - Returns: the error when that failed.
  @discardableResult
  package func flush() -> FileError? { core.performNewest() }

  /// Waits until the newest draft is on disk, and until the thread has ended.
  ///
  /// The writer ignores everything after that, and holds nothing on to the lock any more.
  /// - Returns: the error when the draft could not be written.
  @discardableResult
  package func close() -> FileError? {
    let failure = core.performNewest()
    core.end()?.join()
    return failure
  }
}

extension DraftWriter {
  /// What the writer and its thread share.
  fileprivate final class Core: Sendable {
    private struct State {
      var newest: Task?
      var thread: BackgroundThread?
      var isWoken = false
      var isEnding = false
    }

    private let state = Mutex(State())
    /// Held while the disk is worked on; the failure that was reported last.
    private let disk = Mutex<FileError?>(nil)
    private let perform: @Sendable (Task) throws(FileError) -> Void
    private let report: @Sendable (FileError?) -> Void
    /// Nil when the process can open no more files: everything is done at once then.
    private let pipe = ThreadPipe()

    init(
      perform: @escaping @Sendable (Task) throws(FileError) -> Void,
      report: @escaping @Sendable (FileError?) -> Void
    ) {
      self.perform = perform
      self.report = report
    }

    func add(_ task: Task) {
      let isOpen = state.withLock { state in
        if !state.isEnding { state.newest = task }
        return !state.isEnding
      }
      if isOpen { wake(startingThread: true) }
    }

    func wake() { wake(startingThread: false) }

    private func wake(startingThread: Bool) {
      guard let pipe else {
        performNewest()
        return
      }
      let (hasThread, needsWaking) = state.withLock { state in
        if state.isEnding { return (true, false) }
        if state.thread == nil, startingThread {
          state.thread = BackgroundThread { self.run(pipe) }
        }
        guard state.thread != nil else { return (false, false) }
        defer { state.isWoken = true }
        return (true, !state.isWoken)
      }
      if needsWaking { pipe.wake() }
      // The system may refuse another thread.
      if !hasThread { performNewest() }
    }

    /// Ends the thread once it has done what is left.
    ///
    /// - Returns: the thread, to be waited for or left alone; nil when there is none, or no longer.
    func end() -> BackgroundThread? {
      let thread = state.withLock { state in
        state.isEnding = true
        return state.thread.take()
      }
      if thread != nil { pipe?.wake() }
      return thread
    }

    private func run(_ pipe: ThreadPipe) {
      while true {
        pipe.wait()
        let isEnding = state.withLock { state in
          state.isWoken = false
          return state.isEnding
        }
        performNewest()
        if isEnding { return }
      }
    }

    /// Does the newest task, after the one that is under way.
    @discardableResult
    func performNewest() -> FileError? {
      disk.withLock { reported -> FileError? in
        guard let task = state.withLock({ $0.newest.take() }) else { return nil }
        var failure: FileError?
        do throws(FileError) {
          try perform(task)
        } catch {
          failure = error
          // A task that came meanwhile is newer than the one that failed.
          state.withLock { state in
            if state.newest == nil { state.newest = task }
          }
        }
        if failure != reported { report(failure) }
        reported = failure
        return failure
      }
    }
  }
}
