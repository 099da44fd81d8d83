import CalendarAPI
import CalendarModel
import Glibc
import JSON
import Testing

@testable import State

@Suite struct HistoryStoreTests {
  private let scratch: Scratch
  private let folder: StateFolder
  private let store: HistoryStore

  init() throws {
    scratch = try Scratch()
    folder = try StateFolder(making: scratch.root + "/history-state")
    store = HistoryStore(in: folder, program: "0.1.0")
  }

  static let before: JSONValue = [
    "id": "c1", "locationId": "L1", "name": "Intro call", "slotDuration": 30,
    "description": "Say hello",
  ]
  static let token = "pit-SECRET-77aa-4b1c"

  private func start(
    _ sent: JSONValue = ["slotDuration": 45], before: JSONValue = before, id: String = "c1"
  ) -> SaveStart {
    SaveStart(base: .live, calendarID: id, who: "anna", before: before, sent: sent)
  }

  private var own: String { folder.path + "/history/c1@services.leadconnectorhq.com" }
  private var files: [String] {
    FolderListing.names(in: own).filter { !$0.hasPrefix(".") }.sorted()
  }

  private func list() -> [HistoryEntry] { store.list(.live, calendarID: "c1") }

  // MARK: One save

  @Test func aSaveIsOnDiskBeforeItIsSentAndCompleteBehindIt() throws {
    let time = DraftTime(seconds: 1_795_381_440)
    let open = try store.begin(start(), without: nil, at: time)
    let begun = try #require(list().first)
    #expect(begun.id == open.id)
    #expect(begun.begun == time)
    #expect(begun.isUnderWay)
    #expect(begun.outcome == "under way")
    let header = try begun.header.get()
    #expect(header.who == "anna")
    #expect(header.base == .live)
    #expect(header.calendarID == "c1")
    #expect(header.calendarName == "Intro call")
    #expect(header.location == "L1")
    #expect(header.program == "0.1.0")
    #expect(header.changes == ["Slot duration: 30 → 45"])
    #expect(header.withheld.isEmpty)

    let after: JSONValue = [
      "id": "c1", "locationId": "L1", "name": "Intro call", "slotDuration": 40,
      "description": "Say hello",
    ]
    try store.complete(open, after: after, outcome: "Saved: 1 property.", without: nil)
    let done = try #require(list().first)
    #expect(list().count == 1)
    #expect(!done.isUnderWay)
    #expect(done.outcome == "Saved: 1 property.")
    #expect(try done.header.get().changes == ["Slot duration: 30 → 40"])
    let record = try store.read(done.id, .live, calendarID: "c1")
    #expect(record.before == Self.before)
    #expect(record.sent == ["slotDuration": 45])
    #expect(record.after == after)
    #expect(files == [open.id])
  }

  @Test func aCrashBeforeTheAnswerIsAnUnknownOutcome() throws {
    var open: OpenRecord? = try store.begin(start(), without: nil)
    #expect(open != nil)
    open = nil
    let entry = try #require(list().first)
    #expect(entry.outcome == "unknown: caledit ended before the answer")
    let record = try store.read(entry.id, .live, calendarID: "c1")
    #expect(record.after == nil)
    #expect(record.before == Self.before)
  }

  /// A key can hold the token as well as a text.
  @Test func noKeyGetsTheTokenIntoTheRecord() throws {
    let token = try Token(Self.token)
    for key in [Self.token, "x" + Self.token, Self.token + "\n"] {
      for (before, sent, after): (JSONValue, JSONValue, JSONValue) in [
        ([key: 1, "id": "c1"], ["slotDuration": 45], ["id": "c1"]),
        (["id": "c1"], [key: ["a": 1]], ["id": "c1"]),
        (["id": "c1"], ["notes": [key: [key: 1]]], ["id": "c1", key: [:]]),
        (["id": "c1", "x": [[key: .text(key)]]], [:], ["id": "c1"]),
      ] {
        let open = try store.begin(start(sent, before: before), without: token)
        try store.complete(
          open, after: after, outcome: "Lost \(key)", notes: ["\(key) is gone"], without: token)
        let text = String(decoding: try bytes(of: open.id), as: UTF8.self)
        #expect(!text.contains(Self.token) && text.contains(Token.placeholder))
        #expect(list().allSatisfy { (try? $0.header.get()) != nil })
      }
    }
  }

  private func bytes(of id: String) throws -> [UInt8] {
    try DraftFile.read("\(own)/\(id)", limit: 1 << 20)
  }

  // MARK: Seen later

  private func seen(_ changes: [String: JSONValue] = [:]) -> JSONValue {
    guard case .object(var calendar) = Self.before else { return .null }
    for (key, value) in changes { calendar[key] = value }
    return .object(calendar)
  }

  private func settle(
    _ calendar: JSONValue, isNextStart: Bool = true, at time: DraftTime = .now
  ) throws -> SettledSave? {
    try store.settle(
      seeing: calendar, .live, calendarID: "c1", isNextStart: isNextStart, without: nil, at: time)
  }

  @Test(
    arguments: [
      (["slotDuration": 45, "description": "New"], true, "Saved, seen"),
      (["slotDuration": 45], false, "Saved in part, seen"),
      ([:], false, "Not saved, seen"),
      (["name": "Renamed"], false, "Not saved, but others changed it, seen"),
    ] as [([String: JSONValue], Bool, String)])
  func aSaveThatEndedUnseenIsCompletedByTheNextLook(
    _ changes: [String: JSONValue], _ isSaved: Bool, _ words: String
  ) throws {
    var open: OpenRecord? = try store.begin(
      start(["slotDuration": 45, "description": "New"]), without: nil)
    #expect(try settle(seen(changes)) == nil, "it is under way")
    #expect(open != nil)
    open = nil
    let later = DraftTime(seconds: DraftTime.now.seconds + 60)
    let found = try #require(try settle(seen(changes), at: later))
    #expect(found.isSaved == isSaved)
    let entry = try #require(list().first)
    #expect(entry.outcome?.hasPrefix(words) == true, "\(entry.outcome ?? "")")
    #expect(entry.outcome?.hasSuffix("seen at the next start.") == true)
    let record = try store.read(entry.id, .live, calendarID: "c1")
    #expect(record.before == Self.before)
    #expect(record.sent == ["slotDuration": 45, "description": "New"])
    #expect(record.after == seen(changes))
    #expect(files == [entry.id])
    // The same look says nothing new.
    #expect(try settle(seen(changes), at: later) == nil)
    #expect(list().first?.outcome == entry.outcome)
  }

  /// What was sent a moment ago may be on its way: the next look decides.
  @Test(arguments: [[:], ["name": "Renamed"]] as [[String: JSONValue]], [false, true])
  func aYoungSaveThatIsNotThereIsNotGivenUp(
    _ changes: [String: JSONValue], _ arrives: Bool
  ) throws {
    let sent = DraftTime(seconds: 1_795_381_440)
    func later(_ seconds: Int) -> DraftTime { DraftTime(seconds: sent.seconds + seconds) }
    _ = try store.begin(start(), without: nil, at: sent)
    let found = try #require(try settle(seen(changes), at: later(1)))
    #expect(!found.isSaved && !found.isSeen && found.mayArrive)
    #expect(found.sentence.contains("it is not saved so far"))
    #expect(found.sentence.hasSuffix("What was sent could still arrive."))
    #expect(list().first?.outcome?.hasPrefix("Not saved so far, ") == true)
    #expect(try settle(seen(changes), at: later(29)) == nil, "the same is not said again")
    let news = arrives ? ["slotDuration": 45] : changes
    let last = try #require(try settle(seen(news), at: later(30)))
    #expect(last.isSaved == arrives)
    let outcome = list().first?.outcome ?? ""
    #expect(outcome.hasPrefix(arrives ? "Saved, " : "Not saved, "), "\(outcome)")
    #expect(try settle(seen(news), at: later(31)) == nil, "it is told")
  }

  @Test func whatArrivesLateIsTold() throws {
    let open = try store.begin(start(), without: nil)
    try store.complete(
      open, after: Self.before, outcome: "Not saved so far.", mayArrive: true, without: nil)
    #expect(try settle(seen(), isNextStart: false) == nil)
    #expect(list().first?.outcome == "Not saved so far.")
    let day = DraftTime(seconds: DraftTime.now.seconds + 86_402)
    #expect(try settle(seen(["slotDuration": 45]), isNextStart: false, at: day) == nil)
    let found = try #require(try settle(seen(["slotDuration": 45]), isNextStart: false))
    #expect(found.isSaved)
    #expect(list().first?.outcome == "Saved, seen later.")
    #expect(try list().first?.header.get().changes == ["Slot duration: 30 → 45"])
    #expect(try settle(seen(["slotDuration": 50]), isNextStart: false) == nil, "it is told")
  }

  @Test func whatIsKnownStaysAsItIs() throws {
    let open = try store.begin(start(), without: nil)
    try store.complete(open, after: Self.before, outcome: "Not saved. Refused.", without: nil)
    #expect(try settle(seen(["slotDuration": 45])) == nil)
    #expect(list().first?.outcome == "Not saved. Refused.")
    // What an earlier save sent may be there because of a later one.
    _ = try store.begin(start(), without: nil, at: DraftTime(seconds: 1_795_381_440))
    #expect(try settle(seen(["slotDuration": 45])) == nil)
    #expect(list().last?.outcome == HistoryEntry.unknown)
  }

  @Test func whatElseIsKnownIsInTheRecord() throws {
    let token = try Token(Self.token)
    let open = try store.begin(start(), without: token)
    let long = "A schedule is gone. It was " + String(repeating: "Mon 09:00–17:00, ", count: 100)
    try store.complete(
      open, after: nil, outcome: "Saved.", notes: [long, "\(Self.token)"], without: token)
    let notes = try store.read(open.id, .live, calendarID: "c1").header.notes
    #expect(notes.first == long)
    #expect(notes.count == 2 && !notes[1].contains("SECRET"))
    #expect(try list().first?.header.get().notes == notes)
  }

  @Test func onlyItsUserCanReadTheRecords() throws {
    umask(0)
    defer { umask(0o022) }
    let open = try store.begin(start(), without: nil)
    for path in [folder.path, folder.path + "/history", own] {
      #expect(Scratch.mode(path) == 0o700)
    }
    #expect(Scratch.mode(own + "/" + open.id) == 0o600)
    try store.complete(open, after: nil, outcome: "Unknown.", without: nil)
    #expect(Scratch.mode(own + "/" + open.id) == 0o600)
  }

  @Test func calendarsAndAddressesHaveListsOfTheirOwn() throws {
    _ = try store.begin(start(), without: nil)
    _ = try store.begin(start(id: "../c2"), without: nil)
    let other = try BaseURL("https://other.example")
    _ = try store.begin(
      SaveStart(base: other, calendarID: "c1", who: "x", before: [:], sent: [:]), without: nil)
    #expect(list().count == 1)
    #expect(store.list(.live, calendarID: "../c2").count == 1)
    #expect(store.list(other, calendarID: "c1").count == 1)
    #expect(store.list(other, calendarID: "c9").isEmpty)
  }

  // MARK: The token

  @Test(arguments: [
    token, "Bearer \(token).", "pit%2DSECRET-77aa-4b1c", "a & \(token)&quot;",
  ])
  func theTokenIsNotInTheRecord(_ text: String) throws {
    let token = try Token(Self.token)
    let before: JSONValue = [
      "id": "c1", "name": .text(text), "slotDuration": 30, "description": "Say hello",
      "teamMembers": [["userId": "u1", "meetingLocation": .text(text)]],
      "x": ["\(text)": 1],
    ]
    let open = try store.begin(
      SaveStart(
        base: .live, calendarID: "c1", who: text, before: before,
        sent: ["description": .text(text)], names: ["u1": text]), without: token)
    func check() throws {
      let bytes = try scratch.text(own + "/" + open.id)
      #expect(!bytes.contains("SECRET"))
      #expect(bytes.contains("Say hello"))
    }
    try check()
    try store.complete(open, after: before, outcome: "Saved \(text)", without: token)
    try check()
    let header = try #require(list().first).header.get()
    #expect(header.withheld == ["description", "name", "teamMembers", "x"])
    let record = try store.read(open.id, .live, calendarID: "c1")
    #expect(record.before[key: "slotDuration"] == 30)
    #expect(record.after?[key: "slotDuration"] == 30)
  }

  @Test func aTokenOfDigitsIsNotInTheRecord() throws {
    let open = try store.begin(
      start(before: ["id": "c1", "slotDuration": 1_234_567]), without: Token("23456"))
    #expect(!(try scratch.text(own + "/" + open.id)).contains("23456"))
    #expect(try store.read(open.id, .live, calendarID: "c1").header.withheld == ["slotDuration"])
  }

  // MARK: Many saves

  @Test func theNewestComesFirst() throws {
    for second in [3, 1, 2] {
      _ = try store.begin(
        start(["slotDuration": .integer(second)]), without: nil,
        at: DraftTime(seconds: 1_795_000_000 + second))
    }
    #expect(list().map(\.begun.seconds) == [3, 2, 1].map { 1_795_000_000 + $0 })
  }

  @Test func aHundredOrAYearAreKeptWhicheverIsMore() throws {
    let now = DraftTime(seconds: 1_795_381_440)
    let day = 86_400
    // 130 saves, one in each five days: 74 of a year, so 100 are kept.
    for index in (0..<130).reversed() {
      _ = try store.begin(
        start(), without: nil, at: DraftTime(seconds: now.seconds - index * 5 * day))
    }
    #expect(list().count == HistoryStore.fewest)
    #expect(list().last?.begun.seconds == now.seconds - 99 * 5 * day)
    // 50 more of today: now there are more than a hundred, and those of a year stay.
    for _ in 0..<50 { _ = try store.begin(start(), without: nil, at: now) }
    let kept = list()
    #expect(kept.count == 50 + 74)
    #expect(kept.allSatisfy { $0.begun.seconds >= now.seconds - HistoryStore.shortest })
    #expect(files.count == kept.count)
  }

  @Test func whatACrashLeftGoesWithTheNextSave() throws {
    let open = try store.begin(start(), without: nil)
    let name = open.id
    let dead = "20200101T000000.000000001Z-00000001-00000002.json"
    try scratch.put("", at: own + "/" + dead + ".lock")
    try scratch.put("{", at: own + "/" + dead + ".aB3dEf")
    try scratch.put("{", at: own + "/" + name + ".aB3dEf")
    try scratch.put("mine", at: own + "/notes.txt")
    _ = try store.begin(start(), without: nil)
    #expect(!files.contains { $0.hasPrefix(dead) })
    // The first save is still under way, and its files are its own.
    #expect(files.contains(name + ".aB3dEf"))
    #expect(files.contains("notes.txt"))
    #expect(list().count == 2)
  }

  @Test func savesAtTheSameTimeDoNotClobberEachOther() async throws {
    let store = store
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask {
          let start = SaveStart(
            base: .live, calendarID: "c1", who: "w\(number)", before: Self.before,
            sent: ["slotDuration": .integer(number + 31)])
          guard let open = try? store.begin(start, without: nil) else { return }
          try? store.complete(open, after: nil, outcome: "Outcome \(number)", without: nil)
        }
      }
    }
    let entries = list()
    #expect(Set(entries.compactMap(\.outcome)) == Set((0..<16).map { "Outcome \($0)" }))
    for entry in entries {
      let record = try store.read(entry.id, .live, calendarID: "c1")
      let number = try #require(record.sent[key: "slotDuration"]?.int) - 31
      #expect(record.header.who == "w\(number)")
      #expect(record.header.outcome == "Outcome \(number)")
    }
  }

  // MARK: Broken records

  @Test(arguments: [
    "", "{", "[]\n", "{\"caledit\":\"draft\",\"version\":1}\n",
    "{\"caledit\":\"save\",\"version\":9}\n",
    "{\"caledit\":\"save\",\"version\":1}\n",
    String(repeating: "x", count: 2 << 20),
  ])
  func aBrokenRecordHidesNoOther(_ text: String) throws {
    let sound = try store.begin(start(), without: nil, at: DraftTime(seconds: 1_795_000_000))
    let broken = "20261122T000000.000000001Z-00000001-00000002.json"
    try scratch.put(text, at: own + "/" + broken)
    let entries = list()
    #expect(entries.map(\.id) == [broken, sound.id])
    guard case .failure(let why) = entries[0].header else {
      Issue.record("The broken record was read.")
      return
    }
    #expect(!why.message.isEmpty)
    #expect(entries[0].begun.text == "2026-11-22T00:00:00Z")
    #expect(throws: UnusableRecord.self) { try store.read(broken, .live, calendarID: "c1") }
    #expect(try entries[1].header.get().who == "anna")
  }

  @Test func aRecordThatWasCutOffIsListedAndNotRead() throws {
    let open = try store.begin(start(), without: nil)
    let text = try scratch.text(own + "/" + open.id)
    for length in [text.utf8.count - 1, text.utf8.count - 8, text.utf8.count / 2 + 150] {
      try scratch.put(
        String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self),
        at: own + "/" + open.id)
      #expect(throws: UnusableRecord.self) { try store.read(open.id, .live, calendarID: "c1") }
      #expect(list().count == 1)
    }
  }

  @Test func theListReadsNoCalendars() throws {
    let open = try store.begin(start(), without: nil)
    let path = own + "/" + open.id
    let text = try scratch.text(path)
    let header = text.prefix { $0 != "\n" }
    // What stands behind the header is not looked at.
    try scratch.put(header + "\n" + String(repeating: "?", count: 100), at: path)
    #expect(try list()[0].header.get().who == "anna")
    #expect(header.utf8.count < 2_000)
  }

  @Test func aHeaderStaysShortWhateverTheCalendarHolds() throws {
    let long = String(repeating: "ä", count: 100_000)
    let open = try store.begin(
      start(["description": .text(long), "name": .text(long)]), without: nil)
    try store.complete(open, after: nil, outcome: long, without: nil)
    let line = try scratch.text(own + "/" + open.id).prefix { $0 != "\n" }
    #expect(line.utf8.count < 8_000)
  }

  @Test func whatStandsInTheWayIsNamed() throws {
    try scratch.put("", at: folder.path + "/history")
    let error = #expect(throws: FileError.self) { try store.begin(start(), without: nil) }
    #expect(error?.path == folder.path + "/history")
    #expect(list().isEmpty)
  }
}
