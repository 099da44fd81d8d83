import Glibc
import Testing

@testable import State

/// Files of the user: what may be replaced, and what stays as it was.
@Suite struct AtomicFileTests {
  /// A file with the text "old".
  private func file(in scratch: Scratch) throws -> String {
    let path = scratch.root + "/a.json"
    try scratch.put("old", at: path)
    return path
  }

  private func message(_ path: String) -> String? { AtomicFile.obstacle(to: path)?.reason }

  @Test func nothingStandsInTheWay() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/a.json"
    #expect(message(path) == nil, "a new file")
    try scratch.put("old", at: path)
    #expect(message(path) == nil)
    try AtomicFile.replace(path, with: "new")
    #expect(try scratch.text(path) == "new")
  }

  /// Also for root, whom the system would let.
  @Test(arguments: [0o444, 0o400, 0o000, 0o555])
  func aWriteProtectedFile(mode: mode_t) throws {
    let scratch = try Scratch()
    let path = try file(in: scratch)
    chmod(path, mode)
    #expect(message(path) == "it is write-protected; chmod u+w allows writing")
    #expect(throws: FileError.self) { try AtomicFile.replace(path, with: "new") }
    #expect(Scratch.mode(path) == mode)
    chmod(path, 0o600)
    #expect(try scratch.text(path) == "old")
  }

  /// A link is judged by where it leads.
  @Test func aLinkToAWriteProtectedFile() throws {
    let scratch = try Scratch()
    chmod(try file(in: scratch), 0o444)
    symlink("a.json", scratch.root + "/link.json")
    #expect(
      message(scratch.root + "/link.json") == "it is write-protected; chmod u+w allows writing")
  }

  @Test func foldersThatTakeNothing() throws {
    let scratch = try Scratch()
    let folder = scratch.root + "/folder"
    mkdir(folder, 0o755)
    try scratch.put("old", at: folder + "/a.json")
    try scratch.put("", at: scratch.root + "/file")
    chmod(folder, 0o555)
    for name in ["a.json", "new.json"] {
      #expect(message(folder + "/" + name)?.contains("its folder \(folder)") == true)
      #expect(throws: FileError.self) { try AtomicFile.replace(folder + "/" + name, with: "new") }
    }
    chmod(folder, 0o755)
    #expect(try scratch.text(folder + "/a.json") == "old")
    #expect(FolderListing.names(in: folder).filter { !$0.hasPrefix(".") } == ["a.json"])
    #expect(
      message(scratch.root + "/none/a.json")
        == "there is no folder \(scratch.root)/none; make it first")
    #expect(message(scratch.root + "/file/a.json") == "\(scratch.root)/file is not a folder")
    #expect(message(folder) == "it is not a regular file")
    #expect(message("/dev/null") == "it is not a regular file")
  }

  /// As an ordinary user sees it, where the tests run as root.
  @Test(.enabled(if: geteuid() == 0, "needs root, to be somebody else"))
  func whatBelongsToOthers() throws {
    let scratch = try Scratch()
    let path = try file(in: scratch)
    chown(path, 12345, 23456)
    chmod(path, 0o664)
    try AtomicFile.replace(path, with: "new")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_uid == 12345 && status.st_gid == 23456)
    #expect(Scratch.mode(path) == 0o664)
    #expect(try Scratch.bytes(path) == "new")
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o666])
  func permissionsAreKept(mode: mode_t) throws {
    let scratch = try Scratch()
    let path = try file(in: scratch)
    chmod(path, mode)
    try AtomicFile.replace(path, with: "new")
    #expect(Scratch.mode(path) == mode)
    #expect(FolderListing.names(in: scratch.root).count { $0.hasPrefix("a.json") } == 1)
  }

  @Test func aLinkStaysALink() throws {
    let scratch = try Scratch()
    let path = try file(in: scratch)
    symlink("a.json", scratch.root + "/link.json")
    try AtomicFile.replace(scratch.root + "/link.json", with: "new")
    #expect(try scratch.text(path) == "new")
    var status = stat()
    #expect(lstat(scratch.root + "/link.json", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func allBytesAreRead() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/a"
    let text = String(repeating: "0123456789", count: 20_000)
    try scratch.put(text, at: path)
    let file = open(path, O_RDONLY)
    defer { close(file) }
    #expect(try FileBytes.readAll(from: file, limit: 200_000) == Array(text.utf8))
    lseek(file, 0, SEEK_SET)
    #expect(throws: FileBytes.ReadError.tooLarge) {
      try FileBytes.readAll(from: file, limit: 199_999)
    }
    #expect(throws: FileBytes.ReadError.system(EBADF)) { try FileBytes.readAll(from: -1, limit: 1) }
  }
}
