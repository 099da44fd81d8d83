import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Testing

@testable import State

/// A folder of one test, with a store in it; it goes with the value.
final class Scratch: Sendable {
  let root: String
  let store: DraftStore

  init() throws {
    var template = Array("/tmp/caledit-drafts.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    root = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    store = try DraftStore(in: StateFolder(making: root + "/state"), program: "0.1.0")
  }

  deinit { Scratch.remove(root) }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o700)
      for name in FolderListing.names(in: path) where name != "." && name != ".." {
        remove(path + "/" + name)
      }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// The names of the files in the folder of the drafts.
  var names: [String] { FolderListing.names(in: store.path).filter { !$0.hasPrefix(".") }.sorted() }

  func path(of source: DraftSource) -> String { store.path + "/" + source.fileName }

  func put(_ text: String, at path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    #expect(FileBytes.writeAll(text, to: file))
    close(file)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try DraftFile.read(path, limit: 1 << 24), as: UTF8.self)
  }

  /// The text of a file of whatever owner.
  static func bytes(_ path: String) throws -> String {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    return String(decoding: try FileBytes.readAll(from: file, limit: 1 << 24), as: UTF8.self)
  }

  static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}

/// Drafts to write.
enum Drafts {
  static let today = CalendarDate(year: 2026, month: 11, day: 22)!
  static let live = DraftSource.service(.live, calendarID: "c1")
  static let time = DraftTime(seconds: 1_795_381_440)

  /// A calendar in which the name was changed.
  static func named(_ name: String) -> DocumentDraft {
    var document = CalendarDocument(
      calendar: ["id": "c1", "name": "Intro call", "slotDuration": 30], today: today)
    document.set("name", to: .text(name))
    return DocumentDraft(document, focus: "name")
  }
}

extension DraftStore.Finding {
  var draft: StoredDraft? { if case .draft(let draft) = self { draft } else { nil } }

  /// The name in the draft.
  var name: String? { draft?.draft.current[key: "name"]?.text }

  var problem: String? { if case .unusable(let problem, _) = self { problem.message } else { nil } }

  var isNothing: Bool { if case .nothing = self { true } else { false } }
}
