import CalendarAPI
import Glibc
import JSON
import Testing

@testable import State

@Suite("The names of drafts", .timeLimit(.minutes(240)))
struct DraftSourceTests {
  private static let hostile = [
    "", ".", "..", "../../x", "a/b", "a\u{0}b", "a\nb", "~", "%2F", "a@b", "a.json", "-rf",
    ".hidden", "CON", "📅", "e\u{301}", "é", "\u{202E}x", String(repeating: "x", count: 300),
    String(repeating: "📅", count: 300), String(repeating: "x", count: 299) + "y", "x.lock",
    "x.unreadable-1",
  ]

  private static func sources() throws -> [DraftSource] {
    let bases: [BaseURL] = [
      .live, try BaseURL("https://example.com:8443"), try BaseURL("http://127.0.0.1:8080"),
      try BaseURL("https://example.com/api"), try BaseURL("http://[::1]:80/a/b"),
    ]
    return bases.flatMap { base in hostile.map { .service(base, calendarID: $0) } }
      + hostile.map { .file(path: "/" + $0) }
      + hostile.map { .file(path: "/list.json", entry: $0) }
  }

  @Test func areReadableWhereTheyCanBe() throws {
    #expect(
      DraftSource.service(.live, calendarID: "ocQHyuzHvysMo5N5VsXc").fileName
        == "ocQHyuzHvysMo5N5VsXc@services.leadconnectorhq.com.json")
    #expect(
      DraftSource.service(try BaseURL("http://127.0.0.1:8080/v1"), calendarID: "../x").fileName
        == "%2E.%2Fx@http%3A%2F%2F127.0.0.1%3A8080%2Fv1.json")
    #expect(DraftSource.file(path: "/home/a/cal.json").fileName == "%2Fhome%2Fa%2Fcal.json.json")
  }

  @Test func areSafeAndDifferForAllSources() throws {
    let sources = try Self.sources()
    var names: Set<[UInt8]> = []
    for source in sources {
      let name = Array(source.fileName.utf8)
      #expect(names.insert(name).inserted, "\(source)")
      #expect(name.count <= 165)
      #expect(
        name.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || "-_.%@~".utf8.contains(byte)
        }, "\(source.fileName)")
      #expect(name.first != UInt8(ascii: "."))
    }
  }

  @Test func everyHostileSourceIsWrittenAndFound() throws {
    let scratch = try Scratch()
    for (index, source) in try Self.sources().enumerated() {
      let lock = try scratch.store.lock(source)
      try scratch.store.write(Drafts.named("\(index)"), under: lock)
    }
    for (index, source) in try Self.sources().enumerated() {
      #expect(scratch.store.find(source).name == "\(index)", "\(source)")
    }
    #expect(scratch.names.count == (try Self.sources().count), "and nothing is left beside them")
    let listed = scratch.store.list()
    #expect(listed.count == scratch.names.count)
    #expect(listed.allSatisfy { $0.problem == nil && !$0.isSetAside })
    #expect(FolderListing.names(in: scratch.root).filter { !$0.hasPrefix(".") } == ["state"])
  }

  @Test func aFileIsTheSameByEveryName() throws {
    let scratch = try Scratch()
    try scratch.put("{}", at: scratch.root + "/a.json")
    symlink(scratch.root + "/a.json", scratch.root + "/b.json")
    let source = DraftSource.file(named: scratch.root + "/a.json")
    #expect(DraftSource.file(named: scratch.root + "/b.json") == source)
    #expect(DraftSource.file(named: scratch.root + "/state/../a.json") == source)
    #expect(DraftSource.file(named: "/nowhere/x.json") == .file(path: "/nowhere/x.json"))
    guard case .file(let path, nil) = DraftSource.file(named: "nowhere.json") else { return }
    #expect(path.hasPrefix("/") && path.hasSuffix("/nowhere.json"))
  }

  @Test func timesAreReadAsTheyAreWritten() {
    for seconds in [0, 951_782_400, 1_795_381_440, 4_102_444_799] {
      let time = DraftTime(seconds: seconds)
      #expect(DraftTime(text: time.text) == time)
    }
    #expect(Drafts.time.text == "2026-11-22T21:04:00Z")
    for text in [
      "", "2026-11-22", "2026-11-22T21:04:00+", "2026-02-30T00:00:00Z", "x026-11-22T21:04:00Z",
    ] {
      #expect(DraftTime(text: text) == nil)
    }
    let ages = [0, 1, 59, 60, 3599, 3600, 86_399, 86_400, 900_000, -5].map {
      Drafts.time.age(at: DraftTime(seconds: Drafts.time.seconds + $0))
    }
    #expect(
      ages == [
        "just now", "just now", "59 seconds ago", "1 minute ago", "59 minutes ago",
        "1 hour ago", "23 hours ago", "1 day ago", "10 days ago", "in the future",
      ])
  }
}
