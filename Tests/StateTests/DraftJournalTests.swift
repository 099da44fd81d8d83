import CalendarModel
import Glibc
import JSON
import TestSupport
import Testing

@testable import State

@Suite("What is new is added to the file of a draft", .timeLimit(.minutes(240)))
struct DraftJournalTests {
  /// A calendar with a text, and edits all over it.
  private struct Typing {
    var document = CalendarDocument(
      calendar: [
        "id": "c1", "name": "Intro call", "slotDuration": 30, "notes": .text(long),
        "availabilities": [["date": "2027-01-04T00:00:00.000Z", "hours": []]],
      ], today: Drafts.today)
    var numbers: SeededGenerator

    static let long = String(repeating: "A long text. ", count: 500)

    init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

    mutating func edit() {
      let number = Int.random(in: 0..<1 << 31, using: &numbers)
      switch number % 8 {
      case 0, 1: document.set("name", to: .text("\(number)"), typing: number % 3 > 0)
      case 2: document.set("notes", to: .text(Self.long + "\(number)"), typing: true)
      case 3: document.insert(["date": "2027-01-05T00:00:00.000Z"], into: "availabilities", at: 0)
      case 4: document.removeRow(0, of: "availabilities")
      case 5: document.undo()
      case 6: document.redo()
      default: document.set("slotDuration", to: .integer(number % 90))
      }
    }

    var draft: DocumentDraft {
      DocumentDraft(document, focus: "name", typed: "9-\(document.revision)")
    }
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : -1
  }

  private func number(of path: String) -> ino_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_ino : 0
  }

  /// A file with several states of one session.
  private func written(
    seed: UInt64, in scratch: Scratch
  ) throws -> (bytes: String, states: [(end: Int, draft: String)]) {
    let lock = try scratch.store.lock(Drafts.live)
    let path = scratch.path(of: Drafts.live)
    var typing = Typing(seed: seed)
    typing.document.set("name", to: .text("Seed \(seed)"))
    var states: [(end: Int, draft: String)] = []
    for count in 0..<12 {
      for _ in 0...count % 3 { typing.edit() }
      let time = DraftTime(seconds: Drafts.time.seconds + count)
      try scratch.store.write(typing.draft, under: lock, at: time)
      states.append((size(path), typing.draft.json().printed()))
      let found = try #require(scratch.store.find(Drafts.live).draft)
      let isSame = found.draft.json().printed() == states.last?.draft
      #expect(isSame, "seed \(seed), write \(count)")
      #expect(found.draft.losses == [])
      #expect(found.header.written == time)
      #expect(found.header.changeCount == typing.draft.changeCount)
      #expect(Scratch.mode(path) == 0o600)
    }
    withExtendedLifetime(lock) {}
    return (try scratch.text(path), states)
  }

  /// Wherever a crash tears the file, the last state that was whole is found.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func cutAtAnyByte(seed: UInt64) throws {
    let scratch = try Scratch()
    let (text, states) = try written(seed: seed, in: scratch)
    let path = scratch.path(of: Drafts.live)
    #expect(states[0].end > 10_000)
    #expect(text.utf8.count < states[0].end + 6000, "the long text is not there again")
    let step = seed == 1 ? 1 : 17
    for end in stride(from: states[0].end, through: text.utf8.count, by: step) {
      try scratch.put(String(decoding: text.utf8.prefix(end), as: UTF8.self), at: path)
      let found = try #require(scratch.store.find(Drafts.live).draft)
      let expected = states.last { $0.end <= end }
      #expect(found.draft.losses == [])
      guard found.draft.json().printed() == expected?.draft else {
        Issue.record("seed \(seed), cut at \(end)")
        return
      }
    }
  }

  /// A byte that is not as it was written: nothing behind it counts, and it is said.
  @Test(arguments: 5...8 as ClosedRange<UInt64>)
  func anyDamagedByte(seed: UInt64) throws {
    let scratch = try Scratch()
    let (text, states) = try written(seed: seed, in: scratch)
    let path = scratch.path(of: Drafts.live)
    for place in stride(from: states[0].end, to: text.utf8.count, by: 13) {
      var bytes = Array(text.utf8)
      bytes[place] = bytes[place] == 0x41 ? 0x42 : 0x41
      try scratch.put(String(decoding: bytes, as: UTF8.self), at: path)
      let found = try #require(scratch.store.find(Drafts.live).draft)
      let expected = states.last { $0.end <= place }
      let isSame = found.draft.json().printed() == expected?.draft
      #expect(isSame, "seed \(seed), byte \(place)")
      // Without the line feed before it, the last line belongs to the one that is torn.
      let isInLast = place >= states[states.count - 2].end - 1
      #expect(found.draft.losses.isEmpty == isInLast, "seed \(seed), byte \(place)")
    }
  }

  /// The lines of another draft, or in another order, do not count.
  @Test func linesOfAnotherFile() throws {
    let (one, two) = (try Scratch(), try Scratch())
    let (text, states) = try written(seed: 11, in: one)
    let (other, otherStates) = try written(seed: 12, in: two)
    let path = one.path(of: Drafts.live)
    let whole = String(decoding: text.utf8.prefix(states[0].end), as: UTF8.self)
    let lines = String(decoding: other.utf8.dropFirst(otherStates[0].end), as: UTF8.self)
    try one.put(whole + lines, at: path)
    #expect(one.holds(states[0].draft))
    let own = text.utf8.dropFirst(states[0].end).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self) + "\n"
    }
    try one.put(whole + own[1] + own[0], at: path)
    #expect(one.holds(states[0].draft))
    try one.put(whole + own[0] + own[0], at: path)
    #expect(one.holds(states[1].draft))
  }

  /// A file that somebody else has removed, replaced or changed is not added to.
  @Test func onlyToTheOwnFile() throws {
    for change in 0..<4 {
      let scratch = try Scratch()
      let path = scratch.path(of: Drafts.live)
      let lock = try scratch.store.lock(Drafts.live)
      var typing = Typing(seed: 3)
      typing.document.set("name", to: "first")
      try scratch.store.write(typing.draft, under: lock)
      let file = number(of: path)
      typing.document.set("name", to: "second")
      try scratch.store.write(typing.draft, under: lock)
      #expect(number(of: path) == file, "it was added to")
      switch change {
      case 0: unlink(path)
      case 1: try scratch.put("precious", at: path)
      case 2:
        unlink(path)
        symlink(scratch.root + "/elsewhere", path)
      default: try scratch.store.remove(under: lock)
      }
      typing.document.set("name", to: "third")
      try scratch.store.write(typing.draft, under: lock)
      #expect(scratch.store.find(Drafts.live).name == "third")
      #expect(scratch.store.find(Drafts.live).draft?.draft.losses == [])
      #expect(!AtomicFile.isThere(scratch.root + "/elsewhere"))
      if change == 1 { #expect(try scratch.text(path + ".unreadable-1") == "precious") }
      withExtendedLifetime(lock) {}
    }
  }

  /// The next session writes the whole once, and adds to that.
  @Test func theNextSessionBeginsAnew() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    var (text, states) = try written(seed: 20, in: scratch)
    (text, states) = try written(seed: 21, in: scratch)
    #expect(text.utf8.count { $0 == 0x0A } <= states.count)
    #expect(scratch.holds(states[states.count - 1].draft))
    #expect(scratch.names == [path.split(separator: "/").last.map(String.init) ?? ""])
  }

  /// After many lines the whole is written again.
  @Test func itDoesNotGrowForEver() throws {
    let scratch = try Scratch()
    let path = scratch.path(of: Drafts.live)
    let lock = try scratch.store.lock(Drafts.live)
    var document = Typing(seed: 1).document
    var files: Set<ino_t> = []
    for count in 0..<1100 {
      document.set("name", to: .text("\(count)"), typing: true)
      try scratch.store.write(DocumentDraft(document, focus: "name"), under: lock)
      files.insert(number(of: path))
    }
    #expect(scratch.store.find(Drafts.live).name == "1099")
    #expect(try scratch.text(path).utf8.count { $0 == 0x0A } < 1001)
    withExtendedLifetime(lock) {}
  }
}

extension Scratch {
  /// Whether the draft on disk is the one with this text.
  fileprivate func holds(_ text: String) -> Bool {
    store.find(Drafts.live).draft?.draft.json().printed() == text
  }
}
