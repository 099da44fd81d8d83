import CalendarAPI
import CalendarModel
import Testing

@testable import State

/// What the list says of drafts, and how one of them is named.
@Suite struct DraftListTests {
  private func sandbox(port: Int) throws -> DraftSource {
    .service(try BaseURL("http://127.0.0.1:\(port)"), calendarID: "c1")
  }

  @Test func saysWhatAndWhen() throws {
    let scratch = try Scratch()
    let lock = try scratch.store.lock(Drafts.live)
    try scratch.store.write(Drafts.named("A"), under: lock, at: Drafts.time)
    let now = DraftTime(seconds: Drafts.time.seconds + 180)
    let entry = try #require(scratch.store.list().first)
    #expect(
      entry.summary(at: now)
        == "A, 1 property changed, 3 minutes ago; being edited now")
  }

  @Test func saysWhyOneCannotBeRecovered() throws {
    let scratch = try Scratch()
    try scratch.put("not a draft", at: scratch.path(of: Drafts.live))
    let entry = try #require(scratch.store.list().first)
    let words = entry.summary(at: DraftTime(seconds: entry.time.seconds + 7200))
    #expect(words.hasPrefix("2 hours ago; not recoverable: It is not JSON: "))
  }

  @Test func isNamedByNumberCalendarOrFile() throws {
    let scratch = try Scratch()
    let file = DraftSource.file(path: scratch.root + "/calendar.json")
    for (age, source) in [Drafts.live, file].enumerated() {
      let lock = try scratch.store.lock(source)
      let time = DraftTime(seconds: Drafts.time.seconds - age)
      try scratch.store.write(Drafts.named("A"), under: lock, at: time)
    }
    let list = scratch.store.list()
    #expect(try list.chosen(by: "1").header?.source == Drafts.live)
    #expect(try list.chosen(by: "2").header?.source == file)
    #expect(try list.chosen(by: "c1").header?.source == Drafts.live)
    #expect(try list.chosen(by: scratch.root + "/calendar.json").header?.source == file)
    for name in ["0", "3", "", "c2", "-1"] {
      #expect(throws: [DraftEntry].NotChosen.unknown(name)) { try list.chosen(by: name) }
    }
  }

  /// A file with a list of calendars has a draft for each.
  @Test func theCalendarsOfAFileHaveDraftsOfTheirOwn() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/list.json"
    for (age, entry) in ["c1", "c2", "calendars[3]", nil].enumerated() {
      let source = DraftSource.file(path: path, entry: entry)
      let lock = try scratch.store.lock(source)
      let time = DraftTime(seconds: Drafts.time.seconds - age)
      try scratch.store.write(Drafts.named(entry ?? "whole"), under: lock, at: time)
      #expect(scratch.store.find(source).name == entry ?? "whole")
    }
    let list = scratch.store.list()
    #expect(
      list.map(\.place) == ["c1 in \(path)", "c2 in \(path)", "calendars[3] in \(path)", path])
    #expect(try list.chosen(by: "c2").place == "c2 in \(path)")
    #expect(throws: [DraftEntry].NotChosen.ambiguous(path, numbers: [1, 2, 3, 4])) {
      try list.chosen(by: path)
    }
  }

  @Test func oneCalendarAtTwoAddressesIsAskedFor() throws {
    let scratch = try Scratch()
    for port in [8080, 8081] {
      let lock = try scratch.store.lock(sandbox(port: port))
      try scratch.store.write(Drafts.named("A"), under: lock, at: Drafts.time)
    }
    let list = scratch.store.list()
    let refusal = [DraftEntry].NotChosen.ambiguous("c1", numbers: [1, 2])
    #expect(throws: refusal) { try list.chosen(by: "c1") }
    #expect(refusal.message == "c1 has more than one draft; give a number: 1, 2")
  }
}
