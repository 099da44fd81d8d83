import CalendarModel
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import State

/// In which order drafts reach the disk, whatever fails, whatever comes meanwhile, however late.
@Suite("The newest draft is the one that stays", .timeLimit(.minutes(240)))
struct DraftOrderTests {
  /// A disk with a script: what happens while a task is performed, and whether it fails.
  private final class Disk: Sendable {
    private struct State {
      /// What the disk holds: the number of a draft; 0 for none.
      var held = 0
      /// All that was tried, in order.
      var tried: [Int] = []
      var reports: [FileError?] = []
    }

    private let state = Mutex(State())
    private let script: @Sendable (_ task: Int, _ attempt: Int) -> FileError?

    init(_ script: @escaping @Sendable (_ task: Int, _ attempt: Int) -> FileError?) {
      self.script = script
    }

    var held: Int { state.withLock { $0.held } }
    var tried: [Int] { state.withLock { $0.tried } }
    var reports: [FileError?] { state.withLock { $0.reports } }

    var writer: DraftWriter {
      DraftWriter(
        perform: { task throws(FileError) in
          let number = Disk.number(task)
          let attempt = self.state.withLock { state in
            state.tried.append(number)
            return state.tried.count - 1
          }
          if let error = self.script(number, attempt) { throw error }
          self.state.withLock { $0.held = number }
        },
        report: { error in self.state.withLock { $0.reports.append(error) } })
    }

    private static func number(_ task: DraftWriter.Task) -> Int {
      switch task {
      case .write(let draft): draft.current[key: "name"]?.text.flatMap { Int($0) } ?? -1
      case .remove: 0
      }
    }
  }

  private static let full = FileError("/a", code: ENOSPC)

  /// The writer a script adds to, while it is inside of it.
  private final class Link: Sendable {
    let writer = Mutex<DraftWriter?>(nil)
  }

  /// A newer draft comes while an older one is failing: the older one is not tried again.
  @Test(arguments: [false, true])
  func aNewerOneComesWhileOneFails(removes: Bool) {
    let link = Link()
    let disk = Disk { _, attempt in
      guard attempt == 0 else { return nil }
      let writer = link.writer.withLock { $0 }
      if removes { writer?.remove() } else { writer?.save(Drafts.named("2")) }
      return Self.full
    }
    let writer = disk.writer
    link.writer.withLock { $0 = writer }
    writer.save(Drafts.named("1"))
    // The first flush may meet the failure, or come after it.
    _ = writer.flush()
    #expect(writer.flush() == nil)
    writer.tryAgain()
    #expect(writer.close() == nil)
    link.writer.withLock { $0 = nil }
    #expect(disk.tried == [1, removes ? 0 : 2])
    #expect(disk.held == (removes ? 0 : 2))
  }

  /// A removal that fails, and work that goes on: the draft of it stays.
  @Test func whatFailsIsForgottenForWhatIsNewer() {
    let disk = Disk { task, _ in task == 0 ? Self.full : nil }
    let writer = disk.writer
    writer.save(Drafts.named("1"))
    #expect(writer.flush() == nil)
    writer.remove()
    #expect(writer.flush() == Self.full)
    writer.save(Drafts.named("2"))
    #expect(writer.flush() == nil)
    for _ in 0..<3 { writer.tryAgain() }
    #expect(writer.close() == nil)
    #expect(disk.held == 2)
    #expect(disk.tried.last == 2)
  }

  /// Saves, removals, second tries and waits in any order, on a disk that fails as it likes.
  @Test(arguments: 0..<Int(testRuns: 40, few: 12))
  func inAnyOrder(seed: Int) {
    let random = Mutex(SeededGenerator(seed: UInt64(seed)))
    let disk = Disk { task, attempt in
      let dice = random.withLock { Int.random(in: 0..<2520, using: &$0) }
      if dice % 7 == 0 { usleep(useconds_t(dice % 300)) }
      return dice % 3 == 0 ? FileError("/a", code: dice % 2 == 0 ? ENOSPC : EROFS) : nil
    }
    let writer = disk.writer
    var newest = 0
    for number in 1...60 {
      switch random.withLock({ Int.random(in: 0..<6, using: &$0) }) {
      case 0:
        writer.remove()
        newest = 0
      case 1: writer.tryAgain()
      case 2:
        let failure = writer.flush()
        if failure == nil { #expect(disk.held == newest) }
      default:
        writer.save(Drafts.named("\(number)"))
        newest = number
      }
    }
    while writer.flush() != nil {}
    #expect(writer.close() == nil)
    #expect(disk.held == newest, "the last word counts")
    let writes = disk.tried.filter { $0 > 0 }
    #expect(writes == writes.sorted(), "no older draft after a newer one: \(writes)")
    let reports = disk.reports
    #expect(
      zip(reports, reports.dropFirst()).allSatisfy { $0 != $1 }, "each state is reported once")
    #expect(reports.isEmpty || reports.last == .some(nil))
  }

  // MARK: The end

  /// What comes after the end is not written: the lock may belong to somebody else by then.
  @Test func nothingIsWrittenAfterTheEnd() {
    let disk = Disk { _, _ in nil }
    let writer = disk.writer
    writer.save(Drafts.named("1"))
    #expect(writer.close() == nil)
    writer.save(Drafts.named("2"))
    writer.tryAgain()
    #expect(writer.flush() == nil && writer.close() == nil)
    usleep(20_000)
    #expect(disk.tried == [1])
  }

  /// The end waits for the write that is under way, and tells of the one that fails.
  @Test func theEndWaits() {
    let disk = Disk { task, _ in
      usleep(50_000)
      return task == 2 ? Self.full : nil
    }
    var writer = disk.writer
    writer.save(Drafts.named("1"))
    #expect(writer.close() == nil)
    #expect(disk.held == 1)
    writer = disk.writer
    writer.save(Drafts.named("2"))
    #expect(writer.close() == Self.full)
    #expect(disk.held == 1)
  }

  /// As the program ends: no lock file is left, though the writer and the lock are still known.
  @Test func aNormalEndLeavesNoLock() throws {
    let scratch = try Scratch()
    for _ in 0..<50 {
      let lock = try scratch.store.lock(Drafts.live)
      let writer = DraftWriter(store: scratch.store, lock: lock, report: { _ in })
      writer.save(Drafts.named("A"))
      #expect(writer.close() == nil)
      lock.release()
      #expect(scratch.names == [Drafts.live.fileName])
      withExtendedLifetime((lock, writer)) {}
    }
  }

  @Test func aReleasedLockWritesNothing() throws {
    let scratch = try Scratch()
    let lock = try scratch.store.lock(Drafts.live)
    lock.release()
    lock.release()
    #expect(throws: FileError.self) { try scratch.store.write(Drafts.named("A"), under: lock) }
    #expect(throws: FileError.self) { try scratch.store.remove(under: lock) }
    #expect(scratch.names == [])
  }

  /// The folder was removed, and another program has made it and a lock of its own.
  @Test func theLockOfAnotherStays() throws {
    let scratch = try Scratch()
    let first = try scratch.store.lock(Drafts.live)
    #expect(rename(scratch.store.path, scratch.root + "/away") == 0)
    let store = try DraftStore(in: StateFolder(making: scratch.root + "/state"), program: "0")
    let second = try store.lock(Drafts.live)
    first.release()
    #expect(scratch.names == [Drafts.live.fileName + ".lock"])
    #expect(throws: DraftLock.Refusal.self) { try store.lock(Drafts.live) }
    second.release()
    #expect(scratch.names == [])
  }
}
