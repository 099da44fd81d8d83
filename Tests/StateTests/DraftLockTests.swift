import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Testing

@testable import State

@Suite("One editor writes the draft of a calendar", .timeLimit(.minutes(240)))
struct DraftLockTests {
  private func refusal(_ store: DraftStore, _ source: DraftSource) -> DraftLock.Refusal? {
    do {
      _ = try store.lock(source)
      return nil
    } catch {
      return error
    }
  }

  @Test func theSecondIsToldWhoHasIt() throws {
    let scratch = try Scratch()
    let other = try DraftStore(in: StateFolder(making: scratch.root + "/state"), program: "0.2.0")
    var lock: DraftLock? = try scratch.store.lock(Drafts.live)
    #expect(lock != nil)
    let refused = refusal(other, Drafts.live)
    #expect(refused == .held(process: Int(getpid())))
    #expect(
      refused?.message
        == "Another caledit (process \(getpid())) is editing this calendar.")
    #expect(refusal(other, .service(.live, calendarID: "c2")) == nil)
    #expect(refusal(scratch.store, Drafts.live) == refused, "also within one process")
    lock = nil
    #expect(refusal(other, Drafts.live) == nil)
    #expect(scratch.names == [], "no file is left")
  }

  /// The lock of a program that was killed ends with it, though its file is still there.
  @Test func aKilledProgramHoldsNothing() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live) + ".lock"
    // flock(1) holds the lock as another program would.
    let (process, output) = try start("flock -n '\(path)' sh -c 'echo locked; exec sleep 60'")
    #expect(output == "locked\n")
    #expect(refusal(scratch.store, Drafts.live) == .held(process: nil))
    #expect(scratch.store.list().isEmpty)
    kill(-process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(Scratch.mode(path) != nil)
    var patience = 6000
    while refusal(scratch.store, Drafts.live) != nil, patience > 0 {
      patience -= 1
      usleep(10_000)
    }
    #expect(patience > 0)
  }

  /// Starts a shell in a process group of its own and reads its first line.
  private func start(_ command: String) throws -> (process: pid_t, output: String) {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let arguments = ["sh", "-c", command].map { (text: String) in strdup(text) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    try #require(posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ) == 0)
    close(ends[1])
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(ends[0], &buffer, buffer.count)
    close(ends[0])
    return (process, String(decoding: buffer[..<max(0, count)], as: UTF8.self))
  }

  @Test func whatACrashLeftIsCleaned() throws {
    let scratch = try Scratch()
    var lock: DraftLock? = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: #require(lock))
    lock = nil
    let path = scratch.path(of: Drafts.live)
    try scratch.put("{\"caledit\":\"dra", at: path + ".aB3xYz")
    try scratch.put("{", at: path + ".unreadable-1")
    try scratch.put("{", at: scratch.store.path + "/c2@other.json.aB3xYz")
    #expect(scratch.store.find(Drafts.live).name == "A")
    #expect(scratch.store.list().count == 2, "the rest of a write is no draft")
    lock = try scratch.store.lock(Drafts.live)
    #expect(
      scratch.names == [
        "c1@services.leadconnectorhq.com.json", "c1@services.leadconnectorhq.com.json.lock",
        "c1@services.leadconnectorhq.com.json.unreadable-1", "c2@other.json.aB3xYz",
      ])
    withExtendedLifetime(lock) {}
  }

  @Test func aLockThatCannotBeTakenSaysWhy() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live) + ".lock"
    mkdir(path, 0o700)
    #expect(refusal(scratch.store, Drafts.live) == .failed(FileError(path, code: EISDIR)))
    #expect(
      refusal(scratch.store, Drafts.live)?.message
        == "The draft cannot be locked: \(path): Is a directory.")
  }

  /// Whoever gets it has it alone, though its file comes and goes.
  @Test func manyWhoTryNeverHaveItTogether() async throws {
    let scratch = try Scratch()
    let store = scratch.store
    let counter = scratch.root + "/counter"
    let taken = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var taken = 0
          for _ in 0..<300 {
            guard let lock = try? store.lock(Drafts.live) else { continue }
            // Fails when somebody else is in here.
            #expect(mkdir(counter, 0o700) == 0)
            #expect(rmdir(counter) == 0)
            taken += 1
            withExtendedLifetime(lock) {}
          }
          return taken
        }
      }
      return await group.reduce(0, +)
    }
    #expect(taken > 0)
    #expect(scratch.names == [])
  }
}
