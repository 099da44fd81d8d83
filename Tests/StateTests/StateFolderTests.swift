import CalendarAPI
import Glibc
import JSON
import Testing

@testable import State

@Suite("The state folder", .timeLimit(.minutes(240)))
struct StateFolderTests {
  private func path(_ environment: [String: String]) -> String {
    do throws(FileError) {
      return try StateFolder.standardPath { environment[$0] }
    } catch {
      return error.message
    }
  }

  @Test func standsWhereTheSpecificationSays() {
    #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/caledit")
    #expect(path(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/caledit")
    #expect(path(["HOME": "/h"]) == "/h/.local/state/caledit")
    #expect(path([:]) == "~/.local/state/caledit: HOME is not set")
  }

  @Test func isMadeWithAllFoldersOnTheWay() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/a/b/caledit"
    #expect(try StateFolder(existing: path) == nil)
    #expect(Scratch.mode(scratch.root + "/a") == nil, "to look makes nothing")
    _ = try StateFolder(making: path)
    for folder in ["/a", "/a/b", "/a/b/caledit"] {
      #expect(Scratch.mode(scratch.root + folder) == 0o700)
    }
    #expect(try StateFolder(existing: path)?.path == path)
  }

  @Test func othersAreShutOut() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/open"
    mkdir(path, 0o755)
    chmod(path, 0o777)
    _ = try StateFolder(making: path)
    #expect(Scratch.mode(path) == 0o700)
  }

  @Test func aLinkIsFollowedUnlessOthersCanWriteThere() throws {
    let scratch = try Scratch()
    let (target, link) = (scratch.root + "/target", scratch.root + "/link")
    mkdir(target, 0o755)
    symlink(target, link)
    let store = try DraftStore(in: StateFolder(making: link), program: "")
    #expect(Scratch.mode(target) == 0o755, "what stands there is not ours to change")
    #expect(Scratch.mode(store.path) == 0o700)
    chmod(target, 0o775)
    #expect(throws: FileError(link, "it is a link to a folder that others can write to")) {
      try StateFolder(making: link)
    }
    #expect(throws: FileError.self) { try StateFolder(existing: link) }
  }

  @Test func aFolderOfAnotherUserIsRefused() throws {
    let scratch = try Scratch()
    var path = "/"
    if geteuid() == 0 {
      path = scratch.root + "/theirs"
      mkdir(path, 0o777)
      chown(path, 12345, 12345)
    }
    let owner = geteuid() == 0 ? 12345 : 0
    #expect(throws: FileError(path, "it belongs to another user (number \(owner))")) {
      try StateFolder(making: path)
    }
  }

  @Test func whatIsInTheWayIsTold() throws {
    let scratch = try Scratch()
    try scratch.put("", at: scratch.root + "/file")
    #expect(throws: FileError(scratch.root + "/file/caledit", code: ENOTDIR)) {
      try StateFolder(making: scratch.root + "/file/caledit")
    }
    #expect(throws: FileError(scratch.root + "/file", "it is not a folder")) {
      try StateFolder(making: scratch.root + "/file")
    }
    symlink("/nowhere", scratch.root + "/dangling")
    #expect(throws: FileError(scratch.root + "/dangling", code: ENOENT)) {
      try StateFolder(making: scratch.root + "/dangling")
    }
    #expect(throws: FileError.self) { try StateFolder(making: "/proc/caledit") }
  }

  // MARK: Routes

  @Test func routesAreRememberedAcrossRuns() throws {
    let scratch = try Scratch()
    let folder = try StateFolder(making: scratch.root + "/state")
    let other = try BaseURL("http://127.0.0.1:8080")
    let memory = StoredRouteMemory(in: folder)
    #expect(memory.route(for: .live) == nil)
    memory.remember(.resource, for: .live)
    #expect(memory.route(for: .live) == .resource)
    let second = StoredRouteMemory(in: folder)
    #expect(second.route(for: .live) == .resource)
    second.remember(.documented, for: other)
    memory.remember(.documented, for: .live)
    let third = StoredRouteMemory(in: folder)
    #expect(third.route(for: .live) == .documented, "nothing of the other one is lost")
    #expect(third.route(for: other) == .documented)
    #expect(Scratch.mode(folder.path + "/routes.json") == 0o600)
    #expect(
      try scratch.text(folder.path + "/routes.json") == """
        {
          "http://127.0.0.1:8080": "documented",
          "https://services.leadconnectorhq.com": "documented"
        }

        """)
  }

  @Test(arguments: [
    "", "{", "[]", "7", #"{"x":"resource","https://services.leadconnectorhq.com":"other"}"#,
    #"{"https://services.leadconnectorhq.com":3}"#,
  ])
  func aBrokenFileIsAnEmptyMemory(text: String) throws {
    let scratch = try Scratch()
    let folder = try StateFolder(making: scratch.root + "/state")
    try scratch.put(text, at: folder.path + "/routes.json")
    #expect(StoredRouteMemory(in: folder).route(for: .live) == nil)
    StoredRouteMemory(in: folder).remember(.resource, for: .live)
    #expect(StoredRouteMemory(in: folder).route(for: .live) == .resource)
  }

  @Test func aMemoryThatCannotBeWrittenLastsAsLongAsTheProgram() throws {
    let scratch = try Scratch()
    let folder = try StateFolder(making: scratch.root + "/state")
    mkdir(folder.path + "/routes.json", 0o700)
    let memory = StoredRouteMemory(in: folder)
    memory.remember(.resource, for: .live)
    #expect(memory.route(for: .live) == .resource)
  }
}
