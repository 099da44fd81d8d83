import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Testing

@testable import State

@Suite("Drafts on disk", .timeLimit(.minutes(240)))
struct DraftStoreTests {
  @Test func whatIsWrittenIsFound() throws {
    let scratch = try Scratch()
    #expect(scratch.store.find(Drafts.live).isNothing)
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock, at: Drafts.time)
    let found = try #require(scratch.store.find(Drafts.live).draft)
    #expect(found.header.source == Drafts.live)
    #expect(found.header.written == Drafts.time)
    #expect(found.header.program == "0.1.0")
    #expect(found.header.calendarName == "A")
    #expect(found.header.changeCount == 1)
    #expect(found.draft.focus == "name")
    #expect(found.draft.losses == [])
    var document = found.draft.document(today: Drafts.today)
    #expect(document["name"] == "A")
    #expect(document.undo()?.title == "Name: \"Intro call\" → \"A\"")
    #expect(!document.isModified)

    try scratch.store.write(Drafts.named("B"), under: lock)
    #expect(scratch.store.find(Drafts.live).name == "B")
    try scratch.store.remove(under: lock)
    #expect(scratch.store.find(Drafts.live).isNothing)
    try scratch.store.remove(under: lock)
    withExtendedLifetime(lock) {}
  }

  /// The header comes first, so that a person who opens the file sees what it is.
  @Test func theFileSaysWhatItIs() throws {
    let scratch = try Scratch()
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock, at: Drafts.time)
    let text = try scratch.text(scratch.path(of: Drafts.live))
    #expect(
      text.hasPrefix(
        #"{"caledit":"draft","version":1,"written":"2026-11-22T21:04:00Z","program":"0.1.0","#
          + #""source":{"baseURL":"https://services.leadconnectorhq.com","calendarID":"c1"},"#
          + #""calendarName":"A","changes":1,"document":{"version":1,"base":{"id":"c1","#))
    #expect(text.hasSuffix("}\n"))
  }

  /// Whatever the umask is.
  @Test func onlyTheUserCanRead() throws {
    let before = umask(0)
    defer { umask(before) }
    let scratch = try Scratch()
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock)
    #expect(Scratch.mode(scratch.root + "/state") == 0o700)
    #expect(Scratch.mode(scratch.store.path) == 0o700)
    #expect(Scratch.mode(scratch.path(of: Drafts.live)) == 0o600)
  }

  @Test func draftsOfAllSourcesStandBesideOneAnother() throws {
    let scratch = try Scratch()
    let sources: [DraftSource] = [
      Drafts.live, .service(.live, calendarID: "c2"),
      .service(try BaseURL("http://127.0.0.1:8080"), calendarID: "c1"), .file(path: "/a/c1"),
    ]
    for (index, source) in sources.enumerated() {
      let lock = try scratch.store.lock(source)
      try scratch.store.write(
        Drafts.named("\(index)"), under: lock, at: DraftTime(seconds: 1000 - index))
    }
    for (index, source) in sources.enumerated() {
      #expect(scratch.store.find(source).name == "\(index)")
    }
    let list = scratch.store.list()
    #expect(list.map(\.header?.source) == sources)
    #expect(list.allSatisfy { $0.problem == nil && !$0.isOpen && !$0.isSetAside })
    #expect(list.map { $0.isDraft(ofCalendar: "c1") } == [true, false, true, false])
    #expect(try DraftStore.read(list[1]).current[key: "name"] == "1")
  }

  @Test func theListSaysWhatIsOpenAndWhatIsBroken() throws {
    let scratch = try Scratch()
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock, at: Drafts.time)
    let other = DraftSource.service(.live, calendarID: "c2")
    try scratch.put("{", at: scratch.path(of: other))
    let otherLock = try scratch.store.lock(other)
    try scratch.store.setAside(under: otherLock)
    try scratch.put("x", at: scratch.store.path + "/notes.txt")
    let list = scratch.store.list().sorted { !$0.isSetAside && $1.isSetAside }
    #expect(list.map(\.isSetAside) == [false, true])
    #expect(list[0].isOpen)
    #expect(list[0].header?.calendarName == "A")
    #expect(
      list[1].problem?.message == "It is not JSON: 1:2: a member's name in quotes is missing.")
    #expect(list[1].place == scratch.path(of: other) + ".unreadable-1")
    withExtendedLifetime((lock, otherLock)) {}
  }

  @Test func whatIsChosenIsDeletedUnlessItIsEdited() throws {
    let scratch = try Scratch()
    var lock: DraftLock? = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: #require(lock))
    try scratch.put("{", at: scratch.path(of: Drafts.live) + ".unreadable-1")
    for entry in scratch.store.list() {
      #expect(throws: DraftLock.Refusal.held(process: Int(getpid()))) {
        try DraftStore.delete(entry)
      }
    }
    #expect(scratch.store.list().count == 2)
    lock = nil
    for entry in scratch.store.list() { try DraftStore.delete(entry) }
    #expect(scratch.names == [])
  }
}
