import CalendarAPI
import Glibc
import Testing

@testable import State

@Suite("One run saves a calendar at a time", .timeLimit(.minutes(240)))
struct CalendarLockTests {
  private func isFree(_ base: BaseURL, _ id: String, _ folder: StateFolder) -> Bool {
    do {
      try CalendarLock(base, calendarID: id, in: folder).release()
      return true
    } catch {
      #expect(error == .held(process: Int(getpid())))
      return false
    }
  }

  @Test func itIsOfOneCalendarAtOneAddress() throws {
    let scratch = try Scratch()
    let folder = try StateFolder(making: scratch.root + "/state")
    let other = try BaseURL("https://example.com")
    let long = String(repeating: "é/..\u{1B}", count: 3000)
    for id in ["c1", "../c1", "a b", long] {
      let lock = try CalendarLock(.live, calendarID: id, in: folder)
      #expect(!isFree(.live, id, folder))
      #expect(isFree(other, id, folder) && isFree(.live, id + "x", folder))
      lock.release()
      #expect(isFree(.live, id, folder))
    }
    let names = FolderListing.names(in: folder.path + "/locks").filter { !$0.hasPrefix(".") }
    #expect(names == [], "no file is left")
  }

  @Test func whereItCannotBeTakenItSaysWhy() throws {
    let scratch = try Scratch()
    let folder = try StateFolder(making: scratch.root + "/state")
    // Something else is in its place.
    let file = open(folder.path + "/locks", O_CREAT | O_WRONLY, 0o600)
    close(file)
    do {
      _ = try CalendarLock(.live, calendarID: "c1", in: folder)
      Issue.record("a file is no folder")
    } catch {
      guard case .failed = error else { return #expect(Bool(false), "\(error)") }
    }
  }
}
