import CalendarAPI
import CalendarWork
import Glibc
import JSON
import Testing

@testable import State

/// One pace for all programs that send to a sub-account.
@Suite struct SharedPaceTests {
  private func folder(_ scratch: Scratch) throws -> StateFolder {
    try StateFolder(making: scratch.root + "/state")
  }

  private func file(_ scratch: Scratch) throws -> String {
    let names = FolderListing.names(in: scratch.root + "/state/pace").filter {
      $0.hasSuffix("json")
    }
    return "\(scratch.root)/state/pace/\(try #require(names.first))"
  }

  private func times(_ paces: [SharedPace], _ count: Int, at now: Int) -> [Int] {
    (0..<count).compactMap { number in
      if case .at(let time) = paces[number % paces.count].reserve(at: now) { time } else { nil }
    }
  }

  private func isSpaced(_ times: [Int]) -> Bool {
    zip(times.sorted(), times.sorted().dropFirst()).allSatisfy { $1 - $0 >= 100_000 }
  }

  @Test func twoProgramsShareOnePace() throws {
    let scratch = try Scratch()
    let paces = try (0..<3).map { _ in
      SharedPace(in: try folder(scratch), .live, location: "l1")
    }
    let now = SharedPace.now
    let all = times(paces, 60, at: now)
    #expect(all.count == 60 && isSpaced(all) && all == all.sorted())
    // Another account has its own.
    let other = SharedPace(in: try folder(scratch), .live, location: "l2")
    #expect(other.reserve(at: now) == .at(now))
    // A refusal stops all of them.
    paces[0].refused(retryAfter: 60, now: now)
    guard case .at(let next) = paces[1].reserve(at: now) else { return }
    #expect(next >= now + 60_000_000)
    #expect(Scratch.mode(try file(scratch)) == 0o600)
  }

  @Test func manyAtOnceGetPlacesOfTheirOwn() async throws {
    let scratch = try Scratch()
    let folder = try folder(scratch)
    let now = SharedPace.now
    let all = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let pace = SharedPace(in: folder, .live, location: "l1", mostTries: 30_000)
          return (0..<20).compactMap { _ in
            if case .at(let time) = pace.reserve(at: now) { time } else { nil }
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(all.count == 80 && isSpaced(all))
  }

  @Test func aBrokenFileCountsAsNone() throws {
    let scratch = try Scratch()
    let pace = SharedPace(in: try folder(scratch), .live, location: "l1")
    let now = SharedPace.now
    _ = pace.reserve(at: now)
    for text in [
      "", "{", "[]", "\u{0}\u{0}", String(repeating: "[", count: 10_000), "{\"limit\":1}",
      String(repeating: "x", count: 2 << 20),
    ] {
      let path = try file(scratch)
      try scratch.put(text, at: path)
      // Its own places are still known.
      guard case .at(let time) = pace.reserve(at: now) else { continue }
      #expect(time > now)
      let next = SharedPace(in: try folder(scratch), .live, location: "l1")
      guard case .at(let later) = next.reserve(at: now) else { continue }
      let written = try JSONDocument(parsing: try scratch.text(path)).value
      #expect(later > time && Pace(written) != nil)
    }
  }

  @Test func timesOfTheFutureAreForgotten() throws {
    let scratch = try Scratch()
    let now = SharedPace.now
    let later = SharedPace(in: try folder(scratch), .live, location: "l1")
    _ = times([later], 50, at: now + 86_400_000_000)
    later.refused(retryAfter: 60, now: now + 86_400_000_000)
    let pace = SharedPace(in: try folder(scratch), .live, location: "l1")
    #expect(pace.reserve(at: now) == .at(now))
  }

  @Test func whereNothingCanBeKeptEachIsForItself() throws {
    let now = SharedPace.now
    let alone = SharedPace(in: nil, .live, location: "l1")
    #expect(isSpaced(times([alone], 10, at: now)))
    let scratch = try Scratch()
    let pace = SharedPace(in: try folder(scratch), .live, location: "l1")
    _ = pace.reserve(at: now)
    // Somebody who was stopped has the lock.
    let held = open(try file(scratch), O_RDWR)
    #expect(flock(held, LOCK_EX) == 0)
    guard case .at(let time) = pace.reserve(at: now) else { return }
    #expect(time >= now + 100_000)
    close(held)
  }

  @Test func aListIsKeptForCompletion() throws {
    let scratch = try Scratch()
    let cache = CalendarListCache(in: try folder(scratch))
    #expect(cache.calendars(.live, account: "work").isEmpty)
    let entries: [CalendarListCache.Entry] = [
      .init(id: "c1", name: "Consultation", group: "Studio é"),
      .init(id: "c2", name: "a\u{1B}[31m\n\"é"),
      .init(id: "c3", name: "my pit-secret-one"),
    ]
    try cache.keep(entries, .live, account: "work", without: try Token("pit-secret-one"))
    let kept = cache.calendars(.live, account: "work")
    #expect(kept.prefix(2) == entries.prefix(2) && kept[2].name == "my [token]")
    #expect(cache.calendars(.live, account: "other").isEmpty)
    let many = (0..<6000).map {
      CalendarListCache.Entry(id: "c\($0)", name: String(repeating: "n", count: 10_000))
    }
    try cache.keep(many, .live, account: "work", without: nil)
    let cut = cache.calendars(.live, account: "work")
    #expect(cut.count == CalendarListCache.most && cut[0].name.unicodeScalars.count == 200)
    let folder = scratch.root + "/state/lists"
    let path = folder + "/" + (try #require(FolderListing.names(in: folder).max()))
    #expect(Scratch.mode(path) == 0o600)
    for text in ["", "[]", "{\"caledit\":\"list\"}", "{\"caledit\":\"list\",\"version\":2}", "{"] {
      try scratch.put(text, at: path)
      #expect(cache.calendars(.live, account: "work").isEmpty)
    }
  }
}
