import CalendarAPI
import CalendarModel
import CalendarWork
import Glibc
import JSON
import Testing

@testable import State

/// The journals of runs, in a folder of their own.
@Suite struct RunJournalTests {
  private static let today = CalendarDate(daysSinceEpoch: 20_786)
  private static let begun = DraftTime(seconds: 1_795_381_440)

  private static let source: JSONValue = [
    "id": "source", "name": "Source", "slotDuration": 45, "slotDurationUnit": "mins",
    "notes": "new notes",
  ]

  private static func calendar(_ number: Int, notes: String = "n") -> JSONValue {
    [
      "id": .text("c\(number)"), "locationId": "l1", "name": .text("Calendar \(number)"),
      "slotDuration": 30, "slotDurationUnit": "mins", "notes": .text(notes),
    ]
  }

  private static let context = BatchContext(
    work: .copy(from: source, CopyChoices(["slotDuration", "notes"])), today: today)

  private static func plan(_ number: Int, notes: String = "n") -> PlannedCalendar {
    PlannedCalendar(
      BatchTarget(account: "work", calendarID: "c\(number)", title: "Calendar \(number)"),
      calendar(number, notes: notes), isComplete: true, schedules: .notAsked, in: context)
  }

  private static func header(_ work: BatchWork = context.work, at time: DraftTime = begun)
    -> RunHeader
  {
    RunHeader(
      work: work, policy: BatchPolicy(conflicts: .theirs, force: true), today: today,
      accounts: [
        .init(name: "work", base: .live, sending: BatchAccount(locationID: "l1", scope: .whole))
      ], who: "ana", begun: time, program: "1.0",
      command: RunHeader.Command("set", ["@Studio", "--filter", "type 'personal'"]))
  }

  private static let update = SentUpdate(
    body: ["slotDuration": 45, "notes": "new notes"], before: ["slotDuration": 30, "notes": "n"])

  /// A store in a folder of the test; the folder goes with the scratch.
  private func store(_ scratch: Scratch) throws -> RunStore {
    RunStore(in: try StateFolder(making: scratch.root + "/state"))
  }

  private func path(_ scratch: Scratch, _ id: String) -> String {
    "\(scratch.root)/state/runs/\(id)"
  }

  // MARK: Going on

  @Test func whatIsLeftCanBeGoneOnWith() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    var journal: RunJournal? = try store.begin(Self.header(), without: [])
    let id = try #require(journal?.id)
    for number in 0..<5 { #expect(try journal?.add(Self.plan(number)) == number) }
    try journal?.sync()
    try journal?.ended(BatchOutcome(.saved, "Saved."), of: 0)
    try journal?.sending(Self.update, of: 1, at: Self.begun)
    try journal?.ended(BatchOutcome(.conflict, "No."), of: 2)
    try journal?.ended(BatchOutcome(.token, "Not saved.", halt: .token), of: 3)
    // Who has it is alone.
    #expect(throws: UnusableRun.isUnderWay(process: Int(getpid()))) {
      try store.open(id, without: [])
    }
    #expect(store.list().map(\.isUnderWay) == [true])
    journal = nil
    let entry = try #require(store.list().first)
    #expect(entry.id == id && entry.count == 5 && entry.done == 2 && entry.left == 3)
    #expect(!entry.isUnderWay && (try? entry.header.get())?.who == "ana")

    #expect(entry.counts == [.saved: 1, .conflict: 1, .failed: 1])
    let next = try store.open(id, without: [])
    #expect(next.ended(as: [.saved, .conflict]) == [0, 2] && next.ended(as: [.token]) == [3])
    #expect(next.header.command == Self.header().command)
    #expect(next.header.work == Self.context.work && next.header.policy.conflicts == .theirs)
    #expect(next.header.accounts == Self.header().accounts && next.header.today == Self.today)
    #expect(
      next.left() == [
        .init(index: 1, sentAt: Self.begun), .init(index: 3, sentAt: nil),
        .init(index: 4, sentAt: nil),
      ])
    #expect(try next.sent(of: 1) == Self.update)
    #expect(try next.sent(of: 4) == nil && next.outcome(of: 4) == nil)
    #expect(try next.outcome(of: 3)?.halt == .token)
    for index in 0..<5 { #expect(try next.planned(at: index) == Self.plan(index)) }
    for left in next.left() { try next.ended(BatchOutcome(.saved, "Saved."), of: left.index) }
    #expect(next.left().isEmpty && next.brokenLines.isEmpty)
  }

  /// A journal that is cut anywhere knows as many calendars as have whole lines, and goes on.
  @Test func aTornLineIsPassedOver() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let journal = try store.begin(Self.header(), without: [])
    for number in 0..<3 { try journal.add(Self.plan(number)) }
    try journal.sending(Self.update, of: 1, at: Self.begun)
    try journal.ended(BatchOutcome(.saved, "Saved."), of: 1)
    journal.release()
    let path = path(scratch, journal.id)
    let whole = try scratch.text(path)
    let first = try #require(whole.firstIndex(of: "\n"))
    let start = whole.utf8.distance(from: whole.startIndex, to: first) + 1
    for length in stride(from: start, through: whole.utf8.count, by: 37) + [whole.utf8.count - 1] {
      let cut = String(decoding: Array(whole.utf8.prefix(length)), as: UTF8.self)
      try scratch.put(cut, at: path)
      let lines = cut.filter { $0 == "\n" }.count
      let next = try store.open(journal.id, without: [])
      #expect(next.count == min(3, lines - 1) && next.brokenLines.isEmpty)
      #expect(next.left().count == next.count - (lines > 5 ? 1 : 0))
      if next.count > 1 {
        #expect((try next.sent(of: 1) != nil) == (lines > 4))
        // What is written now does not join the torn line.
        try next.ended(BatchOutcome(.conflict, "No."), of: 0)
      }
      next.release()
      let again = try store.open(journal.id, without: [])
      #expect(again.brokenLines.isEmpty)
      #expect(again.left().contains { $0.index == 0 } == (again.count == 1))
      again.release()
    }
  }

  @Test func brokenLinesAreNamed() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let journal = try store.begin(Self.header(), without: [])
    try journal.add(Self.plan(0))
    journal.release()
    let path = path(scratch, journal.id)
    let sound = try scratch.text(path)
    let outcome = #"{"outcome":0,"code":"saved","at":"x","result":{}}"#
    for line in [
      "", "nonsense", "{}", "[]", #"{"planned":0,"plan":{}}"#, #"{"planned":7,"plan":{}}"#,
      #"{"outcome":1,"code":"saved"}"#, #"{"outcome":0,"code":"what"}"#, #"{"outcome":-1}"#,
      #"{"outcome":99999999999999999999,"code":"saved"}"#, #"{"sending":0,"at":"never"}"#,
      "\u{1B}[2J\u{202E}", String(repeating: "x", count: 200_000), "\u{0}\u{0}",
    ] {
      try scratch.put(sound + line + "\n" + outcome + "\n", at: path)
      let next = try store.open(journal.id, without: [])
      #expect(next.brokenLines == [3], "\(line.prefix(40))")
      #expect(next.count == 1 && next.left().isEmpty)
      next.release()
    }
    // The beginning is sound and the rest is not.
    try scratch.put(sound + #"{"planned":1,"plan":{"target":7}}"# + "\n", at: path)
    let next = try store.open(journal.id, without: [])
    #expect(next.count == 2)
    #expect(throws: UnusableRun.line(3)) { try next.planned(at: 1) }
    #expect(throws: UnusableRun.self) { try next.planned(at: 9) }
  }

  @Test func anUnusableFirstLineIsSaid() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let journal = try store.begin(Self.header(), without: [])
    journal.release()
    let path = path(scratch, journal.id)
    let whole = try JSONDocument(parsing: try scratch.text(path)).value
    func with(_ key: String, _ value: JSONValue?) -> String {
      var object = whole.object ?? JSONObject()
      object[key] = value
      return JSONValue.object(object).printed() + "\n"
    }
    for (text, reason): (String, UnusableRun) in [
      (with("caledit", "save"), .noRun), (with("schemaVersion", nil), .noRun), ("[]\n", .noRun),
      (with("schemaVersion", 2), .newerVersion(2)), (with("policy", [:]), .part("policy")),
      (with("today", "soon"), .part("today")), (with("accounts", [1]), .part("accounts")),
      (with("begun", 7), .part("begun")),
    ] {
      try scratch.put(text, at: path)
      #expect(throws: reason) { try store.open(journal.id, without: []) }
      let entry = try #require(store.list().first)
      #expect(throws: reason) { try entry.header.get() }
      #expect(!entry.isUnderWay && entry.count == 0)
    }
    for text in ["", "\n", "{\"caledit\":", with("work", ["kind": "erase"])] {
      try scratch.put(text, at: path)
      #expect(throws: UnusableRun.self) { try store.open(journal.id, without: []) }
    }
    for id in ["", "..", "../state", "nothing.json", journal.id + "x", "/etc/passwd"] {
      #expect(throws: UnusableRun.self) { try store.open(id, without: []) }
    }
  }

  // MARK: Secrets

  @Test func tokensStayOut() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let (first, second) = (try Token("pit-secret-one"), try Token("pit-secret-two"))
    let journal = try store.begin(Self.header(), without: [first])
    journal.keepOut(second)
    try journal.add(Self.plan(0, notes: "x pit-secret-one y pit-secret-two"))
    try journal.sending(
      SentUpdate(body: ["notes": "pit-secret-two"], before: ["notes": "pit-secret-one"]), of: 0)
    try journal.ended(BatchOutcome(.failed, "pit-secret-one", details: ["pit-secret-two"]), of: 0)
    #expect(!(try scratch.text(path(scratch, journal.id))).contains("secret"))
    #expect(journal.left().count == 1 && journal.brokenLines.isEmpty)
    // What is to be done is not there whole, so that nobody can go on.
    let work = BatchWork.copy(
      from: ["id": "s", "notes": "pit-secret-one"], CopyChoices(["notes"]))
    let withheld = try store.begin(Self.header(work), without: [first])
    withheld.release()
    #expect(!(try scratch.text(path(scratch, withheld.id))).contains("secret"))
    #expect(throws: UnusableRun.self) { try store.open(withheld.id, without: []) }
    #expect(Scratch.mode(path(scratch, withheld.id)) == 0o600)
    #expect(Scratch.mode(scratch.root + "/state/runs") == 0o700)
  }

  // MARK: Old runs

  @Test func oldRunsGoAndUnfinishedOnesStay() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let day = 86_400
    func add(daysAgo: Int, isFinished: Bool) throws -> String {
      let time = DraftTime(seconds: Self.begun.seconds - daysAgo * day)
      let journal = try store.begin(Self.header(at: time), without: [])
      try journal.add(Self.plan(0))
      if isFinished { try journal.ended(BatchOutcome(.saved, ""), of: 0) }
      journal.release()
      return journal.id
    }
    let oldUnfinished = try add(daysAgo: 40, isFinished: false)
    let unfinished = try add(daysAgo: 20, isFinished: false)
    let finished = try add(daysAgo: 20, isFinished: true)
    for _ in 0..<RunStore.most { _ = try add(daysAgo: 0, isFinished: true) }
    let ids = store.list().map(\.id)
    #expect(!ids.contains(oldUnfinished) && !ids.contains(finished) && ids.contains(unfinished))
    #expect(ids.count == RunStore.most + 1 && ids == ids.sorted(by: >))
    try store.remove(unfinished)
    #expect(!store.list().map(\.id).contains(unfinished))
  }

  @Test func aWriteAfterTheReleaseIsRefused() throws {
    let scratch = try Scratch()
    let journal = try store(scratch).begin(Self.header(), without: [])
    journal.release()
    #expect(throws: FileError.self) { try journal.add(Self.plan(0)) }
  }
}
