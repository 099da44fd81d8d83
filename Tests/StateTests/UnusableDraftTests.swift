import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Testing

@testable import State

@Suite("What cannot be read is kept and told", .timeLimit(.minutes(240)))
struct UnusableDraftTests {
  /// A sound file with one member replaced, or taken away.
  private static func file(_ key: String, _ value: JSONValue?) throws -> String {
    let header = DraftHeader(
      Drafts.named("A"), source: Drafts.live, written: Drafts.time, program: "0.1.0")
    let text = StoredDraft(header: header, draft: Drafts.named("A")).text
    guard case .object(var object) = try JSONDocument(parsing: text).value else { return "" }
    object[key] = value
    return JSONValue.object(object).printed()
  }

  @Test(
    arguments: [
      ("caledit", nil, "It is not a draft of a calendar."),
      ("version", "1", "It is not a draft of a calendar."),
      ("source", nil, "Its \"source\" is missing or wrong."),
      (
        "source", ["baseURL": "https://me:secret@example.com", "calendarID": "c1"],
        "Its \"source\" is missing or wrong."
      ),
      ("source", ["file": "/a"], "It is the draft of something else: /a."),
      ("written", "2026-13-22T21:04:00Z", "Its \"written\" is missing or wrong."),
      ("written", "yesterday", "Its \"written\" is missing or wrong."),
      ("written", 3, "Its \"written\" is missing or wrong."),
      ("program", nil, "Its \"program\" is missing or wrong."),
      ("changes", -1, "Its \"changes\" is missing or wrong."),
      ("document", nil, "Its \"document\" is missing or wrong."),
      ("document", ["version": 1, "base": [:]], "Current is missing."),
    ] as [(String, JSONValue?, String)])
  func aBrokenPart(key: String, value: JSONValue?, message: String) throws {
    try check(Self.file(key, value), message)
  }

  /// What a newer program has left is its own: it stays under its name, and nothing is written.
  @Test(
    arguments: [
      (
        "version", 2,
        "It was written by a newer caledit (0.1.0): its format is 2, and this one knows 1."
      ),
      (
        "document", ["version": 7],
        "It was written by a newer caledit: its format is 7, and this one knows 1."
      ),
    ] as [(String, JSONValue, String)])
  func aDraftOfANewerProgram(key: String, value: JSONValue, message: String) throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    let text = try Self.file(key, value)
    try scratch.put(text, at: path)
    #expect(scratch.store.find(Drafts.live).problem == message)
    #expect(scratch.store.list().map(\.problem?.message) == [message])
    let lock = try scratch.store.lock(Drafts.live)
    #expect(throws: FileError.self) {
      try scratch.store.write(Drafts.named("B"), under: lock)
    }
    #expect(throws: FileError.self) { try scratch.store.remove(under: lock) }
    #expect(try scratch.text(path) == text)
    #expect(scratch.names.filter { $0.contains("unreadable") }.isEmpty)
  }

  @Test(arguments: [
    ("", "It is not JSON: 1:1: a value is missing."),
    ("{\"caledit\":\"draft\"", "It is not JSON: 1:19: ',' or '}' is missing."),
    ("[]", "It is not a draft of a calendar."),
    (
      String(repeating: "[", count: 100_000),
      "It is not JSON: 1:577: values are nested more than 576 levels deep."
    ),
    (
      "{\"caledit\":\"\u{0}",
      "It is not JSON: 1:13: a text contains a control character; write it as an escape."
    ),
  ])
  func aBrokenText(text: String, message: String) throws { try check(text, message) }

  /// It is found unusable, and neither a write nor a removal takes it away.
  private func check(_ text: String, _ message: String) throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    try scratch.put(text, at: path)
    #expect(scratch.store.find(Drafts.live).problem == message)
    let listed = scratch.store.list()
    #expect(listed.map(\.problem?.message) == [message])

    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("B"), under: lock)
    #expect(scratch.store.find(Drafts.live).name == "B")
    #expect(try scratch.text(path + ".unreadable-1") == text)

    try scratch.put(text, at: path)
    try scratch.store.remove(under: lock)
    #expect(scratch.store.find(Drafts.live).isNothing)
    #expect(try scratch.text(path + ".unreadable-2") == text)
    #expect(try scratch.text(path + ".unreadable-1") == text)
    withExtendedLifetime(lock) {}
  }

  @Test func aBrokenHistoryCostsOnlyTheHistory() throws {
    let scratch = try Scratch()
    var document = Drafts.named("A").json()
    _ = document.update(at: "undo") { $0 = ["x"] }
    try scratch.put(Self.file("document", document), at: scratch.path(of: Drafts.live))
    let found = try #require(scratch.store.find(Drafts.live).draft)
    #expect(found.draft.losses.map(\.message) == ["undo[0].title is missing."])
    #expect(found.draft.current[key: "name"] == "A")
    #expect(found.draft.stepCount == 0)
  }

  @Test func whatIsNoFileIsSetAside() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.put("precious", at: scratch.root + "/elsewhere")
    symlink(scratch.root + "/elsewhere", path)
    #expect(scratch.store.find(Drafts.live).problem == "It cannot be read: it is a link.")
    try scratch.store.write(Drafts.named("A"), under: lock)
    #expect(try scratch.text(scratch.root + "/elsewhere") == "precious")
    try scratch.store.remove(under: lock)
    for (make, problem) in [
      ({ mkdir(path, 0o700) }, "it is not a regular file"),
      ({ mkfifo(path, 0o600) }, "it is not a regular file"),
    ] {
      #expect(make() == 0)
      #expect(scratch.store.find(Drafts.live).problem == "It cannot be read: \(problem).")
      try scratch.store.write(Drafts.named("B"), under: lock)
      #expect(scratch.store.find(Drafts.live).name == "B")
      try scratch.store.remove(under: lock)
    }
    #expect(scratch.names.filter { $0.contains("unreadable") }.count == 3)
  }

  @Test(.enabled(if: geteuid() == 0)) func aFileOfAnotherUserIsSetAside() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    try scratch.put("{}", at: path)
    #expect(chown(path, 12345, 12345) == 0)
    let problem = "It cannot be read: it belongs to another user (number 12345)."
    #expect(scratch.store.find(Drafts.live).problem == problem)
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock)
    #expect(Scratch.mode(path + ".unreadable-1") != nil)
    #expect(scratch.store.find(Drafts.live).name == "A")
  }

  /// A file that is far too large is not even read.
  @Test func aHugeFileIsNotRead() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    try scratch.put("{", at: path)
    #expect(truncate(path, 1 << 40) == 0)
    #expect(
      scratch.store.find(Drafts.live).problem == "It cannot be read: it is larger than 160 MB.")
  }
}
