import CalendarModel
import Glibc
import Synchronization

/// Writes drafts beside everything else, so that a slow disk never stops the typing.
///
/// There is at most one write under way, and after it the newest draft is written; those between are
/// skipped. What could not be written is tried again with the next one, or by ``flush()``.
package final class DraftWriter: Sendable {
  private let core: Core

  /// - Parameter report: told when writing begins to fail, or fails for another reason, and with nil
  ///   when it goes on; from any thread, and must not call the writer.
  package init(
    store: DraftStore, lock: DraftLock, report: @escaping @Sendable (FileError?) -> Void
  ) {
    core = Core(
      perform: { task throws(FileError) in
        switch task {
        case .write(let draft): try store.write(draft, under: lock)
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

  deinit { core.end() }

  /// What is done to the file.
  enum Task: Sendable {
    case write(DocumentDraft)
    case remove
  }

  /// Writes a draft soon; returns at once.
  package func save(_ draft: DocumentDraft) { core.add(.write(draft)) }

  /// Removes the draft soon; returns at once.
  package func remove() { core.add(.remove) }

  /// Does soon what could not be done before, if there is anything; returns at once.
  package func tryAgain() { core.wake() }

  /// Waits until what was asked for last is on disk.
  ///
  /// - Returns: why it is not.
  @discardableResult
  package func flush() -> FileError? { core.performNewest() }
}

extension DraftWriter {
  /// What the writer and its thread share.
  fileprivate final class Core: Sendable {
    private struct State {
      var newest: Task?
      var hasThread = false
      var isWoken = false
      var isEnding = false
    }

    private let state = Mutex(State())
    /// Held while the disk is worked on; what was reported last.
    private let disk = Mutex<FileError?>(nil)
    private let perform: @Sendable (Task) throws(FileError) -> Void
    private let report: @Sendable (FileError?) -> Void
    private let pipe = ThreadPipe()

    init(
      perform: @escaping @Sendable (Task) throws(FileError) -> Void,
      report: @escaping @Sendable (FileError?) -> Void
    ) {
      self.perform = perform
      self.report = report
    }

    func add(_ task: Task) {
      let (needsThread, needsWaking) = state.withLock { state in
        defer { (state.hasThread, state.isWoken) = (true, true) }
        state.newest = task
        return (!state.hasThread, !state.isWoken)
      }
      if needsThread, !BackgroundThread.start({ self.run() }) {
        // Without a thread it is done here and now.
        state.withLock { ($0.hasThread, $0.isWoken) = (false, false) }
        performNewest()
      } else if needsWaking {
        pipe.wake()
      }
    }

    func wake() {
      let (hasThread, needsWaking) = state.withLock { state in
        defer { state.isWoken = state.isWoken || state.hasThread }
        return (state.hasThread, !state.isWoken)
      }
      if hasThread, needsWaking {
        pipe.wake()
      } else if !hasThread {
        performNewest()
      }
    }

    func end() {
      state.withLock { $0.isEnding = true }
      pipe.wake()
    }

    private func run() {
      while pipe.wait() {
        let isEnding = state.withLock { state in
          state.isWoken = false
          return state.isEnding
        }
        performNewest()
        if isEnding { return }
      }
    }

    /// Does what was asked for last, after what is under way.
    @discardableResult
    func performNewest() -> FileError? {
      disk.withLock { reported -> FileError? in
        guard let task = state.withLock({ $0.newest.take() }) else { return nil }
        var failure: FileError?
        do throws(FileError) {
          try perform(task)
        } catch {
          failure = error
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
