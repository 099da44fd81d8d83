import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Synchronization
import Testing

@testable import State

@Suite("Drafts are written beside the typing", .timeLimit(.minutes(240)))
struct DraftWriterTests {
  /// What a writer did and told.
  private final class Log: Sendable {
    let done = Mutex<[String]>([])
    let reports = Mutex<[FileError?]>([])
    let failure = Mutex<FileError?>(nil)
    /// Held to stop the disk.
    let disk = Mutex(())

    func perform(_ task: DraftWriter.Task) throws(FileError) {
      disk.withLock { _ in }
      if let failure = failure.withLock({ $0 }) { throw failure }
      done.withLock { done in
        switch task {
        case .write(let draft): done.append(draft.current[key: "name"]?.text ?? "")
        case .remove: done.append("removed")
        }
      }
    }

    func report(_ error: FileError?) { reports.withLock { $0.append(error) } }

    var writer: DraftWriter {
      DraftWriter(
        perform: { task throws(FileError) in try self.perform(task) },
        report: { self.report($0) })
    }
  }

  private func waits(for condition: () -> Bool) -> Bool {
    for _ in 0..<30_000 {
      if condition() { return true }
      usleep(2000)
    }
    return false
  }

  @Test func itWritesWithoutBeingAskedTwice() {
    let log = Log()
    let writer = log.writer
    writer.save(Drafts.named("A"))
    #expect(waits { log.done.withLock { $0 } == ["A"] })
    writer.save(Drafts.named("B"))
    #expect(waits { log.done.withLock { $0 } == ["A", "B"] })
    writer.remove()
    #expect(waits { log.done.withLock { $0 } == ["A", "B", "removed"] })
    #expect(log.reports.withLock { $0 }.isEmpty)
  }

  /// A slow disk gets the newest draft only, and nobody waits for it.
  @Test func itSkipsWhatIsOverhauled() {
    let log = Log()
    let writer = log.writer
    log.disk.withLock { _ in
      for count in 0..<500 { writer.save(Drafts.named("\(count)")) }
      #expect(log.done.withLock { $0 }.isEmpty)
    }
    #expect(writer.flush() == nil)
    let done = log.done.withLock { $0 }
    #expect(done.last == "499")
    #expect(done.count <= 3, "one that was under way, and the newest")
  }

  @Test func flushingWaitsForTheNewest() {
    let log = Log()
    let writer = log.writer
    for count in 0..<200 {
      writer.save(Drafts.named("\(count)"))
      #expect(writer.flush() == nil)
      #expect(log.done.withLock { $0.last } == "\(count)")
    }
    #expect(log.done.withLock { $0.count } == 200, "none is written twice")
  }

  @Test func aFailureIsToldOnceAndTriedAgain() {
    let log = Log()
    let writer = log.writer
    let full = FileError("/a", code: ENOSPC)
    log.failure.withLock { $0 = full }
    writer.save(Drafts.named("A"))
    #expect(writer.flush() == full)
    writer.save(Drafts.named("B"))
    #expect(writer.flush() == full)
    #expect(log.reports.withLock { $0 } == [full])
    #expect(full.message == "/a: No space left on device")
    log.failure.withLock { $0 = FileError("/a", code: EROFS) }
    #expect(writer.flush() == FileError("/a", code: EROFS))
    log.failure.withLock { $0 = nil }
    #expect(writer.flush() == nil, "the draft that failed is still the newest")
    #expect(log.done.withLock { $0 } == ["B"])
    #expect(log.reports.withLock { $0 } == [full, FileError("/a", code: EROFS), nil])
    #expect(writer.flush() == nil)
    #expect(log.done.withLock { $0 } == ["B"])
  }

  @Test func whatFailedIsTriedAgainWithoutANewDraft() {
    let log = Log()
    let writer = log.writer
    writer.tryAgain()
    let full = FileError("/a", code: ENOSPC)
    log.failure.withLock { $0 = full }
    writer.save(Drafts.named("A"))
    #expect(waits { log.reports.withLock { $0 } == [full] })
    writer.tryAgain()
    log.failure.withLock { $0 = nil }
    writer.tryAgain()
    #expect(waits { log.reports.withLock { $0 } == [full, nil] })
    #expect(log.done.withLock { $0 } == ["A"])
    writer.tryAgain()
    #expect(writer.flush() == nil)
    #expect(log.done.withLock { $0 } == ["A"], "what is written is not written again")
  }

  /// As in the program: through the store, onto a disk that cannot be written to.
  @Test func aFolderThatCannotBeWrittenIsTold() throws {
    let scratch = try Scratch()
    let log = Log()
    let writer = DraftWriter(
      store: scratch.store, lock: try scratch.store.lock(Drafts.live), report: { log.report($0) })
    writer.save(Drafts.named("A"))
    #expect(writer.flush() == nil)
    // Root may write to folders of any mode, so it is one that is not there.
    #expect(rename(scratch.store.path, scratch.root + "/away") == 0)
    try scratch.put("", at: scratch.store.path)
    writer.save(Drafts.named("B"))
    let failure = try #require(writer.flush())
    #expect(failure == FileError(scratch.path(of: Drafts.live), code: ENOTDIR))
    unlink(scratch.store.path)
    // The thread may be trying once more, and then it makes the folder anew.
    if rename(scratch.root + "/away", scratch.store.path) != 0 {
      #expect(errno == ENOTEMPTY || errno == EEXIST)
    }
    writer.save(Drafts.named("C"))
    #expect(writer.flush() == nil)
    #expect(scratch.store.find(Drafts.live).name == "C")
    #expect(log.reports.withLock { $0 } == [failure, nil])
    writer.remove()
    #expect(writer.flush() == nil)
    #expect(scratch.store.find(Drafts.live).isNothing)
  }

  /// What was asked for is done, though the writer is gone.
  @Test func theThreadEndsWithTheWriter() {
    let log = Log()
    var writer: DraftWriter? = log.writer
    log.disk.withLock { _ in
      writer?.save(Drafts.named("A"))
      writer = nil
    }
    #expect(waits { log.done.withLock { $0 } == ["A"] })
  }

  @Test func aDraftIsDueHalfASecondAfterTheFirstChange() {
    var timer = DraftTimer()
    let start = ContinuousClock.now
    #expect(timer.deadline == nil)
    timer.noteChange(at: start)
    timer.noteChange(at: start + .milliseconds(400))
    #expect(timer.deadline == start + .milliseconds(500))
    let due = [499, 500, 9000].map { timer.takeDue(at: start + .milliseconds($0)) }
    #expect(due == [false, true, false])
    #expect(timer.deadline == nil)
    timer.noteChange(at: start)
    timer.reset()
    #expect(timer.deadline == nil)
  }
}
